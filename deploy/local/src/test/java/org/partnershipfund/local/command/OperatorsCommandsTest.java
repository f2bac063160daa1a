package org.partnershipfund.local.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.partnershipfund.local.Suite;
import org.partnershipfund.local.place.Place;
import picocli.CommandLine;

/** An operator's command while one service answers, one is away for now, and two are not there at all. */
class OperatorsCommandsTest {

    private record Reply(int status, String body) {}

    @TempDir
    private Path folder;

    private final PrintStream usualOut = System.out;
    private final PrintStream usualErr = System.err;
    private final ByteArrayOutputStream said = new ByteArrayOutputStream();
    private final ByteArrayOutputStream complained = new ByteArrayOutputStream();
    private final AtomicReference<Reply> portfolio = new AtomicReference<>(new Reply(503, "{}"));

    @SuppressWarnings("NullAway.Init") // started before each test
    private HttpServer allocationServer;

    @SuppressWarnings("NullAway.Init") // started before each test
    private HttpServer portfolioServer;

    @BeforeEach
    void two_of_four_listen() throws IOException {
        allocationServer = listen(new AtomicReference<>(new Reply(200, "{\"items\": []}")));
        portfolioServer = listen(portfolio);
        System.setOut(new PrintStream(said, true, StandardCharsets.UTF_8));
        System.setErr(new PrintStream(complained, true, StandardCharsets.UTF_8));
    }

    @AfterEach
    void silence() {
        System.setOut(usualOut);
        System.setErr(usualErr);
        allocationServer.stop(0);
        portfolioServer.stop(0);
    }

    @Test
    void a_list_of_letters_names_who_does_not_answer_and_shows_the_rest() {
        var exitCode = new CommandLine(new DeadLettersCommand(place())).execute("list");

        assertThat(exitCode).isEqualTo(1);
        assertThat(complained().lines())
                .containsExactly(
                        "fund: portfolio-service cannot answer now (503): ./fund status",
                        "fund: approval-service does not answer: ./fund status",
                        "fund: procurement-service does not answer: ./fund status");
        assertThat(said()).contains("There are no such letters.");
    }

    @Test
    void a_list_that_is_refused_is_not_taken_for_an_outage() {
        portfolio.set(new Reply(403, "{\"title\": \"not for you\"}"));

        var exitCode = new CommandLine(new DeadLettersCommand(place())).execute("list", "portfolio");

        assertThat(exitCode).isNotZero();
        assertThat(complained()).contains("answered 403");
    }

    @Test
    void a_tail_that_follows_survives_an_outage_and_speaks_of_it_once() throws Exception {
        allocationServer.stop(0);
        Callable<Integer> command = () -> new CommandLine(new EventsTailCommand(place())).execute("--follow");
        var following = Thread.ofPlatform().daemon().start(() -> {
            try {
                assertThat(command.call()).isNotNull();
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        });
        await("the outage is told").until(() -> complained().contains("portfolio-service cannot answer now"));

        portfolio.set(new Reply(200, """
                [{"time": "2017-12-08T14:00:00Z", "source": "/portfolio-service", "subject": "P-1",
                  "type": "org.partnershipfund.portfolio.ProgramListed.v1", "data": {}}]
                """));

        await("the event is shown").until(() -> said().contains("portfolio.ProgramListed.v1"));
        following.interrupt();
        following.join();
        assertThat(complained().lines().filter(line -> line.contains("portfolio-service")))
                .hasSize(1);
    }

    private String said() {
        return said.toString(StandardCharsets.UTF_8);
    }

    private String complained() {
        return complained.toString(StandardCharsets.UTF_8);
    }

    private Place place() {
        return Place.of(
                Suite.checkout(),
                Map.of(
                        "FUND_DIR",
                        folder.toString(),
                        "FUND_IDENTITY",
                        "local",
                        "FUND_PORT_ALLOCATION",
                        String.valueOf(allocationServer.getAddress().getPort()),
                        "FUND_PORT_PORTFOLIO",
                        String.valueOf(portfolioServer.getAddress().getPort()),
                        "FUND_PORT_APPROVAL",
                        "1",
                        "FUND_PORT_PROCUREMENT",
                        "1"));
    }

    private static HttpServer listen(AtomicReference<Reply> reply) throws IOException {
        var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        var _ = server.createContext("/", exchange -> answer(exchange, reply.get()));
        server.start();
        return server;
    }

    private static void answer(HttpExchange exchange, Reply reply) throws IOException {
        var body = reply.body().getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().put("Content-Type", List.of("application/json"));
        exchange.sendResponseHeaders(reply.status(), body.length);
        try (var stream = exchange.getResponseBody()) {
            stream.write(body);
        }
    }
}
