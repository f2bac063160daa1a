package org.partnershipfund.portfolio.adapter.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import com.standardwebhooks.Webhook;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.hc.client5.http.DnsResolver;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.partnershipfund.portfolio.adapter.rest.PartnerPortal;
import org.partnershipfund.portfolio.webhook.Answer;
import org.partnershipfund.portfolio.webhook.Message;
import org.partnershipfund.portfolio.webhook.Secret;
import org.partnershipfund.portfolio.webhook.TargetRule;
import org.partnershipfund.portfolio.webhook.Topic;
import org.partnershipfund.portfolio.webhook.WebhookId;

/** A message goes where it may, comes to an end whatever the other side does, and shows that it was us. */
class CourierTest {

    private static final Duration LONG = Duration.ofSeconds(20);
    private static final Duration SHORT = Duration.ofMillis(300);
    private static final TargetRule TRIAL = new TargetRule(true);
    private static final TargetRule OUTSIDE = new TargetRule(false);
    private static final Secret NEW = secret(2);
    private static final Secret OLD = secret(1);

    private final PartnerPortal portal = new PartnerPortal();

    /** A name server that leads every name to this machine, which is also called 10.0.0.1. */
    private static final class Names implements DnsResolver {
        private final AtomicInteger asked = new AtomicInteger();

        @Override
        public InetAddress[] resolve(String host) throws UnknownHostException {
            int _ = asked.incrementAndGet();
            return new InetAddress[] {
                InetAddress.getByAddress(new byte[] {127, 0, 0, 1}), InetAddress.getByAddress(new byte[] {10, 0, 0, 1})
            };
        }

        @Override
        public String resolveCanonicalHostname(String host) {
            return host;
        }
    }

    @AfterEach
    void the_portal_closes() {
        portal.close();
    }

    @Test
    void each_secret_that_signs_verifies_the_message_and_no_other_does() throws Exception {
        assertThat(post(TRIAL, LONG, portal.url())).isEqualTo(new Answer.Status(204));

        var received = portal.messages().getFirst();
        for (Secret secret : List.of(NEW, OLD)) {
            assertThatCode(() -> new Webhook(secret.text()).verify(received.body(), received.headers()))
                    .doesNotThrowAnyException();
        }
        assertThat(received.header("webhook-signature")).matches("v1,[A-Za-z0-9+/]{43}= v1,[A-Za-z0-9+/]{43}=");
        assertThat(received.header("webhook-id")).isEqualTo("msg_00000000-0000-0000-0000-000000000007");
        assertThat(received.header("content-type")).startsWith("application/json");
        assertThat(received.body())
                .isEqualTo(
                        "{\"type\":\"invoice.paid\",\"timestamp\":\"2018-07-02T12:00:00Z\",\"data\":{\"name\":\"Škoda\"}}");
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(
            strings = {
                "http://portal.example.org:%d/",
                "http://127.0.0.1:%d/",
                "http://localhost:%d/",
                "http://[::1]:%d/"
            })
    void whatever_leads_inside_is_not_called(String url) throws Exception {
        Answer answer = post(OUTSIDE, LONG, url.formatted(portal.port()));

        assertThat(answer)
                .isInstanceOfSatisfying(
                        Answer.None.class,
                        none -> assertThat(none.fault()).contains("no machine of the public Internet"));
        assertThat(portal.messages()).isEmpty();
    }

    @Test
    void where_a_name_leads_is_asked_at_each_attempt() throws Exception {
        var names = new Names();
        var courier = new Courier(LONG, 1, TRIAL, names);
        String url = "http://portal.example.org:%d/".formatted(portal.port());

        var _ = courier.post(message(url), Instant.now());
        var _ = courier.post(message(url), Instant.now());
        courier.close();

        assertThat(names.asked).hasValue(2);
    }

    @Test
    void a_redirect_is_an_answer_and_is_not_followed() throws Exception {
        portal.answers(302);

        assertThat(post(TRIAL, LONG, portal.url())).isEqualTo(new Answer.Status(302));
        assertThat(portal.messages()).hasSize(1);
    }

    @Test
    void a_body_without_end_is_not_read() throws Exception {
        try (var endless =
                new Trickster("HTTP/1.1 200 OK\r\nContent-Length: 9000000000\r\n\r\n", "all work and no play ")) {
            assertThat(post(TRIAL, LONG, endless.url())).isEqualTo(new Answer.Status(200));
        }
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"HTTP/1.1 200 OK\r\nX-Long: ", "HTTP/1.1 200 O"})
    void a_head_without_end_is_given_up(String begins) throws Exception {
        try (var endless = new Trickster(begins, "KKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKK")) {
            assertThat(post(TRIAL, LONG, endless.url())).isInstanceOf(Answer.None.class);
        }
    }

    @Test
    void who_says_nothing_is_not_waited_for() throws Exception {
        try (var silent = new Trickster("", "")) {
            assertThat(post(TRIAL, SHORT, silent.url())).isInstanceOf(Answer.None.class);
        }
    }

    @Test
    void who_is_not_there_gave_no_answer() throws Exception {
        String url = portal.url();
        portal.close();

        assertThat(post(TRIAL, LONG, url)).isInstanceOf(Answer.None.class);
    }

    /** A machine that answers a beginning, then the same again and again; with nothing to repeat it stays silent. */
    private static final class Trickster implements AutoCloseable {

        private final ServerSocket door;

        Trickster(String begins, String goesOn) throws IOException {
            door = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
            var _ = Thread.ofVirtual().start(() -> answer(begins, goesOn));
        }

        String url() {
            return "http://127.0.0.1:%d/".formatted(door.getLocalPort());
        }

        private void answer(String begins, String goesOn) {
            try (Socket caller = door.accept();
                    InputStream in = caller.getInputStream();
                    OutputStream out = caller.getOutputStream()) {
                out.write(begins.getBytes(StandardCharsets.US_ASCII));
                while (!goesOn.isEmpty()) {
                    out.write(goesOn.getBytes(StandardCharsets.US_ASCII));
                }
                var _ = in.readAllBytes();
            } catch (IOException e) {
                // The caller went away, which is what is wanted of it.
            }
        }

        @Override
        public void close() throws IOException {
            door.close();
        }
    }

    private static Answer post(TargetRule rule, Duration patience, String url) throws IOException {
        var courier = new Courier(patience, 4, rule, new Names());
        try {
            return courier.post(message(url), Instant.now());
        } finally {
            courier.close();
        }
    }

    private static Message message(String url) {
        return new Message(
                1,
                new WebhookId(new UUID(0, 6)),
                url,
                List.of(NEW, OLD),
                new UUID(0, 7),
                Topic.INVOICE_PAID,
                "{\"name\":\"Škoda\"}",
                Instant.parse("2018-07-02T12:00:00Z"),
                1);
    }

    private static Secret secret(int seed) {
        byte[] bytes = new byte[32];
        bytes[31] = (byte) seed;
        return Secret.of(bytes);
    }
}
