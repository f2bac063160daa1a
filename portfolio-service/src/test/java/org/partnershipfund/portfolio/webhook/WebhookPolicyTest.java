package org.partnershipfund.portfolio.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.standardwebhooks.exceptions.WebhookSigningException;
import java.net.InetAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.partnershipfund.kernel.Decision;
import org.partnershipfund.portfolio.fixtures.PolicyPage;
import org.partnershipfund.portfolio.partner.PartnerId;
import org.partnershipfund.portfolio.webhook.WebhookRefusal.TargetNotAllowed;
import org.partnershipfund.portfolio.webhook.WebhookRefusal.TooManyWebhooks;

/** The rules and worked examples of docs/policy/webhooks.md. */
class WebhookPolicyTest {

    private static final TargetRule OUTSIDE = new TargetRule(false);
    private static final PartnerId PARTNER = new PartnerId(new UUID(0, 1));
    private static final Instant NOW = Instant.parse("2018-03-01T12:00:00Z");
    private static final String PORTAL = "https://portal.example.org/webhooks";

    static List<List<String>> where_messages_may_go() {
        return PolicyPage.examples("webhooks.md", "where messages may go");
    }

    static List<List<String>> which_machines_are_called() {
        return PolicyPage.examples("webhooks.md", "which machines are called");
    }

    static List<List<String>> when_it_is_sent_again() {
        return PolicyPage.examples("webhooks.md", "when it is sent again");
    }

    @ParameterizedTest
    @MethodSource
    void where_messages_may_go(List<String> row) {
        Optional<String> objection = OUTSIDE.objection(row.getFirst());

        if (row.getLast().equals("yes")) {
            assertThat(objection).isEmpty();
        } else {
            assertThat(objection).hasValueSatisfying(text -> assertThat(text).contains(row.getLast()));
        }
    }

    @ParameterizedTest
    @MethodSource
    void which_machines_are_called(List<String> row) {
        assertThat(OUTSIDE.admits(InetAddress.ofLiteral(row.getFirst()).getAddress()))
                .isEqualTo(row.getLast().equals("yes"));
    }

    @ParameterizedTest
    @MethodSource
    void when_it_is_sent_again(List<String> row) {
        Optional<Duration> expected =
                row.getLast().equals("given up") ? Optional.empty() : Optional.of(Duration.parse(row.getLast()));

        assertThat(RetryPlan.pauseAfter(Integer.parseInt(row.getFirst()))).isEqualTo(expected);
    }

    static List<List<String>> what_becomes_of_a_message() {
        return PolicyPage.examples("webhooks.md", "what becomes of a message");
    }

    @ParameterizedTest
    @MethodSource
    void what_becomes_of_a_message(List<String> row) {
        Answer answer = row.get(1).equals("(none)")
                ? new Answer.None("no answer within PT15S")
                : new Answer.Status(Integer.parseInt(row.get(1)));

        String became = switch (Verdict.of(Integer.parseInt(row.getFirst()), answer)) {
            case Verdict.Taken _ -> "taken";
            case Verdict.Again(var pause) -> "again in " + pause;
            case Verdict.GivenUp _ -> "given up";
            case Verdict.Gone _ -> "given up, webhook off";
        };

        assertThat(became).isEqualTo(row.getLast());
    }

    @Test
    void no_more_than_five_secrets_sign_however_often_they_are_rotated() {
        Webhook often = webhook();
        for (int seed = 2; seed <= 9; seed++) {
            often = often.rotate(secret(seed), NOW);
        }

        assertThat(often.signing(NOW))
                .extracting(Secret::text)
                .containsExactly(
                        secret(9).text(),
                        secret(8).text(),
                        secret(7).text(),
                        secret(6).text(),
                        secret(5).text());
    }

    @Test
    void the_body_of_a_message_is_what_standard_webhooks_says() {
        var message = new Message(
                1,
                new WebhookId(new UUID(0, 6)),
                PORTAL,
                List.of(secret(1)),
                new UUID(0, 7),
                Topic.APPLICATION_CHANGED,
                "{\"state\":\"vetted\"}",
                NOW,
                1);

        assertThat(message.body())
                .isEqualTo(
                        "{\"type\":\"application.changed\",\"timestamp\":\"2018-03-01T12:00:00Z\",\"data\":{\"state\":\"vetted\"}}");
        assertThat(message.toString()).doesNotContain(secret(1).text());
    }

