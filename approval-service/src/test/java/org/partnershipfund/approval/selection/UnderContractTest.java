package org.partnershipfund.approval.selection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.partnershipfund.approval.fixtures.School.BUDGET_OFFICER;
import static org.partnershipfund.approval.fixtures.School.CHOIR;
import static org.partnershipfund.approval.fixtures.School.CODE;
import static org.partnershipfund.approval.fixtures.School.FINGERPRINT;
import static org.partnershipfund.approval.fixtures.School.FUND;
import static org.partnershipfund.approval.fixtures.School.FY2019;
import static org.partnershipfund.approval.fixtures.School.HOMEWORK;
import static org.partnershipfund.approval.fixtures.School.NEEDS;
import static org.partnershipfund.approval.fixtures.School.NOW;
import static org.partnershipfund.approval.fixtures.School.PRINCIPAL;
import static org.partnershipfund.approval.fixtures.School.SUPERINTENDENT;
import static org.partnershipfund.approval.fixtures.School.TODAY;
import static org.partnershipfund.approval.fixtures.School.agreed;
import static org.partnershipfund.approval.fixtures.School.choir;
import static org.partnershipfund.approval.fixtures.School.homework;
import static org.partnershipfund.approval.fixtures.School.line;
import static org.partnershipfund.approval.fixtures.School.policy;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.partnershipfund.approval.fixtures.PolicyPage;
import org.partnershipfund.approval.fixtures.School;
import org.partnershipfund.approval.menu.ProgramId;
import org.partnershipfund.approval.plan.Plan;
import org.partnershipfund.approval.policy.ApprovalPolicy;
import org.partnershipfund.approval.policy.PartnerChoice;
import org.partnershipfund.approval.selection.Selection.Measure;
import org.partnershipfund.approval.selection.Selection.Submitted;
import org.partnershipfund.approval.selection.Selection.Withdrawn;
import org.partnershipfund.approval.selection.SelectionRefusal.AlreadyWithdrawn;
import org.partnershipfund.approval.selection.SelectionRefusal.ContractedLineDropped;
import org.partnershipfund.approval.selection.SelectionRefusal.LinesUnderContract;
import org.partnershipfund.approval.selection.SelectionRefusal.LostACompetition;
import org.partnershipfund.approval.selection.SelectionRefusal.NotInPortfolio;
import org.partnershipfund.kernel.Decision;
import org.partnershipfund.kernel.Decision.Accepted;
import org.partnershipfund.kernel.Decision.Refused;
import org.partnershipfund.kernel.Money;
import org.partnershipfund.kernel.Refusal;

/** Policy approval §7: what is under contract is neither withdrawn nor left out. */
class UnderContractTest {

    private static final SelectionId ID = new SelectionId(new UUID(0, 601));
    private static final UUID MOTION = new UUID(0, 701);
    private static final ProgramId TUTORING = new ProgramId(new UUID(0, 403));
    private static final Instant LATER = NOW.plusSeconds(60);
    private static final Award CHOIR_LOSES = new Award(
            new UUID(8, 1), new UUID(9, 1), CHOIR, TUTORING, "Inner City Voices", Money.ofDollars("90.00"), NOW);
    private static final Award HOMEWORK_LOSES = new Award(
            new UUID(8, 2), new UUID(9, 2), HOMEWORK, CHOIR, "Inner City Voices", Money.ofDollars("95.00"), NOW);
    /** The day after the homework club's vetting ended. */
    private static final LocalDate VETTING_ENDED = LocalDate.of(2018, 12, 1);

    static Stream<List<String>> withdrawals() {
        return PolicyPage.table("approval.md", "May it be withdrawn").stream();
    }

    @ParameterizedTest
    @MethodSource("withdrawals")
    void a_selection_is_withdrawn_when_the_policy_page_says_so(List<String> row) {
        Selection selection = in(row.getFirst());
        if (row.get(1).equals("yes")) {
            selection = state(Selection.contracted(selection, List.of(contracted(1, "300.00"))));
        }

        var withdrawn = Selection.withdraw(selection, "changed our mind", PRINCIPAL, LATER);

        switch (row.get(2)) {
            case "withdrawn" -> assertThat(withdrawn).isInstanceOf(Accepted.class);
            case "lines-under-contract" ->
                assertThat(withdrawn)
                        .isEqualTo(
                                new Refused<>(new LinesUnderContract(ID, Money.ofDollars("300.00"), new UUID(7, 1))));
            case "selection-already-withdrawn" ->
                assertThat(withdrawn).isEqualTo(new Refused<>(new AlreadyWithdrawn(ID, NOW)));
            default -> throw new IllegalArgumentException(row.get(2));
        }
    }

    static Stream<List<String>> said() {
        return PolicyPage.table("approval.md", "What is under contract").stream();
    }

    @ParameterizedTest
    @MethodSource("said")
    void what_is_under_contract_is_counted_once_as_the_policy_page_says(List<String> row) {
        Selection selection = in("reserved");
        for (String event : row.getFirst().split(", ", -1)) {
            selection = state(Selection.contracted(selection, said(event)));
        }

        assertThat(selection.dossier().contractedAmount()).isEqualTo(Money.ofDollars(row.get(1)));
    }

