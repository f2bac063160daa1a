package org.partnershipfund.approval.adapter.db;

import static org.assertj.core.api.Assertions.assertThat;
import static org.partnershipfund.approval.fixtures.School.NOW;
import static org.partnershipfund.approval.fixtures.School.PRINCIPAL;

import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.partnershipfund.approval.fixtures.PolicyPage;
import org.partnershipfund.approval.fund.FundId;
import org.partnershipfund.approval.plan.Stages;
import org.partnershipfund.approval.policy.SelectionRules;

/** Policy approval §10 and §13.1, as the tables keep it: one rule for stages and for what a fund asks of selections. */
class WhichVersionCountsIT {

    @Test
    void stages_and_rules_of_a_day_are_those_with_the_highest_number_that_have_begun() throws SQLException {
        try (var database = ApprovalDatabase.start()) {
            var book = new JdbcStagesBook(database.sql, database.holds);
            var rulebook = new JdbcSelectionRulebook(database.sql, database.holds);
            for (List<String> row : PolicyPage.table("approval.md", "Which version counts")) {
                FundId fund = database.fund();
                rulebook.add(rules(fund, 1, LocalDate.of(2017, 12, 1)));
                int number = 0;
                for (String from : row.get(0).split(", ", -1)) {
                    number++;
                    book.add(stages(fund, number, LocalDate.parse(from)));
                    rulebook.add(rules(fund, number + 1, LocalDate.parse(from)));
                }
                LocalDate day = LocalDate.parse(row.get(1));
                int counts = Integer.parseInt(row.get(2));

                assertThat(book.on(fund, day).map(Stages::number).orElse(Stages.DEFAULT))
                        .as("stages %s", row)
                        .isEqualTo(counts);
                assertThat(SelectionRules.inForce(rulebook.versions(fund), day).version())
                        .as("rules %s", row)
                        .isEqualTo(counts + 1);
            }
        }
    }

    private static Stages stages(FundId fund, int number, LocalDate from) {
        return new Stages(fund, number, from, Stages.usual(fund).stages(), "a test", Optional.of(PRINCIPAL), NOW);
    }

    private static SelectionRules rules(FundId fund, int version, LocalDate from) {
        SelectionRules usual = SelectionRules.usual(fund, from, NOW);
        return new SelectionRules(
                fund,
                version,
                from,
                usual.minPartners(),
                usual.maxPartners(),
                usual.largestSharePercent(),
                usual.leastPerLine(),
                usual.capacity(),
                "a test",
                NOW);
    }
}