    @Test
    void a_trial_installation_may_call_its_own_machine() {
        var trial = new TargetRule(true);

        assertThat(trial.objection("http://127.0.0.1:9999/hook")).isEmpty();
        assertThat(trial.admits(InetAddress.ofLiteral("127.0.0.1").getAddress()))
                .isTrue();
        assertThat(trial.objection("file:///etc/passwd")).isPresent();
    }

    @Test
    void the_signature_is_the_one_that_standard_webhooks_publishes_as_its_example() throws WebhookSigningException {
        var signature = new com.standardwebhooks.Webhook("whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw")
                .sign("msg_p5jXN8AQM9LWM0D4loKWxJek", 1_614_265_330L, "{\"test\": 2432232314}");

        assertThat(signature).isEqualTo("v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=");
    }

    @Test
    void a_partner_has_at_most_five() {
        assertThat(register(PORTAL, 4)).isInstanceOf(Decision.Accepted.class);
        assertThat(register(PORTAL, 5)).isEqualTo(Decision.refuse(new TooManyWebhooks(PARTNER, 5)));
    }

    @Test
    void an_address_inside_the_district_is_refused_when_it_is_registered_and_when_it_is_changed() {
        String inside = "https://10.0.0.1/";

        assertThat(register(inside, 0)).isEqualTo(refused(inside));
        assertThat(Webhook.change(webhook(), inside, Set.of(Topic.INVOICE_PAID), OUTSIDE))
                .isEqualTo(refused(inside));
    }

    @Test
    void the_secret_before_signs_beside_the_new_one_for_a_day() {
        Webhook rotated = webhook().rotate(secret(2), NOW);

        assertThat(rotated.signing(NOW))
                .extracting(Secret::text)
                .containsExactly(secret(2).text(), secret(1).text());
        assertThat(rotated.signing(NOW.plus(Duration.ofHours(24)).minusMillis(1)))
                .hasSize(2);
        assertThat(rotated.signing(NOW.plus(Duration.ofHours(24))))
                .extracting(Secret::text)
                .containsExactly(secret(2).text());
    }

    @Test
    void a_second_rotation_prolongs_no_old_secret_and_drops_those_that_ended() {
        Instant soon = NOW.plus(Duration.ofHours(1));
        Instant dayAfter = NOW.plus(Duration.ofHours(25));

        Webhook twice = webhook().rotate(secret(2), NOW).rotate(secret(3), soon);

        assertThat(twice.signing(NOW.plus(Duration.ofHours(24))))
                .extracting(Secret::text)
                .containsExactly(secret(3).text(), secret(2).text());
        assertThat(twice.rotate(secret(4), dayAfter).secrets())
                .extracting(Secret::text)
                .containsExactly(secret(4).text(), secret(3).text());
    }

    @Test
    void one_that_was_turned_off_is_on_again_when_the_partner_changes_it() {
        Webhook off = webhook().off("It answered 410: gone.", NOW);

        assertThat(off.state()).isEqualTo(new Webhook.State.Off("It answered 410: gone.", NOW));
        assertThat(Webhook.change(off, PORTAL, EnumSet.allOf(Topic.class), OUTSIDE)
                        .orRefuse()
                        .state()
                        .state())
                .isEqualTo(new Webhook.State.On());
    }

    @Test
    void a_secret_is_thirty_two_bytes_and_never_written_by_accident() {
        assertThat(secret(1).text()).matches("whsec_[A-Za-z0-9+/]{43}=");
        assertThat(webhook().toString()).doesNotContain(secret(1).text());
        assertThatThrownBy(() -> Secret.of(new byte[16])).isInstanceOf(IllegalArgumentException.class);
    }

    private static Decision<Webhook> refused(String target) {
        return Decision.refuse(new TargetNotAllowed(target, "it must name a host of the public Internet, by its name"));
    }

    private static Decision<Webhook> register(String url, int others) {
        return Webhook.register(
                new WebhookId(new UUID(0, 2)),
                PARTNER,
                url,
                Set.of(Topic.INVOICE_PAID),
                secret(1),
                others,
                OUTSIDE,
                NOW);
    }

    private static Webhook webhook() {
        return register(PORTAL, 0).orRefuse().state();
    }

    private static Secret secret(int seed) {
        byte[] bytes = new byte[32];
        bytes[31] = (byte) seed;
        return Secret.of(bytes);
    }
}
