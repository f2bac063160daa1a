package org.partnershipfund.foundation.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.transaction.TransactionalException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.partnershipfund.foundation.sql.Sql;
import org.partnershipfund.kernel.AuditTrail;
import org.partnershipfund.kernel.AuditTrail.Change;
import org.partnershipfund.kernel.AuditTrail.Personal;
import org.partnershipfund.testkit.BackboneResource;

/** Who did it by which door is tested with the dead letters' and the clock's doors. */
@QuarkusTest
@WithTestResource(BackboneResource.class)
class AuditTrailIT {

    @Inject
    AuditTrail audit;

    @Inject
    Salts salts;

    @Inject
    Sql sql;

    private record MemberState(String council, Personal name, Instant since) {}

    private void record(String subject, MemberState before, MemberState after) {
        QuarkusTransaction.requiringNew().run(() -> audit.record(new Change("MemberChanged", subject, before, after)));
    }

    private String state(String column, String subject) {
        return sql.list(
                        "SELECT " + column + " FROM audit_log WHERE subject = ? ORDER BY seq DESC LIMIT 1",
                        row -> row.getString(1),
                        subject)
                .getFirst();
    }

    private static MemberState member(String person, String name) {
        return new MemberState("00350231", new Personal(person, name), Instant.parse("2018-01-01T00:00:00Z"));
    }

    @Test
    void a_change_without_a_transaction_is_refused() {
        assertThatThrownBy(() -> audit.record(new Change("Nothing", "x", null, null)))
                .isInstanceOf(TransactionalException.class);
    }

    @Test
    void what_is_rolled_back_leaves_no_trace() {
        String subject = UUID.randomUUID().toString();

        assertThatThrownBy(() -> QuarkusTransaction.requiringNew().run(() -> {
                    audit.record(new Change("FundOpened", subject, null, List.of(1)));
                    throw new IllegalStateException("changed my mind");
                }))
                .hasStackTraceContaining("changed my mind");

        assertThat(sql.list("SELECT 1 FROM audit_log WHERE subject = ?", row -> row.getInt(1), subject))
                .isEmpty();
    }

    @Test
    void states_are_kept_as_text_and_personal_data_as_digests_that_can_be_compared() {
        String person = UUID.randomUUID().toString();

        record("a" + person, member(person, "Maria Invented"), member(person, "Maria Invented-Smith"));

        String before = state("state_before", "a" + person);
        String after = state("state_after", "a" + person);
        assertThat(before)
                .matches(
                        "\\{\"council\":\"00350231\",\"name\":\"hmac-sha256:[0-9a-f]{64}\",\"since\":\"2018-01-01T00:00:00Z\"}")
                .doesNotContain("Maria");
        assertThat(after).doesNotContain("Maria").isNotEqualTo(before);
        record("b" + person, member(person, "Maria Invented"), member(person, "Maria Invented"));
        assertThat(state("state_before", "b" + person)).isEqualTo(before);
    }

    @Test
    void the_same_name_of_two_people_has_two_digests() {
        String one = UUID.randomUUID().toString();
        String other = UUID.randomUUID().toString();

        record(one, member(one, "J. Doe"), member(other, "J. Doe"));

        assertThat(state("state_before", one)).isNotEqualTo(state("state_after", one));
    }

    @Test
    void a_destroyed_salt_makes_the_digests_meaningless_and_leaves_the_trail_whole() {
        String person = UUID.randomUUID().toString();
        record(person, member(person, "J. Doe"), member(person, "J. Doe"));
        String kept = state("state_before", person);

        assertThat(QuarkusTransaction.requiringNew().<Boolean>call(() -> salts.destroy(person)))
                .isTrue();
        assertThat(QuarkusTransaction.requiringNew().<Boolean>call(() -> salts.destroy(person)))
                .isFalse();

        assertThat(state("state_before", person)).isEqualTo(kept);
        record("again" + person, member(person, "J. Doe"), member(person, "J. Doe"));
        assertThat(state("state_before", "again" + person)).isNotEqualTo(kept);
    }
}
