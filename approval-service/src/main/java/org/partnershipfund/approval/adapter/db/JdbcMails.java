package org.partnershipfund.approval.adapter.db;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.partnershipfund.approval.mail.Mail;
import org.partnershipfund.approval.mail.MailId;
import org.partnershipfund.approval.mail.MailKind;
import org.partnershipfund.approval.mail.MailOutbox;
import org.partnershipfund.approval.mail.OutboundMail;
import org.partnershipfund.approval.person.Person;
import org.partnershipfund.foundation.sql.Sql;

/** Messages in table {@code mail}. A loan is an attempt whose next one is due when the loan ends. */
@ApplicationScoped
class JdbcMails implements MailOutbox, OutboundMail {

    private final Sql sql;

    JdbcMails(Sql sql) {
        this.sql = sql;
    }

    @Override
    @Transactional(TxType.MANDATORY)
    public void put(Mail mail) {
        sql.later(
                """
                INSERT INTO mail (id, issuer, subject, kind, thing, edition, title, paragraphs, path, calendar, happened_at)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                ON CONFLICT ON CONSTRAINT mail_told_once DO NOTHING
                """,
                mail.id().value(),
                mail.to().issuer(),
                mail.to().subject(),
                mail.kind().word(),
                mail.thing(),
                mail.edition(),
                mail.subject(),
                mail.paragraphs().toArray(String[]::new),
                mail.path().orElse(null),
                mail.calendar().orElse(null),
                Times.parameter(mail.at()));
    }

    @Override
    public List<Sent> list(MailOutbox.Filter filter, Optional<MailId> after, int limit) {
        return sql.list(
                """
                SELECT * FROM mail
                 WHERE id > ? AND greatest(put_down_at, settled_at) > ?
                   AND state = coalesce(?, state) AND thing = coalesce(?, thing)
                 ORDER BY id LIMIT ?
                """,
                JdbcMails::sent,
                after.map(MailId::value).orElse(Sorting.BEFORE_ALL),
                Times.parameter(filter.modifiedAfter().orElse(Instant.EPOCH)),
                filter.state().map(State::word).orElse(null),
                filter.thing().orElse(null),
                limit);
    }

    @Override
    public Set<Told> told(Collection<String> things) {
        return Set.copyOf(sql.list(
                "SELECT * FROM mail WHERE thing = ANY (?)",
                row -> new Told(to(row), kind(row), row.getString("thing"), row.getString("edition")),
                (Object) things.toArray(String[]::new)));
    }

    private static Sent sent(ResultSet row) throws SQLException {
        return new Sent(
                new MailId(row.getObject("id", UUID.class)),
                to(row),
                kind(row),
                row.getString("thing"),
                row.getString("edition"),
                Words.constant(State.values(), State::word, row.getString("state")),
                row.getInt("attempts"),
                Optional.ofNullable(row.getString("fault")),
                Times.of(row, "put_down_at"),
                Times.maybe(row, "settled_at"));
    }

    private static Person to(ResultSet row) throws SQLException {
        return new Person(row.getString("issuer"), row.getString("subject"));
    }

    private static MailKind kind(ResultSet row) throws SQLException {
        return Words.constant(MailKind.values(), MailKind::word, row.getString("kind"));
    }

    @Override
    @Transactional(TxType.MANDATORY)
    public List<Lent> lend(Instant now, Instant until, int limit) {
        return sql.list("""
                WITH due AS (
                    SELECT id FROM mail WHERE state = 'waiting' AND next_attempt_at <= ?
                     ORDER BY next_attempt_at, id LIMIT ? FOR UPDATE SKIP LOCKED),
                lent AS (
                    UPDATE mail m SET attempts = attempts + 1, next_attempt_at = ? FROM due WHERE m.id = due.id
                    RETURNING m.*)
                SELECT lent.*, c.address, c.wants_mail, c.set_issuer, c.set_subject, c.modified_at
                  FROM lent LEFT JOIN mail_contact c ON c.issuer = lent.issuer AND c.subject = lent.subject
                 ORDER BY lent.id
                """, JdbcMails::lent, Times.parameter(now), limit, Times.parameter(until));
    }

    private static Lent lent(ResultSet row) throws SQLException {
        Person to = to(row);
        var mail = new Mail(
                new MailId(row.getObject("id", UUID.class)),
                to,
                kind(row),
                row.getString("thing"),
                row.getString("edition"),
                row.getString("title"),
                List.of((String[]) row.getArray("paragraphs").getArray()),
                Optional.ofNullable(row.getString("path")),
                Optional.ofNullable(row.getString("calendar")),
                Times.of(row, "happened_at"));
        return new Lent(
                mail,
                row.getString("address") == null ? Optional.empty() : Optional.of(JdbcContacts.contact(row, to)),
                row.getInt("attempts"));
    }

    @Override
    public void leave(List<Lent> lents, State state, Instant at) {
        int _ = sql.update(
                """
                UPDATE mail SET state = ?, fault = NULL, settled_at = ?, next_attempt_at = NULL
                 WHERE id = ANY (?::uuid[]) AND state = 'waiting'
                """,
                state.word(),
                Times.parameter(at),
                lents.stream().map(lent -> lent.mail().id().value().toString()).toArray(String[]::new));
    }

    @Override
    @Transactional(TxType.MANDATORY)
    public void settle(Lent lent, State state, Optional<String> fault, Instant at) {
        int _ = sql.update(
                """
                UPDATE mail SET state = ?, fault = ?, settled_at = ?, next_attempt_at = NULL
                 WHERE id = ? AND state = 'waiting'
                """,
                state.word(),
                fault.orElse(null),
                Times.parameter(at),
                lent.mail().id().value());
    }

    @Override
    @Transactional(TxType.MANDATORY)
    public void again(Lent lent, String fault, Instant next) {
        int _ = sql.update(
                "UPDATE mail SET fault = ?, next_attempt_at = ? WHERE id = ? AND state = 'waiting' AND attempts = ?",
                fault,
                Times.parameter(next),
                lent.mail().id().value(),
                lent.attempts());
    }
}
