package org.partnershipfund.foundation.eventlog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Scope;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.transaction.TransactionalException;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.partnershipfund.contracts.Events;
import org.partnershipfund.contracts.FundAppropriatedV1;
import org.partnershipfund.contracts.FundOpenedV1;
import org.partnershipfund.foundation.sql.Sql;
import org.partnershipfund.foundation.sql.SqlFailure;
import org.partnershipfund.kernel.Outbox;
import org.partnershipfund.testkit.BackboneResource;

@QuarkusTest
@WithTestResource(BackboneResource.class)
class SayingEventsIT {

    @Inject
    EventLog events;

    @Inject
    Outbox outbox;

    @Inject
    Sql sql;

    @Inject
    Tracer tracer;

    private UUID say(UUID fund) {
        return QuarkusTransaction.requiringNew()
                .call(() -> events.append(Events.FUND_OPENED, fund.toString(), Facts.fundOpened(fund), Facts.AT));
    }

    @Test
    void an_event_without_a_transaction_is_an_error_not_a_message() {
        UUID fund = UUID.randomUUID();

        assertThatThrownBy(() -> events.append(Events.FUND_OPENED, fund.toString(), Facts.fundOpened(fund), Facts.AT))
                .isInstanceOf(TransactionalException.class);
        assertThat(subjects(fund)).isEmpty();
    }

    @Test
    void what_a_use_case_puts_into_the_outbox_lies_in_the_log_in_its_order() {
        UUID one = UUID.randomUUID();
        UUID other = UUID.randomUUID();

        QuarkusTransaction.requiringNew()
                .run(() -> outbox.add(List.of(new FactsOnWire.Opened(one), new FactsOnWire.Opened(other))));

        assertThat(sql.list(
                        "SELECT subject FROM event_log WHERE subject IN (?, ?) ORDER BY seq",
                        row -> row.getString(1),
                        one.toString(),
                        other.toString()))
                .containsExactly(one.toString(), other.toString());
    }

    @Test
    void an_event_lies_in_the_log_as_it_will_be_published() {
        UUID fund = UUID.randomUUID();

        UUID id = say(fund);

        record Row(UUID id, String topic, String type, String source, String version, String content, Instant at) {}
        assertThat(id.version()).isEqualTo(7);
        assertThat(sql.list(
                        "SELECT id, topic, type, source, specversion, content_type, at FROM event_log WHERE subject = ?",
                        row -> new Row(
                                row.getObject(1, UUID.class),
                                row.getString(2),
                                row.getString(3),
                                row.getString(4),
                                row.getString(5),
                                row.getString(6),
                                row.getTimestamp(7).toInstant()),
                        fund.toString()))
                .isEqualTo(List.of(new Row(
                        id,
                        "partnership-fund.allocation.v1",
                        "org.partnershipfund.allocation.FundOpened.v1",
                        "/allocation-service",
                        "1.0",
                        "application/json",
                        Facts.AT)));
    }

    @Test
    void an_event_carries_the_trace_in_which_it_happened() {
        UUID fund = UUID.randomUUID();
        Span span = tracer.spanBuilder("open a fund").startSpan();

        try (Scope _ = span.makeCurrent()) {
            assertThat(say(fund)).isNotNull();
        } finally {
            span.end();
        }

        assertThat(texts("SELECT traceparent FROM event_log WHERE subject = ?", fund.toString()))
                .singleElement()
                .asString()
                .matches("00-%s-[0-9a-f]{16}-0[01]"
                        .formatted(span.getSpanContext().getTraceId()));
    }

    @Test
    void what_is_rolled_back_was_never_said() {
        UUID fund = UUID.randomUUID();

        assertThatThrownBy(() -> QuarkusTransaction.requiringNew().run(() -> {
                    UUID id = events.append(Events.FUND_OPENED, fund.toString(), Facts.fundOpened(fund), Facts.AT);
                    throw new IllegalStateException("changed my mind about " + id);
                }))
                .hasStackTraceContaining("changed my mind");

        assertThat(subjects(fund)).isEmpty();
    }

