package org.partnershipfund.approval.adapter.db;

import static org.assertj.core.api.Assertions.assertThat;
import static org.partnershipfund.approval.fixtures.School.BUDGET_OFFICER;
import static org.partnershipfund.approval.fixtures.School.CODE;
import static org.partnershipfund.approval.fixtures.School.FINGERPRINT;
import static org.partnershipfund.approval.fixtures.School.FY2019;
import static org.partnershipfund.approval.fixtures.School.HOMEWORK;
import static org.partnershipfund.approval.fixtures.School.NEEDS;
import static org.partnershipfund.approval.fixtures.School.NOW;
import static org.partnershipfund.approval.fixtures.School.PRINCIPAL;
import static org.partnershipfund.approval.fixtures.School.SUPERINTENDENT;
import static org.partnershipfund.approval.fixtures.School.TODAY;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.partnershipfund.approval.fixtures.School;
import org.partnershipfund.approval.fund.FundId;
import org.partnershipfund.approval.plan.Plan;
import org.partnershipfund.approval.policy.ApprovalPolicy;
import org.partnershipfund.approval.selection.Amending;
import org.partnershipfund.approval.selection.Contracted;
import org.partnershipfund.approval.selection.Line;
import org.partnershipfund.approval.selection.LineAsked;
import org.partnershipfund.approval.selection.Refund;
import org.partnershipfund.approval.selection.Selection;
import org.partnershipfund.approval.selection.Selection.Measure;
import org.partnershipfund.approval.selection.SelectionId;
import org.partnershipfund.approval.selection.Selections;
import org.partnershipfund.approval.selection.Selections.Purse;
import org.partnershipfund.approval.selection.Verdict;
import org.partnershipfund.kernel.Decision;
import org.partnershipfund.kernel.Ids;
import org.partnershipfund.kernel.Money;
import org.partnershipfund.kernel.SchoolCode;

/** Policy approval §5: what a selection leaves to the school's others, as the tables say it. */
class WhatASelectionTakesIT {

    private static final SelectionId ID = new SelectionId(new UUID(0, 604));
    private static final SelectionId ANOTHER = new SelectionId(new UUID(0, 605));
    private static final UUID CONTRACT = new UUID(7, 1);
    private static final Ids IDS = School.ids();

    @Test
    void what_was_spent_beside_what_stands_counts_with_it_also_while_a_smaller_amendment_is_decided_on()
            throws SQLException {
        try (var database = ApprovalDatabase.start()) {
            var purse = new Purse(database.fund(), CODE);
            Selections selections = database.selections(NOW);
            Selection selection = reserved(purse.fund(), "900.00", day(0));
            selection = of(Selection.contracted(selection, List.of(ended(1, "500.00"))));
            assertThat(taken(selections, purse, selection)).isEqualTo(Money.ofDollars("900.00"));

            // It has its money anew after the contract ended, and then the contract is settled.
            selection = of(Amending.amend(selection, "less", NEEDS, lines("400.00"), PRINCIPAL, day(1), FINGERPRINT));
            selection = of(Selection.reserved(approved(purse.fund(), selection), day(2)));
            assertThat(taken(selections, purse, selection)).isEqualTo(Money.ofDollars("900.00"));
            selection = of(Selection.contracted(selection, List.of(ended(3, "300.00"))));
            assertThat(taken(selections, purse, selection)).isEqualTo(Money.ofDollars("700.00"));

            selection =
                    of(Amending.amend(selection, "less again", NEEDS, lines("100.00"), PRINCIPAL, day(4), FINGERPRINT));
            assertThat(taken(selections, purse, selection))
                    .as("a draft takes what stands, and what was spent beside it")
                    .isEqualTo(Money.ofDollars("700.00"));
            selection = submitted(purse.fund(), selection);
            assertThat(taken(selections, purse, selection)).isEqualTo(Money.ofDollars("700.00"));
            assertThat(taken(selections, purse, of(Amending.withdraw(selection, day(5)))))
                    .isEqualTo(Money.ofDollars("700.00"));
        }
    }

    @Test
    void a_refund_counts_once_for_its_school_and_fund_and_only_under_a_contract_that_is_known() throws SQLException {
        try (var database = ApprovalDatabase.start()) {
            var purse = new Purse(database.fund(), CODE);
            var refunds = new JdbcRefunds(database.sql);
            var refund = new Refund(new UUID(6, 1), CONTRACT, purse, Money.ofDollars("50.00"), day(4));

            refunds.add(refund);
            assertThat(refunds.of(purse)).isEqualTo(Money.ZERO);
            Selection selection =
                    of(Selection.contracted(reserved(purse.fund(), "900.00", day(0)), List.of(ended(1, "500.00"))));
            long _ = database.selections(NOW).add(selection);
            assertThat(refunds.of(purse)).isEqualTo(Money.ofDollars("50.00"));

            refunds.add(refund);
            refunds.add(new Refund(new UUID(6, 2), CONTRACT, purse, Money.ofDollars("0.01"), day(5)));
            refunds.add(new Refund(new UUID(6, 3), new UUID(7, 2), purse, Money.ofDollars("9.00"), day(5)));
            assertThat(refunds.of(purse)).isEqualTo(Money.ofDollars("50.01"));
            assertThat(refunds.of(new Purse(purse.fund(), new SchoolCode("00350002"))))
                    .isEqualTo(Money.ZERO);
            assertThat(refunds.of(new Purse(database.fund(), CODE))).isEqualTo(Money.ZERO);
        }
    }

    /** What it takes of the purse once it is stored. */
    private Money taken(Selections selections, Purse purse, Selection selection) {
        var read = selections.hold(selection.dossier().id());
        long _ = read.isPresent() ? selections.store(selection, read.get()) : selections.add(selection);
        return selections.others(purse, ANOTHER);
    }

    private static Selection reserved(FundId fund, String dollars, Instant at) {
        Selection draft = Selection.draft(ID, fund, FY2019, CODE, NEEDS, lines(dollars), PRINCIPAL, NOW, FINGERPRINT);
        return of(Selection.reserved(approved(fund, draft), at));
    }

    private static Selection approved(FundId fund, Selection draft) {
        Selection byCouncil = of(Selection.approvedByCouncil(submitted(fund, draft), "8 yes", new UUID(0, 7), NOW));
        return of(Selection.checkCompleteness(
                of(Selection.superintendentDecides(byCouncil, Verdict.APPROVED, "fits", SUPERINTENDENT, NOW)),
                Verdict.APPROVED,
                "complete",
                BUDGET_OFFICER,
                NOW));
    }

    private static Selection submitted(FundId fund, Selection draft) {
        return of(Selection.submit(
                draft,
                new Measure(
                        Money.ofDollars("5000.00"),
                        Money.ZERO,
                        ApprovalPolicy.usual(fund, NOW),
                        Map.of(HOMEWORK, School.homework()),
                        TODAY),
                Plan.usual(fund),
                PRINCIPAL,
                NOW));
    }

    private static Contracted ended(int day, String spent) {
        return Contracted.ended(CONTRACT, new UUID(8, 1), ID.value(), HOMEWORK, Money.ofDollars(spent), day(day));
    }

    private static Instant day(int number) {
        return NOW.plus(Duration.ofDays(number));
    }

    private static List<Line> lines(String dollars) {
        return LineAsked.price(
                        List.of(School.agreed(dollars)),
                        Map.of(HOMEWORK, School.homework()),
                        FY2019,
                        List.of(),
                        TODAY,
                        IDS)
                .orRefuse()
                .state();
    }

    private static Selection of(Decision<Selection> decision) {
        return decision.orRefuse().state();
    }
}
