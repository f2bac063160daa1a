package org.partnershipfund.approval.adapter.db;

import static org.assertj.core.api.Assertions.assertThat;
import static org.partnershipfund.approval.fixtures.School.CHOIR;
import static org.partnershipfund.approval.fixtures.School.CODE;
import static org.partnershipfund.approval.fixtures.School.FINGERPRINT;
import static org.partnershipfund.approval.fixtures.School.FY2019;
import static org.partnershipfund.approval.fixtures.School.NEEDS;
import static org.partnershipfund.approval.fixtures.School.NOW;
import static org.partnershipfund.approval.fixtures.School.PRINCIPAL;
import static org.partnershipfund.approval.fixtures.School.TODAY;

import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.partnershipfund.approval.fixtures.School;
import org.partnershipfund.approval.fund.FundId;
import org.partnershipfund.approval.fund.SchoolAllocation;
import org.partnershipfund.approval.menu.Program;
import org.partnershipfund.approval.plan.Stages;
import org.partnershipfund.approval.policy.SelectionRules;
import org.partnershipfund.approval.selection.LineAsked;
import org.partnershipfund.approval.selection.Papers;
import org.partnershipfund.approval.selection.Selection;
import org.partnershipfund.approval.selection.SelectionId;
import org.partnershipfund.kernel.Money;
import org.partnershipfund.kernel.Versioned;

/** What is read together when a selection is submitted is what each owner of it says. */
class PapersOfASubmissionIT {

    private static final SelectionId ID = new SelectionId(new UUID(0, 602));

    @Test
    void the_leader_of_the_school_gets_all_of_them_as_they_are_now_and_nobody_else_gets_any() throws SQLException {
        try (var database = ApprovalDatabase.start()) {
            FundId fund = database.fund();
            Selection draft = draft(fund);
            var selections = database.selections(NOW);
            long version = selections.add(draft);
            var rulebook = new JdbcSelectionRulebook(database.sql, database.holds);
            var book = new JdbcStagesBook(database.sql, database.holds);
            var leadTimes = new JdbcLeadTimes(database.sql);
            var papers = new JdbcPapers(database.sql, selections, rulebook, book, leadTimes);

            assertThat(papers.hold(ID, PRINCIPAL, TODAY)).isEmpty();
            leads(database, PRINCIPAL.subject(), TODAY.plusDays(1));
            assertThat(papers.hold(ID, PRINCIPAL, TODAY)).isEmpty();
            leads(database, PRINCIPAL.subject(), TODAY);
            assertThat(papers.hold(new SelectionId(new UUID(0, 603)), PRINCIPAL, TODAY))
                    .isEmpty();

            assertThat(papers.hold(ID, PRINCIPAL, TODAY))
                    .contains(new Papers(
                            new Versioned<>(draft, version),
                            Optional.empty(),
                            Optional.empty(),
                            Money.ZERO,
                            Money.ZERO,
                            Optional.empty(),
                            List.of(),
                            leadTimes.all(),
                            Optional.empty(),
                            Map.of()));

            var allocation = new SchoolAllocation(fund, CODE, "A school", Money.ofDollars("52775.72"));
            new JdbcSchoolAllocations(database.sql).keep(allocation);
            Program choir = program(database);
            SelectionRules first = rules(fund, 1);
            rulebook.add(first);
            Stages stages = stages(fund, 1);
            book.add(stages);
            Papers found = papers.hold(ID, PRINCIPAL, TODAY).orElseThrow();
            assertThat(found.allocation()).contains(allocation);
            assertThat(found.rules()).containsExactly(first);
            assertThat(found.stages()).contains(stages);
            assertThat(found.programs()).isEqualTo(Map.of(CHOIR, choir));

            SelectionRules second = rules(fund, 2);
            rulebook.add(second);
            Stages later = stages(fund, 2);
            book.add(later);
            int _ = database.sql.update("UPDATE remembered_fund SET closed_at = ?", NOW.atOffset(ZoneOffset.UTC));
            Papers again = papers.hold(ID, PRINCIPAL, TODAY).orElseThrow();
            assertThat(again.rules()).containsExactly(first, second);
            assertThat(again.stages()).contains(later);
            assertThat(again.fundClosedAt()).contains(NOW);
            assertThat(papers.hold(ID, PRINCIPAL, TODAY.minusDays(1))).isEmpty();
        }
    }

    /** Between the statement that gathers the papers and the one that reads the tiers the table may change. */
    @Test
    void lead_times_are_never_kept_under_a_digest_that_they_do_not_have() throws SQLException {
        try (var database = ApprovalDatabase.start()) {
            var leadTimes = new JdbcLeadTimes(database.sql);
            String digest = database.digestOfLeadTimes();
            database.asOwner("UPDATE lead_time SET weeks_at_most = 3 WHERE id = 'small-2013'");

            assertThat(leadTimes.known(digest)).isEqualTo(leadTimes.all());
            database.asOwner("UPDATE lead_time SET weeks_at_most = 2 WHERE id = 'small-2013'");

            assertThat(leadTimes.known(digest)).isEqualTo(leadTimes.all());
            assertThat(leadTimes.known(digest)).anyMatch(tier -> tier.weeksAtMost() == 2);
            assertThat(leadTimes.known(digest)).isSameAs(leadTimes.known(digest));
        }
    }

    private static Selection draft(FundId fund) {
        var lines = LineAsked.price(
                        List.of(School.line(CHOIR, "year")),
                        Map.of(CHOIR, School.choir()),
                        FY2019,
                        List.of(),
                        TODAY,
                        School.ids())
                .orRefuse()
                .state();
        return Selection.draft(ID, fund, FY2019, CODE, NEEDS, lines, PRINCIPAL, NOW, FINGERPRINT);
    }

    private static SelectionRules rules(FundId fund, int version) {
        SelectionRules usual = SelectionRules.usual(fund, TODAY, NOW);
        return new SelectionRules(
                fund,
                version,
                usual.validFrom(),
                usual.minPartners(),
                usual.maxPartners(),
                usual.largestSharePercent(),
                usual.leastPerLine(),
                usual.capacity(),
                usual.source(),
                usual.setAt());
    }

    private static Stages stages(FundId fund, int number) {
        return new Stages(fund, number, TODAY, Stages.usual(fund).stages(), "a test", Optional.of(PRINCIPAL), NOW);
    }

    private static void leads(ApprovalDatabase database, String subject, LocalDate from) {
        database.sql.updateOne("""
                INSERT INTO scope_record (issuer, subject, role, school_code, valid_from)
                VALUES (?, ?, 'school-leader', ?, ?)
                """, PRINCIPAL.issuer(), subject, CODE.value(), from);
    }

    /** The choir, as it is remembered. */
    private static Program program(ApprovalDatabase database) {
        Program choir = School.choir();
        database.sql.updateOne(
                "INSERT INTO remembered_partner (id, name) VALUES (?, ?)", choir.partner(), choir.partnerName());
        database.sql.updateOne(
                "INSERT INTO remembered_program (id, partner_id, partner_name, name, service_area) VALUES (?, ?, ?, ?, ?)",
                choir.id().value(),
                choir.partner(),
                choir.partnerName(),
                choir.name(),
                choir.serviceArea());
        database.sql.updateOne("""
                INSERT INTO remembered_price (program_id, place, sheet_version, valid_from, code, description, unit,
                                              amount_cents, from_quantity)
                VALUES (?, 0, 1, DATE '2017-09-01', 'year', 'One school year', 'per-year', 100000, 1)
                """, choir.id().value());
        return choir;
    }
}
