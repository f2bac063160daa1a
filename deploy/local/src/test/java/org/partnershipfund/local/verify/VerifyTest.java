package org.partnershipfund.local.verify;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine;

/** {@code ./fund verify}: what the service counted is recounted here, by code that has never seen the service's. */
class VerifyTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String PERKINS = "00350231";

    @TempDir
    private static Path folder;

    /** What was printed, and how the command ended. */
    private record Ending(int code, String screen, String complaint) {}

    @Test
    void the_sample_district_is_equal_to_the_cent() {
        var ending = verify(fy2019());

        assertThat(ending.screen())
                .contains(
                        "Partnership Fund FY2019, The 60 schools of the greatest need, flat per pupil (illustrative: it proves nothing about any real school)",
                        "118 schools recounted, 60 receive $5,700,000.00 together; revisions since: 1",
                        "digest sha256:",
                        "equal to the cent")
                .doesNotContain("DIFFERS");
        assertThat(ending.code()).isZero();
        assertThat(ending.complaint()).isEmpty();
    }

    @TestFactory
    Stream<DynamicTest> every_kind_of_rule_is_recounted_to_the_cent() {
        var bundles = read("all-kinds-of-rules.json");
        assertThat(bundles).hasSizeGreaterThanOrEqualTo(50);
        return bundles.valueStream()
                .map(bundle -> DynamicTest.dynamicTest(bundle.path("rules").toString(), () -> {
                    var ending = verify(bundle);

                    assertThat(ending.code())
                            .as(ending.screen() + ending.complaint())
                            .isZero();
                }));
    }

    static Stream<Arguments> tampering() {
        return Stream.of(
                tampered(
                        "a cent more for one school",
                        bundle -> amount(school(bundle, PERKINS).path("amount"), "49919.06"),
                        PERKINS + " Michael J Perkins: the bundle says $49,919.06, the rules give $49,919.05"),
                tampered(
                        "a pupil more at one school",
                        bundle -> school(bundle, PERKINS).put("pupils", 239),
                        PERKINS + " Michael J Perkins: the bundle says $49,919.05, the rules give $50,1"),
                tampered(
                        "an index that puts a school below the cut",
                        bundle -> school(bundle, PERKINS).put("index", "0.10"),
                        PERKINS + " Michael J Perkins: the bundle says funded, the rules give below-the-cut"),
                tampered(
                        "an index that changes no amount",
                        bundle -> school(bundle, PERKINS).put("index", "0.61"),
                        "digest: the bundle says sha256:"),
                tampered(
                        "another rule",
                        bundle -> ((ObjectNode) bundle.at("/rules/eligibility")).put("schools", 59),
                        "the bundle says funded, the rules give below-the-cut"),
                tampered(
                        "another formula",
                        bundle -> ((ObjectNode) bundle.at("/rules/formula")).put("kind", "index-weighted-per-pupil"),
                        PERKINS + " Michael J Perkins: the bundle says $49,919.05, the rules give $"),
                tampered(
                        "a reserve that nobody told of",
                        bundle -> amount(bundle.at("/rules/reserve"), "100.00"),
                        "all schools together: the bundle says $5,700,000.00, the rules give $5,699,900.00"),
                tampered(
                        "a floor that nobody can pay",
                        bundle -> ((ObjectNode) bundle.get("rules"))
                                .putObject("guardrails")
                                .putObject("floor")
                                .put("amount", "100000.00")
                                .put("currency", "USD"),
                        "rules: the rules promise the schools more than there is to share out"),
                tampered(
                        "a revision that was left out",
                        bundle -> ((ObjectNode) bundle).putArray("revisions"),
                        PERKINS
                                + " Michael J Perkins: the bundle says it has $49,869.05 now, the revisions give $49,919.05"),
                tampered(
                        "a revision of money that nobody had",
                        bundle -> {
                            ObjectNode revision = (ObjectNode) bundle.at("/revisions/0");
                            revision.remove("fromSchool");
                            revision.put("toSchool", PERKINS);
                        },
                        "a revision of $50.00 from the reserve to 00350231 cannot be"),
                tampered(
                        "a total that is not the sum",
                        bundle -> amount(bundle.get("total"), "5700000.01"),
                        "all schools together: the bundle says $5,700,000.01, the rules give $5,700,000.00"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("tampering")
    void what_was_tampered_with_is_found(String what, Consumer<JsonNode> tampering, String found) {
        var bundle = fy2019();
        tampering.accept(bundle);

        var ending = verify(bundle);

        assertThat(ending.screen()).contains("DIFFERS ", found).doesNotContain("equal to the cent");
        assertThat(ending.code()).isEqualTo(1);
    }

    static Stream<Arguments> no_bundles() {
        return Stream.of(
                Arguments.of("", "it is no JSON object, so no bundle"),
                Arguments.of("[]", "it is no JSON object, so no bundle"),
                Arguments.of("{\"format\": ", "it is no JSON: "),
                Arguments.of("{\"a\": 1, \"a\": 2}", "Duplicate field 'a'"),
                Arguments.of("{} {}", "it is no JSON: "),
                Arguments.of("{}", "format is missing"),
                Arguments.of("{\"format\": \"partnership-fund.bundle.v9\"}", "must be \"partnership-fund.bundle.v1\""),
                Arguments.of(broken(bundle -> school(bundle, PERKINS).remove("pupils")), "].pupils is missing"),
                Arguments.of(broken(bundle -> school(bundle, PERKINS).put("pupils", -1)), "].pupils is -1"),
                Arguments.of(broken(bundle -> school(bundle, PERKINS).put("index", "high")), "].index is \"high\""),
                Arguments.of(broken(bundle -> amount(bundle.get("total"), "1e3")), "total.amount is \"1e3\""),
                Arguments.of(
                        broken(bundle -> ((ObjectNode) bundle.get("total")).put("currency", "EUR")),
                        "total.currency is \"EUR\", and must be USD"),
                Arguments.of(
                        broken(bundle -> ((ObjectNode) bundle.at("/rules/formula")).put("kind", "by-lot")),
                        "rules.formula.kind is \"by-lot\""),
                Arguments.of(
                        broken(bundle -> school(bundle, PERKINS).put("schoolCode", "00350001")),
                        "school 00350001 stands in the bundle twice"));
    }

    @ParameterizedTest(name = "{1}")
    @MethodSource("no_bundles")
    void what_is_no_bundle_gets_one_clear_line(String text, String why) throws IOException {
        Path file = Files.writeString(Files.createTempFile(folder, "no", ".json"), text);

        var ending = run(file.toString());

        assertThat(ending.code()).isEqualTo(2);
        assertThat(ending.screen()).isEmpty();
        assertThat(ending.complaint().lines())
                .singleElement()
                .asString()
                .startsWith("fund: " + file)
                .contains(why);
    }

    @Test
    void a_file_that_does_not_exist_gets_one_clear_line() {
        var ending = run(folder.resolve("nowhere.json").toString());

        assertThat(ending.code()).isEqualTo(2);
        assertThat(ending.complaint()).contains("nowhere.json does not exist");
    }

    @Test
    void an_address_is_as_good_as_a_file() throws IOException {
        byte[] bundle = JSON.writeValueAsBytes(fy2019());
        var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/scenarios/1/bundle", exchange -> {
            exchange.sendResponseHeaders(200, bundle.length);
            try (var body = exchange.getResponseBody()) {
                body.write(bundle);
            }
        });
        server.start();
        try {
            String address = "http://127.0.0.1:%d/scenarios/"
                    .formatted(server.getAddress().getPort());

            assertThat(run(address + "1/bundle").code()).isZero();
            assertThat(run(address + "2/bundle"))
                    .extracting(Ending::code, ending -> ending.complaint().contains("the answer is 404, not 200"))
                    .containsExactly(2, true);
        } finally {
            server.stop(0);
        }
    }

    private static Arguments tampered(String what, Consumer<JsonNode> tampering, String found) {
        return Arguments.of(what, tampering, found);
    }

    private static String broken(Consumer<JsonNode> breaking) {
        var bundle = fy2019();
        breaking.accept(bundle);
        return bundle.toString();
    }

    private static ObjectNode school(JsonNode bundle, String code) {
        return (ObjectNode) bundle.get("schools")
                .valueStream()
                .filter(school -> school.get("schoolCode").textValue().equals(code))
                .findFirst()
                .orElseThrow();
    }

    private static void amount(JsonNode money, String amount) {
        ((ObjectNode) money).put("amount", amount);
    }

    private static JsonNode fy2019() {
        return read("fy2019.json");
    }

    private static JsonNode read(String name) {
        try (InputStream in = VerifyTest.class.getResourceAsStream("/bundles/" + name)) {
            return JSON.readTree(Objects.requireNonNull(in));
        } catch (IOException e) {
            throw new IllegalStateException("cannot read " + name, e);
        }
    }

    private static Ending verify(JsonNode bundle) {
        try {
            Path file = Files.createTempFile(folder, "bundle", ".json");
            return run(Files.write(file, bundle.toPrettyString().getBytes(StandardCharsets.UTF_8))
                    .toString());
        } catch (IOException e) {
            throw new IllegalStateException("cannot write a bundle", e);
        }
    }

    private static Ending run(String bundle) {
        var screen = new StringWriter();
        var complaint = new StringWriter();
        var command = new CommandLine(new VerifyCommand());
        command.setOut(new PrintWriter(screen, true));
        command.setErr(new PrintWriter(complaint, true));
        int code = command.execute(bundle);
        return new Ending(code, screen.toString(), complaint.toString());
    }
}
