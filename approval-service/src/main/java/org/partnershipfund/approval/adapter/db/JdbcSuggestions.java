package org.partnershipfund.approval.adapter.db;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.partnershipfund.approval.matching.Outcome;
import org.partnershipfund.approval.matching.Suggestion;
import org.partnershipfund.approval.matching.Suggestion.Answer;
import org.partnershipfund.approval.matching.Suggestion.Answered;
import org.partnershipfund.approval.matching.Suggestion.Made;
import org.partnershipfund.approval.matching.Suggestion.Open;
import org.partnershipfund.approval.matching.Suggestion.Withdrawn;
import org.partnershipfund.approval.matching.SuggestionId;
import org.partnershipfund.approval.matching.Suggestions;
import org.partnershipfund.approval.menu.ProgramId;
import org.partnershipfund.approval.person.Person;
import org.partnershipfund.foundation.sql.Holds;
import org.partnershipfund.foundation.sql.Sql;
import org.partnershipfund.kernel.FiscalYear;
import org.partnershipfund.kernel.SchoolCode;
import org.partnershipfund.kernel.StaleStateException;
import org.partnershipfund.kernel.Versioned;

/** Suggestions in table {@code suggestion}; what state one is in follows from which of its columns are filled. */
@ApplicationScoped
class JdbcSuggestions implements Suggestions {

    private final Sql sql;
    private final Holds holds;

    JdbcSuggestions(Sql sql, Holds holds) {
        this.sql = sql;
        this.holds = holds;
    }

    @Override
    public Optional<Versioned<Suggestion>> find(SuggestionId id) {
        return sql.list("SELECT * FROM suggestion WHERE id = ?", JdbcSuggestions::suggestion, id.value()).stream()
                .findFirst();
    }

    @Override
    public Optional<SuggestionId> holdStanding(SchoolCode school, FiscalYear year, ProgramId program) {
        holds.hold("approval.suggestions.%s.%s.%s".formatted(school, year, program.value()));
        return sql
                .list(
                        """
                        SELECT id FROM suggestion
                         WHERE school_code = ? AND fiscal_year = ? AND program_id = ? AND withdrawn_at IS NULL
                        """,
                        row -> new SuggestionId(row.getObject("id", UUID.class)),
                        school.value(),
                        year.endYear(),
                        program.value())
                .stream()
                .findFirst();
    }

    @Override
    public List<Versioned<Suggestion>> list(Filter filter, Optional<SuggestionId> after, int limit) {
        return sql.list(
                """
                SELECT * FROM suggestion
                 WHERE school_code = ? AND id > ? AND modified_at > ? AND fiscal_year = coalesce(?, fiscal_year)
                 ORDER BY id LIMIT ?
                """,
                JdbcSuggestions::suggestion,
                filter.school().value(),
                after.map(SuggestionId::value).orElse(Sorting.BEFORE_ALL),
                filter.modifiedAfter().orElse(Instant.EPOCH).atOffset(ZoneOffset.UTC),
                filter.year().map(FiscalYear::endYear).orElse(null),
                limit);
    }

    @Override
    public long store(Suggestion suggestion, long readVersion) {
        Made made = suggestion.made();
        if (readVersion == 0) {
            sql.updateOne(
                    """
                    INSERT INTO suggestion (id, school_code, fiscal_year, program_id, why, issuer, subject, suggested_at,
                                            modified_at, version)
                    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, 1)
                    """,
                    made.id().value(),
                    made.school().value(),
                    made.year().endYear(),
                    made.program().value(),
                    made.why(),
                    made.by().issuer(),
                    made.by().subject(),
                    made.at().atOffset(ZoneOffset.UTC),
                    made.at().atOffset(ZoneOffset.UTC));
            return 1;
        }
        Optional<Answer> said = suggestion.said();
        Optional<Withdrawn> withdrawn = withdrawn(suggestion);
        int rows = sql.update(
                """
                UPDATE suggestion SET outcome = ?, reason = ?, answered_issuer = ?, answered_subject = ?, answered_at = ?,
                       withdrawn_issuer = ?, withdrawn_subject = ?, withdrawn_at = ?, modified_at = ?,
                       version = version + 1
                 WHERE id = ? AND version = ?
                """,
                said.map(Answer::outcome).map(Outcome::word).orElse(null),
                said.map(Answer::reason).orElse(null),
                said.map(Answer::by).map(Person::issuer).orElse(null),
                said.map(Answer::by).map(Person::subject).orElse(null),
                said.map(answer -> answer.at().atOffset(ZoneOffset.UTC)).orElse(null),
                withdrawn.map(Withdrawn::by).map(Person::issuer).orElse(null),
                withdrawn.map(Withdrawn::by).map(Person::subject).orElse(null),
                withdrawn.map(gone -> gone.at().atOffset(ZoneOffset.UTC)).orElse(null),
                suggestion.changedAt().atOffset(ZoneOffset.UTC),
                made.id().value(),
                readVersion);
        if (rows != 1) {
            throw new StaleStateException(made.id().value(), readVersion);
        }
        return readVersion + 1;
    }

    private static Optional<Withdrawn> withdrawn(Suggestion suggestion) {
        return switch (suggestion) {
            case Open _, Answered _ -> Optional.empty();
            case Withdrawn gone -> Optional.of(gone);
        };
    }

    private static Versioned<Suggestion> suggestion(ResultSet row) throws SQLException {
        var made = new Made(
                new SuggestionId(row.getObject("id", UUID.class)),
                new SchoolCode(row.getString("school_code")),
                new FiscalYear(row.getInt("fiscal_year")),
                new ProgramId(row.getObject("program_id", UUID.class)),
                row.getString("why"),
                new Person(row.getString("issuer"), row.getString("subject")),
                instant(row, "suggested_at").orElseThrow());
        Optional<Answer> said = answer(row);
        Optional<Instant> withdrawnAt = instant(row, "withdrawn_at");
        Suggestion state = withdrawnAt.isPresent()
                ? new Withdrawn(
                        made,
                        said,
                        new Person(row.getString("withdrawn_issuer"), row.getString("withdrawn_subject")),
                        withdrawnAt.get())
                : said.<Suggestion>map(answer -> new Answered(made, answer)).orElseGet(() -> new Open(made));
        return new Versioned<>(state, row.getLong("version"));
    }

    private static Optional<Answer> answer(ResultSet row) throws SQLException {
        String outcome = row.getString("outcome");
        return outcome == null
                ? Optional.empty()
                : Optional.of(new Answer(
                        Words.constant(Outcome.values(), Outcome::word, outcome),
                        row.getString("reason"),
                        new Person(row.getString("answered_issuer"), row.getString("answered_subject")),
                        instant(row, "answered_at").orElseThrow()));
    }

    private static Optional<Instant> instant(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getObject(column, OffsetDateTime.class)).map(OffsetDateTime::toInstant);
    }
}