    static Stream<List<String>> ended() {
        return PolicyPage.table("approval.md", "What was spent beside a version").stream();
    }

    @ParameterizedTest
    @MethodSource("ended")
    void what_was_spent_beside_a_version_is_what_the_policy_page_says(List<String> row) {
        Selection selection = switch (row.get(1)) {
            case "reserved on day 2" -> state(Selection.reserved(in("approved"), day(2)));
            case "amends what was reserved on day 2" -> amended(state(Selection.reserved(in("approved"), day(2))));
            case "amends what was approved" -> amended(in("approved"));
            default -> in(row.get(1));
        };
        for (String end : row.getFirst().split(", ", -1)) {
            String[] words = end.split(" ", -1);
            long contract = Long.parseLong(words[0].substring(1));
            selection = state(Selection.contracted(
                    selection,
                    List.of(Contracted.ended(
                            new UUID(7, contract),
                            new UUID(8, contract),
                            ID.value(),
                            HOMEWORK,
                            Money.ofDollars(words[3]),
                            day(Integer.parseInt(words[2]))))));
        }

        assertThat(selection.spentBeside()).isEqualTo(Money.ofDollars(row.get(2)));
        assertThat(selection.dossier().spentBesideStanding()).isEqualTo(Money.ofDollars(row.get(3)));
    }

    private static Selection amended(Selection selection) {
        return state(Amending.amend(
                selection, "more pupils", NEEDS, priced(List.of(agreed("950.00"))), PRINCIPAL, LATER, FINGERPRINT));
    }

    private static Instant day(int number) {
        return NOW.plus(Duration.ofDays(number));
    }

    /** "C1 v2 9000.00 and 1000.00" as procurement says it: each version has lines of its own. */
    private static List<Contracted> said(String row) {
        // Each word has a time of its own: what is said "later" is said after all that is not.
        boolean later = row.startsWith("later ");
        String event = later ? row.substring("later ".length()) : row;
        Instant at = later ? LATER.plusSeconds(60) : LATER;
        List<String> words = List.of(event.split(" ", 3));
        long contract = Long.parseLong(words.getFirst().substring(1));
        UUID process = new UUID(8, contract);
        if (words.get(1).equals("ended")) {
            return List.of(Contracted.ended(
                    new UUID(7, contract), process, ID.value(), HOMEWORK, Money.ofDollars(words.getLast()), at));
        }
        if (words.get(1).equals("completed")) {
            return List.of(Contracted.completed(
                    new UUID(7, contract), process, ID.value(), HOMEWORK, Money.ofDollars(words.getLast()), at));
        }
        int version = Integer.parseInt(words.get(1).substring(1));
        List<Contracted> lines = new ArrayList<>();
        amounts(words.getLast())
                .forEach(dollars -> lines.add(new Contracted(
                        new UUID(7, contract),
                        process,
                        version,
                        new UUID(contract, 100L * version + lines.size()),
                        HOMEWORK,
                        Money.ofDollars(dollars),
                        at)));
        return lines;
    }

    static Stream<List<String>> submissions() {
        return PolicyPage.table("approval.md", "May the new version be submitted").stream();
    }

    @ParameterizedTest
    @MethodSource("submissions")
    void a_new_version_is_submitted_when_the_policy_page_says_so(List<String> row) {
        List<Contracted> contracts = new ArrayList<>();
        amounts(row.getFirst()).forEach(amount -> contracts.add(contracted(contracts.size() + 1, amount)));
        List<LineAsked> lines = new ArrayList<>(List.of(line(TUTORING, Award.PRICE_CODE)));
        amounts(row.get(1)).forEach(amount -> lines.add(agreed(amount)));
        Selection back = state(Selection.contracted(in("returned by competition"), contracts));
        if (row.get(2).equals("the program lost a competition")) {
            back = state(Selection.outcomeDiffers(back, HOMEWORK_LOSES, "lowest quote"));
        }
        Selection draft = state(Selection.revise(back, NEEDS, priced(lines), PRINCIPAL, NOW, FINGERPRINT));

        var submitted = submit(draft, row.get(2).equals("its vetting has ended, portfolio-only"));

        switch (row.get(3)) {
            case "submitted" -> assertThat(submitted).isInstanceOf(Accepted.class);
            case "contracted-line-dropped" -> assertThat(refusal(submitted)).isInstanceOf(ContractedLineDropped.class);
            case "lost-a-competition" -> assertThat(refusal(submitted)).isInstanceOf(LostACompetition.class);
            case "not-in-portfolio" -> assertThat(refusal(submitted)).isInstanceOf(NotInPortfolio.class);
            default -> throw new IllegalArgumentException(row.get(3));
        }
    }

