package org.partnershipfund.approval.adapter;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.UUID;
import org.partnershipfund.foundation.sql.Sql;

/** What the tests look at: what the service said, what it wrote down, and the letters that nobody has settled yet. */
@Singleton
public class Said {

    private final Sql sql;

    Said(Sql sql) {
        this.sql = sql;
    }

    /** The names of the events about a subject, oldest first, such as {@code SelectionSubmitted}. */
    public List<String> about(String subject) {
        return sql.list(
                "SELECT split_part(type, '.', 4) FROM event_log WHERE subject = ? ORDER BY seq",
                row -> row.getString(1),
                subject);
    }

    /** The payloads of the events about a subject, oldest first. */
    public List<String> payloads(String subject) {
        return sql.list(
                "SELECT payload FROM event_log WHERE subject = ? ORDER BY seq", row -> row.getString(1), subject);
    }

    /** Everything that the audit trail has about a subject, oldest first: action, before and after. */
    public List<String> audited(String subject) {
        return sql.list(
                "SELECT action || ' ' || coalesce(state_before, '') || ' ' || coalesce(state_after, '') FROM audit_log WHERE subject = ? ORDER BY seq",
                row -> row.getString(1),
                subject);
    }

    /** The roles that records give the person somewhere, now or at another time. */
    public List<String> roles(String person) {
        return sql.list(
                "SELECT role FROM scope_record WHERE subject = ? ORDER BY role", row -> row.getString(1), person);
    }

    /** Lets a posted meeting begin now, as time would; its notice was given in time. */
    public void letTimePass(String meeting) {
        sql.updateOne("UPDATE meeting SET starts_at = clock_timestamp() WHERE id = ?", UUID.fromString(meeting));
    }

    /** Moves a meeting to the day before, as if a day had passed since. */
    public void letADayPass(String meeting) {
        sql.updateOne(
                "UPDATE meeting SET starts_at = starts_at - interval '1 day' WHERE id = ?", UUID.fromString(meeting));
    }

    /** Lets a help session begin now, as time would. */
    public void letSessionBegin(String session) {
        sql.updateOne(
                "UPDATE help_session SET starts_at = clock_timestamp(), ends_at = clock_timestamp() + interval '1 hour' WHERE id = ?",
                UUID.fromString(session));
    }

    /** Moves the due day of a fund's selections into the past, as time would. */
    public void letTheDueDayPass(UUID fund) {
        sql.updateOne("UPDATE approval_policy SET selections_due_on = selections_due_on - 30 WHERE fund_id = ?", fund);
    }

    /** Gives the open step of a selection a deadline that has passed, as time would. */
    public void letTheStepBeOverdue(String selection) {
        sql.updateOne(
                "UPDATE open_step SET until = now() - interval '1 day' WHERE selection_id = ?",
                UUID.fromString(selection));
    }

    /** Forgets that messages about a thing were sent, as a process that dies after sending would. */
    public void forgetThatMailWasSent(String thing) {
        int sent = sql.update(
                "UPDATE mail SET state = 'waiting', settled_at = NULL, next_attempt_at = now() WHERE thing = ? AND state = 'sent'",
                thing);
        if (sent == 0) {
            throw new AssertionError("no mail about " + thing + " was sent");
        }
    }

    /** Moves a selection to a school of which nothing was heard, as one of before the service listened would be. */
    public void moveToUnheardSchool(String selection, String school) {
        sql.updateOne("UPDATE selection SET school_code = ? WHERE id = ?", school, UUID.fromString(selection));
    }

    /** Everything that tables, logs and events other than the register of contacts hold of a text. */
    public List<String> mentions(String text) {
        return sql.list("""
                SELECT 'event' FROM event_log WHERE position(? IN payload) > 0
                UNION ALL SELECT 'audit' FROM audit_log
                 WHERE position(? IN coalesce(state_before, '') || coalesce(state_after, '')) > 0
                UNION ALL SELECT 'mail' FROM mail WHERE position(? IN mail::text) > 0
                """, row -> row.getString(1), text, text, text);
    }

    /** State and reason of unsettled letters of a subject, oldest first, such as {@code parked: waits for fund:…}. */
    public List<String> letters(String subject) {
        return sql.list(
                "SELECT state || ': ' || reason FROM dead_letter WHERE (subject = ? OR lane LIKE '% ' || ?) AND state IN ('parked', 'dead') ORDER BY seq",
                row -> row.getString(1), subject, subject);
    }
}
