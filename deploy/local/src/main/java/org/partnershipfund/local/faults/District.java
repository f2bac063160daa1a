package org.partnershipfund.local.faults;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.partnershipfund.local.Suite;
import org.partnershipfund.local.client.Answer;
import org.partnershipfund.local.client.SuiteClient;
import org.partnershipfund.local.client.UnexpectedAnswerException;
import org.partnershipfund.local.place.Door;

/** The budget office at work: calls the public doors and, like a careful client, repeats a call that got no answer. */
final class District {

    /** What a {@link Draft} shares out, in cents. */
    static final long POOL_CENTS = 570_000_000;

    static final int SCHOOLS_FUNDED = 60;

    private static final Duration PATIENCE = Duration.ofMinutes(3);

    private final SuiteClient office;
    private final String index;
    private final String enrollment;

    private District(SuiteClient office, String index, String enrollment) {
        this.office = office;
        this.index = index;
        this.enrollment = enrollment;
    }

    /** Imports the 118 schools and the illustrative index of the sample, once in a suite. */
    static District moveIn(SuiteClient anybody) throws IOException {
        return moveIn(anybody, LocalDate.of(2016, 10, 1));
    }

    /** Imports them as of a day of which the suite has none yet. */
    static District moveIn(SuiteClient anybody, LocalDate asOf) throws IOException {
        SuiteClient office = anybody.as("budget-office");
        List<String[]> rows =
                Files.readAllLines(Suite.checkout().resolve("deploy/sample/boston-schools-fy2019.csv")).stream()
                        .map(line -> line.split(",", -1))
                        .toList();
        String schools = columns(rows, List.of(0, 1, 2, 3, 4, 5, 6));
        String values = columns(rows, List.of(0, 8));
        String enrollment = csv(
                        office, "/schools/imports?asOf=%s&source=%s".formatted(asOf, text("DESE 2016-17")), schools)
                .json()
                .at("/snapshot/id")
                .asText();
        String index = csv(
                        office,
                        "/index-imports?illustrative=true&snapshotDate=%s&name=%s&source=%s&method=%s"
                                .formatted(
                                        asOf,
                                        text("Need of " + asOf),
                                        text("deploy/sample"),
                                        text("the index of the sample")),
                        values)
                .json()
                .at("/index/id")
                .asText();
        return new District(office, index, enrollment);
    }

    /** The index that scenarios are computed by. */
    String index() {
        return index;
    }

    /** The pupils that scenarios are computed by. */
    String enrollment() {
        return enrollment;
    }

    /** Opens a fund and computes its scenario: top 60, flat per pupil. */
    Draft draft(String name) {
        Answer fund =
                office.post(Door.ALLOCATION, "/funds", """
                        {"name": "%s", "fiscalYear": 2019, "pool": {"amount": "5700000.00", "currency": "USD"},
                         "chart": {"account": "52907", "fund": "100", "program": "2536", "subclass": "00000"}}
                        """.formatted(name)).expecting(201);
        UUID fundId = UUID.fromString(fund.json().at("/id").asText());
        Answer scenario = office.post(Door.ALLOCATION, "/funds/%s/scenarios".formatted(fundId), """
                        {"name": "Top 60", "indexId": "%s", "enrollmentId": "%s",
                         "rules": {"eligibility": {"kind": "top", "schools": %d}, "formula": {"kind": "flat-per-pupil"}}}
                        """.formatted(
                                index, enrollment, SCHOOLS_FUNDED))
                .expecting(201);
        return new Draft(fundId, UUID.fromString(scenario.json().at("/id").asText()));
    }

    /** Publishes, whatever breaks meanwhile, until the scenario says that it is published. */
    void publish(Draft draft) {
        String path = "/scenarios/" + draft.scenario();
        untilAnswered(() -> {
            Answer read = office.get(Door.ALLOCATION, path).expecting(200);
            if (read.json().at("/state").asText().equals("published")) {
                return read;
            }
            Answer published = office.put(
                    Door.ALLOCATION, path + "/publication", null, read.etag().orElseThrow());
            return isOvertaken(published) ? retry(published) : published.expecting(200);
        });
    }

    /** Publishes in one attempt, as a caller who will not ask twice. */
    Answer publishOnce(Draft draft) {
        String path = "/scenarios/" + draft.scenario();
        Answer read = office.get(Door.ALLOCATION, path).expecting(200);
        return office.put(
                Door.ALLOCATION, path + "/publication", null, read.etag().orElseThrow());
    }

    /** Records the adopted budget of a published fund, whatever breaks meanwhile, until the fund says that it has it. */
    void appropriate(Draft draft) {
        String path = "/funds/" + draft.fund();
        untilAnswered(() -> {
            Answer read = office.get(Door.ALLOCATION, path).expecting(200);
            if (read.json().at("/state").asText().equals("appropriated")) {
                return read;
            }
            Answer appropriated = office.put(
                    Door.ALLOCATION, path + "/appropriation", """
                    {"adopted": {"amount": "5700000.00", "currency": "USD"}, "vote": "School Committee, March 2018",
                     "adoptedOn": "2018-03-28"}
                    """, read.etag().orElseThrow());
            return isOvertaken(appropriated) ? retry(appropriated) : appropriated.expecting(200);
        });
    }

    /** A fund with a scenario that nobody has seen yet. */
    record Draft(UUID fund, UUID scenario) {}

    // Lost answer of an attempt that went through: the next look sees it.
    private static boolean isOvertaken(Answer answer) {
        return answer.status() == 412 || answer.status() == 409;
    }

    private static Answer retry(Answer answer) {
        throw new UncheckedIOException(new IOException("look again after " + answer.status()));
    }

    /** Repeats a call as long as the door is away: no connection, or 503. Any other answer fails the story. */
    private static void untilAnswered(Supplier<Answer> call) {
        try {
            Suite.await("the door answers", PATIENCE, () -> {
                try {
                    return call.get().status() == 200;
                } catch (UncheckedIOException away) {
                    return false;
                } catch (UnexpectedAnswerException answer) {
                    if (answer.isOutage()) {
                        return false;
                    }
                    throw answer;
                }
            });
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    private static Answer csv(SuiteClient office, String path, String body) {
        return office.post(
                        Door.ALLOCATION,
                        path,
                        "text/csv",
                        BodyPublishers.ofString(body),
                        UUID.randomUUID().toString())
                .expecting(201);
    }

    private static String columns(List<String[]> rows, List<Integer> chosen) {
        return rows.stream()
                .map(row -> chosen.stream().map(column -> row[column]).collect(Collectors.joining(",")))
                .collect(Collectors.joining("\n", "", "\n"));
    }

    private static String text(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }
}
