package org.partnershipfund.approval.adapter.db;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.partnershipfund.approval.fund.FundId;
import org.partnershipfund.approval.person.Person;
import org.partnershipfund.approval.submission.Chart;
import org.partnershipfund.approval.submission.Edition;
import org.partnershipfund.approval.submission.Edition.Answer;
import org.partnershipfund.approval.submission.Edition.Objection;
import org.partnershipfund.approval.submission.Editions;
import org.partnershipfund.approval.submission.SubmittedLine;
import org.partnershipfund.foundation.sql.Holds;
import org.partnershipfund.foundation.sql.Sql;
import org.partnershipfund.kernel.Money;
import org.partnershipfund.kernel.SchoolCode;

/** Editions in table {@code budget_submission}, with their lines and answers. */
@ApplicationScoped
class JdbcEditions implements Editions {

    private static final String LINE_COLUMNS =
            "selection_id, content_version, line_id, school_code, school_name, centre, partner_name, program_name, amount_cents";

    private static final String EDITIONS = """
            SELECT edition.*, answer.accepted, answer.reference, answer.objections, answer.answered_at,
                   answer.issuer AS answer_issuer, answer.subject AS answer_subject
              FROM budget_submission AS edition
              LEFT JOIN budget_submission_answer AS answer
                ON answer.fund_id = edition.fund_id AND answer.number = edition.number""";

    /** The version that is approved: the newest, or while it is amended the one that stands (§12); null if none is. */
    private static final String APPROVED_VERSION = """
            CASE WHEN selection.state IN ('approved', 'reserved') THEN selection.content_version
                 WHEN selection.state IN ('draft', 'submitted', 'returned') THEN selection.standing_version END""";

    private final Sql sql;
    private final Holds holds;

    JdbcEditions(Sql sql, Holds holds) {
        this.sql = sql;
        this.holds = holds;
    }

    @Override
    public List<Edition> hold(FundId fund) {
        holds.hold("approval.submission." + fund.value());
        return list(fund, 0, Integer.MAX_VALUE);
    }

    @Override
    public List<Edition> list(FundId fund, int after, int limit) {
        return sql.list(
                EDITIONS + " WHERE edition.fund_id = ? AND edition.number > ? ORDER BY edition.number LIMIT ?",
                JdbcEditions::edition,
                fund.value(),
                after,
                limit);
    }

    @Override
    public Optional<Edition> find(FundId fund, int number) {
        return Optional.ofNullable(sql.first(
                EDITIONS + " WHERE edition.fund_id = ? AND edition.number = ?",
                JdbcEditions::edition,
                fund.value(),
                number));
    }

    @Override
    public List<SubmittedLine> lines(Edition edition) {
        return sql.list(
                "SELECT %s FROM budget_submission_line WHERE fund_id = ? AND number = ? ORDER BY place"
                        .formatted(LINE_COLUMNS),
                JdbcEditions::line,
                edition.fund().value(),
                edition.number());
    }

    @Override
    public void add(Edition edition, List<SubmittedLine> lines) {
        sql.updateOne(
                """
                INSERT INTO budget_submission (fund_id, number, compared_with, account, fund, program, subclass, total_cents,
                                               digest, issuer, subject, made_at)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """,
                edition.fund().value(),
                edition.number(),
                edition.comparedWith().orElse(null),
                edition.chart().account(),
                edition.chart().fund(),
                edition.chart().program(),
                edition.chart().subclass(),
                edition.total().cents(),
                edition.digest(),
                edition.madeBy().issuer(),
                edition.madeBy().subject(),
                edition.madeAt().atOffset(ZoneOffset.UTC));
        AtomicInteger place = new AtomicInteger();
        sql.insertAll("""
                INSERT INTO budget_submission_line (fund_id, number, place, %s)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """.formatted(LINE_COLUMNS), lines.stream().map(line -> new Object[] {
            edition.fund().value(),
            edition.number(),
            place.getAndIncrement(),
            line.selection(),
            line.version(),
            line.line(),
            line.school().value(),
            line.schoolName(),
            line.centre(),
            line.partnerName(),
            line.programName(),
            line.amount().cents()
        }));
    }

