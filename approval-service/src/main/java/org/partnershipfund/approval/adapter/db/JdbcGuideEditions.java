package org.partnershipfund.approval.adapter.db;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.partnershipfund.approval.fund.FundId;
import org.partnershipfund.approval.person.Person;
import org.partnershipfund.approval.support.Guide;
import org.partnershipfund.approval.support.GuideEdition;
import org.partnershipfund.approval.support.GuideEdition.Title;
import org.partnershipfund.approval.support.GuideEditions;
import org.partnershipfund.approval.support.GuideId;
import org.partnershipfund.foundation.sql.Holds;
import org.partnershipfund.foundation.sql.Sql;
import org.partnershipfund.kernel.Money;

/** Editions in table {@code guide_edition}, and what the next one says. */
@ApplicationScoped
class JdbcGuideEditions implements GuideEditions {

    private static final String TITLE =
            "SELECT id, fund_id, number, digest, issuer, subject, published_at FROM guide_edition ";

    private final Sql sql;
    private final Holds holds;

    JdbcGuideEditions(Sql sql, Holds holds) {
        this.sql = sql;
        this.holds = holds;
    }

    @Override
    public Optional<GuideEdition> find(GuideId id) {
        return sql
                .list(
                        "SELECT * FROM guide_edition WHERE id = ?",
                        row -> new GuideEdition(title(row), row.getString("page")),
                        id.value())
                .stream()
                .findFirst();
    }

    @Override
    public Optional<Title> holdNewest(FundId fund) {
        holds.hold("approval.guide." + fund.value());
        return sql
                .list(TITLE + "WHERE fund_id = ? ORDER BY number DESC LIMIT 1", JdbcGuideEditions::title, fund.value())
                .stream()
                .findFirst();
    }

    @Override
    public List<Title> list(
            Optional<FundId> fund, Optional<GuideId> after, Optional<Instant> publishedAfter, int limit) {
        return sql.list(
                TITLE
                        + "WHERE fund_id = coalesce(?::uuid, fund_id) AND id > ? AND published_at > ? ORDER BY id LIMIT ?",
                JdbcGuideEditions::title,
                fund.map(FundId::value).orElse(null),
                after.map(GuideId::value).orElse(Sorting.BEFORE_ALL),
                Times.parameter(publishedAfter.orElse(Instant.EPOCH)),
                limit);
    }

    @Override
    public void add(GuideEdition edition) {
        Title title = edition.title();
        sql.updateOne(
                """
                INSERT INTO guide_edition (id, fund_id, number, digest, issuer, subject, published_at, page)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?)
                """,
                title.id().value(),
                title.fund().value(),
                title.number(),
                title.digest(),
                title.by().issuer(),
                title.by().subject(),
                Times.parameter(title.at()),
                edition.page());
    }

    @Override
    public List<Guide.Allocated> allocations(FundId fund) {
        return sql.list(
                """
                SELECT school_code, school_name, amount_cents FROM remembered_allocation
                 WHERE fund_id = ? AND amount_cents > 0 ORDER BY school_name, school_code
                """,
                row -> new Guide.Allocated(row.getString(1), row.getString(2), new Money(row.getLong(3))),
                fund.value());
    }

    private static Title title(ResultSet row) throws SQLException {
        return new Title(
                new GuideId(row.getObject("id", UUID.class)),
                new FundId(row.getObject("fund_id", UUID.class)),
                row.getInt("number"),
                row.getString("digest"),
                new Person(row.getString("issuer"), row.getString("subject")),
                Times.of(row, "published_at"));
    }
}