    @Test
    void an_oversized_event_refuses_its_command() {
        UUID fund = UUID.randomUUID();
        FundAppropriatedV1 huge = Facts.fundAppropriated(fund, 4_000);

        assertThatThrownBy(() -> QuarkusTransaction.requiringNew()
                        .run(() -> assertThat(events.append(Events.FUND_APPROPRIATED, fund.toString(), huge, Facts.AT))
                                .isNotNull()))
                .hasStackTraceContaining("at most 262144 are allowed");

        assertThat(subjects(fund)).isEmpty();
    }

    @Test
    void the_database_refuses_an_oversized_payload_by_itself() {
        assertThatThrownBy(() -> sql.update("""
                        INSERT INTO event_log (id, topic, subject, type, source, at, payload)
                        VALUES (gen_random_uuid(), 't', 's', 't', '/s', now(), repeat('x', 262145))""")).hasMessageContaining("event_log_payload_fits_the_relay");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "two\nlines"})
    void a_subject_can_be_printed(String subject) {
        FundOpenedV1 data = Facts.fundOpened(UUID.randomUUID());

        assertThatThrownBy(() -> QuarkusTransaction.requiringNew()
                        .run(() -> assertThat(events.append(Events.FUND_OPENED, subject, data, Facts.AT))
                                .isNotNull()))
                .hasStackTraceContaining("printable");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "UPDATE event_log SET payload = '{}'",
                "DELETE FROM event_log",
                "TRUNCATE event_log",
                "UPDATE audit_log SET action = 'Nothing'",
                "DELETE FROM audit_log",
                "TRUNCATE audit_log",
                "UPDATE event_position SET position = position + 1",
                "DELETE FROM event_position",
                "TRUNCATE event_position",
                "UPDATE inbox SET event_id = 'x'",
                "DELETE FROM inbox",
                "TRUNCATE inbox",
                "DELETE FROM dead_letter",
                "TRUNCATE dead_letter",
                "UPDATE audit_salt SET salt = salt",
                "INSERT INTO unsealed (seq, log) VALUES (-1, 'event')",
                "ALTER TABLE event_log DISABLE TRIGGER ALL",
                "DROP TRIGGER event_log_is_queued ON event_log",
                "DROP PUBLICATION event_log_publication",
                "CREATE TABLE mine (id int)",
                "INSERT INTO event_log (seq, id, topic, subject, type, source, at, payload)"
                        + " VALUES (1, gen_random_uuid(), 't', 's', 't', '/s', now(), '{}')"
            })
    void the_application_can_neither_rewrite_history_nor_change_tables(String attempt) {
        assertThatThrownBy(() -> sql.update(attempt))
                .isInstanceOf(SqlFailure.class)
                .cause()
                .isInstanceOfSatisfying(
                        SQLException.class,
                        refused -> assertThat(refused.getSQLState()).isEqualTo("42501"));
    }

    @Test
    void the_relay_sees_inserts_of_the_log_and_no_column_of_ours() {
        assertThat(
                        texts(
                                "SELECT pubinsert::text || pubupdate || pubdelete || pubtruncate FROM pg_publication WHERE pubname = 'event_log_publication'"))
                .containsExactly("truefalsefalsefalse");
        assertThat(sql.list(
                        "SELECT tablename || ' ' || array_to_string(attnames, ',') FROM pg_publication_tables",
                        row -> row.getString(1)))
                .containsExactly(
                        "event_log id,topic,subject,type,source,specversion,content_type,at,traceparent,payload");
        assertThat(sql.list(
                        "SELECT relname::text FROM pg_class WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace AND has_table_privilege('relay', oid, 'SELECT')",
                        row -> row.getString(1)))
                .containsExactly("event_log");
    }

    private List<String> texts(String query, Object... parameters) {
        return sql.list(query, row -> row.getString(1), parameters);
    }

    private List<String> subjects(UUID fund) {
        return sql.list("SELECT subject FROM event_log WHERE subject = ?", row -> row.getString(1), fund.toString());
    }
}