    @Test
    void the_answer_names_the_contracted_line_and_the_largest_that_is_left_for_it() {
        Selection back = state(Selection.contracted(
                in("returned by competition"), List.of(contracted(1, "200.00"), contracted(2, "300.00"))));
        Selection draft = state(Selection.revise(
                back, NEEDS, priced(List.of(agreed("350.00"), agreed("199.99"))), PRINCIPAL, NOW, FINGERPRINT));

        assertThat(submit(draft, false))
                .isEqualTo(new Refused<>(
                        new ContractedLineDropped(HOMEWORK, Money.ofDollars("200.00"), Money.ofDollars("199.99"))));
    }

    @Test
    void a_contract_that_crosses_a_withdrawal_stays_on_record_and_is_said_to_nobody() {
        var crossed = Selection.contracted(in("withdrawn"), List.of(contracted(1, "300.00")))
                .orRefuse();

        assertThat(crossed.state()).isInstanceOf(Withdrawn.class);
        assertThat(crossed.state().dossier().contractedAmount()).isEqualTo(Money.ofDollars("300.00"));
        assertThat(crossed.state().changedAt()).isEqualTo(LATER);
        assertThat(crossed.events()).isEmpty();
    }

    @Test
    void the_same_lines_said_twice_are_on_record_once_and_decisions_stay_as_they_are() {
        Selection reserved = in("reserved");

        Selection once = state(Selection.contracted(reserved, List.of(contracted(1, "300.00"))));
        Selection twice = state(Selection.contracted(once, List.of(contracted(1, "300.00"))));

        assertThat(twice).isEqualTo(once);
        assertThat(twice.word()).isEqualTo("reserved");
        assertThat(twice.dossier().decisions())
                .isEqualTo(reserved.dossier().decisions())
                .allMatch(twice::isBinding);
    }

    private static Selection in(String words) {
        Selection draft = Selection.draft(
                ID,
                FUND,
                FY2019,
                CODE,
                NEEDS,
                priced(List.of(agreed("900.00"), line(CHOIR, "year"))),
                PRINCIPAL,
                NOW,
                FINGERPRINT);
        return switch (words) {
            case "draft" -> draft;
            case "submitted" -> state(submit(draft, false));
            case "approved" -> approved(draft);
            case "reserved" -> state(Selection.reserved(approved(draft), NOW));
            case "returned by competition" ->
                state(Selection.outcomeDiffers(approved(draft), CHOIR_LOSES, "lowest quote"));
            case "withdrawn" -> state(Selection.withdraw(approved(draft), "changed our mind", PRINCIPAL, NOW));
            default -> throw new IllegalArgumentException(words);
        };
    }

    private static Selection approved(Selection draft) {
        Submitted submitted = (Submitted) state(submit(draft, false));
        Selection byCouncil = state(Selection.approvedByCouncil(submitted, "8 yes", MOTION, NOW));
        Selection bySuperintendent =
                state(Selection.superintendentDecides(byCouncil, Verdict.APPROVED, "fits", SUPERINTENDENT, NOW));
        return state(Selection.checkCompleteness(bySuperintendent, Verdict.APPROVED, "complete", BUDGET_OFFICER, NOW));
    }

    private static Decision<Selection> submit(Selection draft, boolean vettingEndedAndPortfolioOnly) {
        ApprovalPolicy policy = vettingEndedAndPortfolioOnly
                ? new ApprovalPolicy(FUND, PartnerChoice.PORTFOLIO_ONLY, Optional.empty(), true, 48, "a test", NOW)
                : policy();
        return Selection.submit(
                draft,
                new Measure(
                        Money.ofDollars("5000.00"),
                        Money.ZERO,
                        policy,
                        Map.of(HOMEWORK, homework(), CHOIR, choir(), TUTORING, choir(TUTORING, "Tutoring")),
                        vettingEndedAndPortfolioOnly ? VETTING_ENDED : TODAY),
                Plan.usual(FUND),
                PRINCIPAL,
                NOW);
    }

    private static Refusal refusal(Decision<Selection> decision) {
        return switch (decision) {
            case Refused<Selection>(var why) -> why;
            case Accepted<Selection> _ -> throw new AssertionError("it was accepted");
        };
    }

    private static List<Line> priced(List<LineAsked> lines) {
        return LineAsked.price(
                        lines,
                        Map.of(HOMEWORK, homework(), CHOIR, choir(), TUTORING, choir(TUTORING, "Tutoring")),
                        FY2019,
                        List.of(CHOIR_LOSES),
                        TODAY,
                        School.ids())
                .orRefuse()
                .state();
    }

    /** The contract and line of that number, for the homework club. */
    private static Contracted contracted(int number, String dollars) {
        return new Contracted(
                new UUID(7, number), new UUID(8, 9), 1, new UUID(9, number), HOMEWORK, Money.ofDollars(dollars), LATER);
    }

    private static Stream<String> amounts(String cell) {
        return cell.equals("none") ? Stream.of() : Arrays.stream(cell.split(" and "));
    }

    private static Selection state(Decision<Selection> decision) {
        return decision.orRefuse().state();
    }
}
