package org.partnershipfund.local.command;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.partnershipfund.local.client.SuiteClient;
import org.partnershipfund.local.client.UnexpectedAnswerException;
import org.partnershipfund.local.place.Place;
import org.partnershipfund.local.place.Service;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code fund events dead}: the operators' door to what could not be used when it was heard. */
@Command(name = "dead", description = "Lists, shows, redrives and discards dead letters.")
public final class DeadLettersCommand implements Runnable {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Place place;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    public DeadLettersCommand(Place place) {
        this.place = place;
    }

    @Override
    public void run() {
        throw new CommandLine.ParameterException(spec.commandLine(), "Say which: list, show, redrive or discard.");
    }

    @Command(name = "list", description = "Lists letters of one service or of all, oldest first.")
    int list(
            @Parameters(arity = "0..1", paramLabel = "SERVICE") Optional<String> service,
            @Option(names = "--state", description = "parked, dead, redriven or discarded; all without it.")
                    Optional<String> state) {
        var asked = service.map(Operator::service).map(List::of).orElseGet(() -> List.of(Service.values()));
        var count = 0;
        var allAnswered = true;
        try (var client = new SuiteClient(place, Operator.tokens(place))) {
            for (var one : asked) {
                try {
                    count += list(client.as("operator"), one, state);
                } catch (UncheckedIOException | UnexpectedAnswerException e) {
                    System.err.println("fund: " + Operator.away(one, e));
                    allAnswered = false;
                }
            }
        }
        System.out.println(count == 0 ? "There are no such letters." : count + " letters.");
        return allAnswered ? 0 : 1;
    }

    private static int list(SuiteClient operator, Service service, Optional<String> state) {
        var count = 0;
        var next = Optional.of("/dead-letters?limit=500"
                + state.map(word -> "&state=" + URLEncoder.encode(word, StandardCharsets.UTF_8))
                        .orElse(""));
        while (next.isPresent()) {
            var answer = operator.get(service.api(), next.get()).expecting(200);
            for (var letter : answer.json().path("items")) {
                print(service, letter);
                count++;
            }
            next = answer.next();
        }
        return count;
    }

    @Command(name = "show", description = "Shows one letter with the record as it came.")
    int show(@Parameters(paramLabel = "SERVICE") String service, @Parameters(paramLabel = "ID") String id)
            throws com.fasterxml.jackson.core.JsonProcessingException {
        try (var client = new SuiteClient(place, Operator.tokens(place))) {
            var letter = client.as("operator")
                    .get(Operator.service(service).api(), "/dead-letters/" + id)
                    .expecting(200);
            System.out.println(JSON.writerWithDefaultPrettyPrinter().writeValueAsString(letter.json()));
        }
        return 0;
    }

    @Command(name = "redrive", description = "Tries letters again; those that wait behind them follow by themselves.")
    int redrive(
            @Parameters(paramLabel = "SERVICE") String service,
            @Parameters(arity = "1..*", paramLabel = "ID") List<String> ids) {
        var body = JSON.createObjectNode();
        ids.forEach(body.putArray("ids")::add);
        var allAccepted = true;
        try (var client = new SuiteClient(place, Operator.tokens(place))) {
            var answer = client.as("operator")
                    .post(Operator.service(service).api(), "/dead-letters/redrive", body.toString())
                    .expecting(202);
            for (var item : answer.json().path("items")) {
                allAccepted &= item.path("outcome").asText().equals("accepted");
                System.out.printf(
                        "%s  %-15s %s%n",
                        item.path("id").asText(),
                        item.path("outcome").asText(),
                        item.path("detail").asText());
            }
        }
        return allAccepted ? 0 : 1;
    }

    @Command(name = "discard", description = "Gives one letter up for good; those that wait behind it follow.")
    int discard(
            @Parameters(paramLabel = "SERVICE") String service,
            @Parameters(paramLabel = "ID") String id,
            @Option(names = "--reason", required = true, description = "Kept with the letter and in the audit log.")
                    String reason) {
        var body = JSON.createObjectNode().put("reason", reason).toString();
        try (var client = new SuiteClient(place, Operator.tokens(place))) {
            var letter = client.as("operator")
                    .post(Operator.service(service).api(), "/dead-letters/" + id + "/discard", body)
                    .expecting(200);
            print(Operator.service(service), letter.json());
        }
        return 0;
    }

    private static void print(Service service, JsonNode letter) {
        System.out.printf(
                "%s  %-20s %-9s %-12s %s %s: %s%n",
                letter.path("id").asText(),
                service.module(),
                letter.path("state").asText(),
                letter.path("kind").asText(),
                letter.path("type").asText("?").replace("org.partnershipfund.", ""),
                letter.path("subject").asText("?"),
                letter.path("reason").asText());
    }
}