    @Override
    public void answer(Edition edition) {
        Answer answer = edition.answer().orElseThrow(() -> new IllegalArgumentException("there is no answer"));
        sql.updateOne(
                """
                INSERT INTO budget_submission_answer (fund_id, number, accepted, reference, objections, issuer, subject,
                                                      answered_at)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?)
                """,
                edition.fund().value(),
                edition.number(),
                answer.accepted(),
                answer.reference(),
                answer.objections().stream()
                        .flatMap(one -> Stream.of(one.centre(), one.reason()))
                        .toArray(String[]::new),
                answer.by().issuer(),
                answer.by().subject(),
                answer.at().atOffset(ZoneOffset.UTC));
    }

    // One statement, so that a line whose school has no centre is missed by the same look that leaves it out.
    @Override
    public Approved approved(FundId fund) {
        record Row(SchoolCode school, Optional<SubmittedLine> line) {}
        List<Row> rows = sql.list(
                """
                SELECT line.selection_id, line.content_version, line.id AS line_id, selection.school_code,
                       coalesce(allocation.school_name, selection.school_code) AS school_name, centre.centre,
                       line.partner_name, line.program_name, line.amount_cents
                  FROM selection
                  JOIN selection_line AS line
                    ON line.selection_id = selection.id AND line.content_version = APPROVED_VERSION
                  LEFT JOIN remembered_allocation AS allocation
                    ON allocation.fund_id = selection.fund_id AND allocation.school_code = selection.school_code
                  LEFT JOIN remembered_centre AS centre
                    ON centre.fund_id = selection.fund_id AND centre.school_code = selection.school_code
                 WHERE selection.fund_id = ?
                 ORDER BY selection.school_code, line.selection_id, line.place
                """.replace("APPROVED_VERSION", APPROVED_VERSION),
                row -> new Row(
                        new SchoolCode(row.getString("school_code")),
                        row.getString("centre") == null ? Optional.empty() : Optional.of(line(row))),
                fund.value());
        return new Approved(
                rows.stream().flatMap(row -> row.line().stream()).toList(),
                rows.stream()
                        .filter(row -> row.line().isEmpty())
                        .map(Row::school)
                        .findFirst());
    }

    private static SubmittedLine line(ResultSet row) throws SQLException {
        return new SubmittedLine(
                row.getObject("selection_id", UUID.class),
                row.getInt("content_version"),
                row.getObject("line_id", UUID.class),
                new SchoolCode(row.getString("school_code")),
                row.getString("school_name"),
                row.getString("centre"),
                row.getString("partner_name"),
                row.getString("program_name"),
                new Money(row.getLong("amount_cents")));
    }

    private static Edition edition(ResultSet row) throws SQLException {
        return new Edition(
                new FundId(row.getObject("fund_id", UUID.class)),
                row.getInt("number"),
                Optional.ofNullable(row.getObject("compared_with", Integer.class)),
                new Chart(
                        row.getString("account"),
                        row.getString("fund"),
                        row.getString("program"),
                        row.getString("subclass")),
                new Money(row.getLong("total_cents")),
                row.getString("digest"),
                new Person(row.getString("issuer"), row.getString("subject")),
                row.getObject("made_at", OffsetDateTime.class).toInstant(),
                answer(row));
    }

    private static Optional<Answer> answer(ResultSet row) throws SQLException {
        @Nullable OffsetDateTime at = row.getObject("answered_at", OffsetDateTime.class);
        if (at == null) {
            return Optional.empty();
        }
        List<Objection> objections = new ArrayList<>();
        String[] pairs = (String[]) row.getArray("objections").getArray();
        for (int i = 0; i < pairs.length; i += 2) {
            objections.add(new Objection(pairs[i], pairs[i + 1]));
        }
        return Optional.of(new Answer(
                row.getBoolean("accepted"),
                row.getString("reference"),
                objections,
                new Person(row.getString("answer_issuer"), row.getString("answer_subject")),
                at.toInstant()));
    }
}
