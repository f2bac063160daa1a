package org.partnershipfund.approval.selection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.partnershipfund.approval.fixtures.School.CODE;
import static org.partnershipfund.approval.fixtures.School.FINGERPRINT;
import static org.partnershipfund.approval.fixtures.School.FUND;
import static org.partnershipfund.approval.fixtures.School.FY2019;
import static org.partnershipfund.approval.fixtures.School.NEEDS;
import static org.partnershipfund.approval.fixtures.School.NOW;
import static org.partnershipfund.approval.fixtures.School.PRINCIPAL;
import static org.partnershipfund.approval.fixtures.School.TODAY;
import static org.partnershipfund.approval.fixtures.School.policy;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.partnershipfund.approval.fixtures.PolicyPage;
import org.partnershipfund.approval.menu.Program;
import org.partnershipfund.approval.menu.Program.Vetting;
import org.partnershipfund.approval.menu.ProgramId;
import org.partnershipfund.approval.menu.Unit;
import org.partnershipfund.approval.plan.Plan;
import org.partnershipfund.approval.policy.CapacityRule;
import org.partnershipfund.approval.policy.LeadTime;
import org.partnershipfund.approval.policy.PolicyRefusal.PartnerNumbersDoNotFit;
import org.partnershipfund.approval.policy.PolicyRefusal.RulesBackdated;
import org.partnershipfund.approval.policy.PolicyRefusal.SharesDoNotFit;
import org.partnershipfund.approval.policy.SelectionRules;
import org.partnershipfund.approval.selection.Concern.NotOnTheMenu;
import org.partnershipfund.approval.selection.Concern.ServiceTooEarly;
import org.partnershipfund.approval.selection.Finding.Fault;
import org.partnershipfund.approval.selection.Finding.Warning;
import org.partnershipfund.approval.selection.Selection.Measure;
import org.partnershipfund.approval.selection.SelectionRefusal.AllocationExceeded;
import org.partnershipfund.approval.selection.SelectionRefusal.CapacityExceeded;
import org.partnershipfund.approval.selection.SelectionRefusal.LineBelowLeast;
import org.partnershipfund.approval.selection.SelectionRefusal.ProgramNotHeard;
import org.partnershipfund.approval.selection.SelectionRefusal.ProgramSuspended;
import org.partnershipfund.approval.selection.SelectionRefusal.ShareTooLarge;
import org.partnershipfund.approval.selection.SelectionRefusal.TooFewPartners;
import org.partnershipfund.approval.selection.SelectionRefusal.TooManyPartners;
import org.partnershipfund.kernel.Decision;
import org.partnershipfund.kernel.Decision.Refused;
import org.partnershipfund.kernel.Money;

/** Policy approval §10 and §11: everything that is found in a selection, errors apart from warnings. */
class FindingsTest {

    private static final SelectionId ID = new SelectionId(new UUID(0, 601));
    private static final Money PLENTY = Money.ofDollars("1000000.00");
    private static final LocalDate SEPTEMBER = LocalDate.of(2018, 9, 4);

    /** As migration V172 has them for January 2018. */
    private static final List<LeadTime> LEAD_TIMES = List.of(
            tier("2013-07-01", null, "0.00", "9999.99", 1, 2, "sound-business-practices"),
            tier("2016-11-07", "2022-11-30", "10000.00", "50000.00", 2, 4, "written-quotes"),
            tier("2016-11-07", "2022-11-30", "50000.01", null, 4, 8, "sealed-bids-or-proposals"));

    static Stream<List<String>> rules() {
        return PolicyPage.table("approval.md", "What the rules of a fund say to a selection").stream();
    }

    @ParameterizedTest
    @MethodSource("rules")
    void the_rules_of_a_fund_find_what_the_policy_page_says(List<String> row) {
        List<Line> lines = new ArrayList<>();
        for (String dollars : row.get(0).split(", ", -1)) {
            lines.add(line(lines.size() + 1, lines.size() + 1, dollars, 10, SEPTEMBER));
        }
        SelectionRules rules = rules(
                Integer.parseInt(row.get(1)),
                row.get(2).isEmpty() ? Optional.empty() : Optional.of(Integer.parseInt(row.get(2))),
                Integer.parseInt(row.get(3)),
                row.get(4),
                CapacityRule.WARNS);

        List<Finding> found = Findings.of(draft(lines), measure(PLENTY, rules, lines, Optional.empty(), 0));

        assertThat(String.join(", ", found.stream().map(FindingsTest::word).toList()))
                .isEqualTo(row.get(5));
    }

    static Stream<List<String>> capacity() {
        return PolicyPage.table("approval.md", "What capacity says").stream();
    }

    @ParameterizedTest
    @MethodSource("capacity")
    void capacity_finds_what_the_policy_page_says(List<String> row) {
        List<Line> lines = new ArrayList<>();
        for (String pupils : row.get(1).split(" and ", -1)) {
            lines.add(line(lines.size() + 1, 1, "10.00", Integer.parseInt(pupils), SEPTEMBER));
        }
        Optional<Integer> capacity =
                row.get(0).isEmpty() ? Optional.empty() : Optional.of(Integer.parseInt(row.get(0)));
        SelectionRules rules = rules(
                1,
                Optional.empty(),
                100,
                "0.00",
                row.get(3).equals("refuses") ? CapacityRule.REFUSES : CapacityRule.WARNS);

        List<Finding> found =
                Findings.of(draft(lines), measure(PLENTY, rules, lines, capacity, Long.parseLong(row.get(2))));

        assertThat(found.stream()
                        .map(finding -> finding instanceof Fault ? "error" : "warning")
                        .toList())
                .isEqualTo(row.get(4).isEmpty() ? List.of() : List.of(row.get(4)));
    }

    static Stream<List<String>> leadTimes() {
        return PolicyPage.table("approval.md", "How long central office needs").stream()
                .filter(row -> row.getFirst().startsWith("2018"));
    }

    @ParameterizedTest
    @MethodSource("leadTimes")
    void a_line_begins_when_it_can_lawfully_be_bought_or_the_school_is_warned(List<String> row) {
        LocalDate today = LocalDate.parse(row.get(0));
        LocalDate earliest = today.plusWeeks(Integer.parseInt(row.get(3)));

        assertThat(startFindings(row.get(1), earliest, today)).isEmpty();
        assertThat(startFindings(row.get(1), earliest.minusDays(1), today))
                .isEqualTo(List.of(new Warning(
                        Optional.of(1),
                        new ServiceTooEarly(
                                "Program 1",
                                earliest.minusDays(1),
                                earliest,
                                Money.ofDollars(row.get(1)),
                                row.get(2),
                                Integer.parseInt(row.get(3))))));
    }

    private static List<Finding> startFindings(String dollars, LocalDate begins, LocalDate today) {
        List<Line> lines = List.of(line(1, 1, dollars, 10, begins));
        Measure usual = measure(
                PLENTY, rules(1, Optional.empty(), 100, "0.00", CapacityRule.WARNS), lines, Optional.empty(), 0);
        return Findings.of(
                draft(lines),
                new Measure(
                        usual.allocation(),
                        usual.returned(),
                        usual.others(),
                        usual.policy(),
                        usual.programs(),
                        today,
                        usual.rules(),
                        Map.of(),
                        LEAD_TIMES));
    }

    @Test
    void two_lines_with_one_partner_are_bought_by_the_tier_of_both() {
        List<Line> lines = List.of(line(1, 1, "6000.00", 10, SEPTEMBER), line(2, 1, "4000.00", 10, SEPTEMBER));
        Measure usual = measure(
                PLENTY, rules(1, Optional.empty(), 100, "0.00", CapacityRule.WARNS), lines, Optional.empty(), 0);

        List<EarliestStart> starts = Findings.starts(
                draft(lines),
                new Measure(
                        PLENTY,
                        Money.ZERO,
                        Money.ZERO,
                        policy(),
                        usual.programs(),
                        TODAY,
                        usual.rules(),
                        Map.of(),
                        LEAD_TIMES));

        assertThat(starts)
                .extracting(
                        EarliestStart::place,
                        EarliestStart::toPartner,
                        start -> start.tier().orElseThrow().earliest(TODAY))
                .containsExactly(
                        tuple(1, Money.ofDollars("10000.00"), LocalDate.of(2018, 1, 22)),
                        tuple(2, Money.ofDollars("10000.00"), LocalDate.of(2018, 1, 22)));
    }

    @Test
    void what_a_credit_note_gave_back_may_be_chosen_on_top_of_the_allocation_to_the_cent() {
        Measure nothing = measure(
                Money.ofDollars("900.00"),
                rules(1, Optional.empty(), 100, "0.00", CapacityRule.WARNS),
                List.of(line(1, 1, "950.00", 10, SEPTEMBER)),
                Optional.empty(),
                0);

        assertThat(over(nothing, "50.00", "950.00")).isEmpty();
        assertThat(over(nothing, "49.99", "950.00"))
                .containsExactly(new Fault(
                        Optional.empty(),
                        new AllocationExceeded(
                                Money.ofDollars("950.00"),
                                Money.ZERO,
                                Money.ofDollars("900.00"),
                                Money.ofDollars("49.99"))));
    }

    private static List<Finding> over(Measure measure, String returned, String dollars) {
        var again = new Measure(
                measure.allocation(),
                Money.ofDollars(returned),
                measure.others(),
                measure.policy(),
                measure.programs(),
                measure.today(),
                measure.rules(),
                Map.of(),
                List.of());
        return Findings.of(draft(List.of(line(1, 1, dollars, 10, SEPTEMBER))), again);
    }

    @Test
    void everything_is_found_at_once_and_a_submission_is_refused_by_the_first_error() {
        List<Line> lines = List.of(
                line(1, 1, "700.00", 10, SEPTEMBER),
                line(2, 2, "300.01", 10, SEPTEMBER),
                line(3, 3, "10.00", 10, SEPTEMBER));
        Map<ProgramId, Program> programs = new HashMap<>(programs(lines, Optional.empty()));
        programs.remove(lines.get(2).program());
        programs.computeIfPresent(
                lines.get(1).program(),
                (_, program) ->
                        program.vetted(new Vetting(new UUID(0, 509), TODAY.minusDays(1), TODAY.plusDays(1), true)));
        programs.computeIfPresent(
                lines.getFirst().program(),
                (_, program) -> new Program(
                        program.id(),
                        program.partner(),
                        program.partnerName(),
                        program.name(),
                        program.serviceArea(),
                        program.sheets(),
                        List.of()));
        Measure measure = new Measure(
                Money.ofDollars("1010.00"),
                Money.ZERO,
                Money.ZERO,
                policy(),
                programs,
                TODAY,
                rules(1, Optional.of(2), 50, "20.00", CapacityRule.WARNS),
                Map.of(),
                List.of());
        Selection draft = Selection.draft(ID, FUND, FY2019, CODE, NEEDS, lines, PRINCIPAL, NOW, FINGERPRINT);

        assertThat(Findings.of(draft.dossier(), measure))
                .isEqualTo(List.of(
                        new Warning(Optional.of(1), new NotOnTheMenu("Program 1", TODAY)),
                        new Fault(Optional.of(2), new ProgramSuspended("Program 2", TODAY)),
                        new Fault(
                                Optional.of(3), new ProgramNotHeard(lines.get(2).program())),
                        new Fault(
                                Optional.empty(),
                                new AllocationExceeded(
                                        Money.ofDollars("1010.01"),
                                        Money.ZERO,
                                        Money.ofDollars("1010.00"),
                                        Money.ZERO)),
                        new Fault(Optional.empty(), new TooManyPartners(3, 2)),
                        new Fault(
                                Optional.empty(),
                                new ShareTooLarge(
                                        "Partner 1",
                                        Money.ofDollars("700.00"),
                                        Money.ofDollars("1010.01"),
                                        50,
                                        Money.ofDollars("505.00"))),
                        new Fault(
                                Optional.of(3),
                                new LineBelowLeast("Program 3", Money.ofDollars("10.00"), Money.ofDollars("20.00")))));
        assertThat(Selection.submit(draft, measure, Plan.usual(FUND), PRINCIPAL, NOW))
                .isEqualTo(new Refused<>(new ProgramSuspended("Program 2", TODAY)));
    }

    @Test
    void what_is_under_contract_and_what_was_awarded_breaks_no_rule_of_the_fund_alone() {
        Line contracted = line(1, 1, "900.00", 200, SEPTEMBER);
        Line own = line(2, 2, "100.00", 10, SEPTEMBER);
        Selection draft =
                Selection.draft(ID, FUND, FY2019, CODE, NEEDS, List.of(contracted, own), PRINCIPAL, NOW, FINGERPRINT);
        Selection bound = Selection.contracted(
                        draft,
                        List.of(new Contracted(
                                new UUID(7, 1),
                                new UUID(8, 9),
                                1,
                                contracted.id(),
                                contracted.program(),
                                contracted.amount(),
                                NOW)))
                .orRefuse()
                .state();
        Measure measure = measure(
                PLENTY,
                rules(1, Optional.empty(), 60, "50.00", CapacityRule.REFUSES),
                List.of(contracted, own),
                Optional.of(100),
                0);

        assertThat(Findings.of(draft.dossier(), measure).stream().map(FindingsTest::word))
                .containsExactly("share-too-large", "capacity-exceeded");
        assertThat(Findings.of(bound.dossier(), measure)).isEmpty();
    }

    @Test
    void rules_that_no_selection_could_meet_and_rules_of_a_day_that_is_past_are_not_set() {
        assertThat(SelectionRules.follow(rules(3, Optional.of(2), 100, "0.00", CapacityRule.WARNS), TODAY))
                .isEqualTo(new Refused<>(new PartnerNumbersDoNotFit(3, 2)));
        assertThat(SelectionRules.follow(rules(1, Optional.of(3), 33, "0.00", CapacityRule.WARNS), TODAY))
                .isEqualTo(new Refused<>(new SharesDoNotFit(3, 33)));
        assertThat(SelectionRules.follow(rules(1, Optional.of(3), 34, "0.00", CapacityRule.WARNS), TODAY))
                .isInstanceOf(Decision.Accepted.class);
        assertThat(SelectionRules.follow(rules(1, Optional.empty(), 1, "0.00", CapacityRule.WARNS), TODAY.plusDays(1)))
                .isEqualTo(new Refused<>(new RulesBackdated(TODAY, TODAY.plusDays(1))));
    }

    static Stream<List<String>> versions() {
        return PolicyPage.table("approval.md", "Which version counts").stream();
    }

    @ParameterizedTest
    @MethodSource("versions")
    void the_rules_of_a_day_are_those_with_the_highest_number_that_have_begun(List<String> row) {
        List<SelectionRules> all = new ArrayList<>(List.of(dated(1, "2017-12-01")));
        for (String from : row.get(0).split(", ", -1)) {
            all.add(dated(all.size() + 1, from));
        }

        assertThat(SelectionRules.inForce(all, LocalDate.parse(row.get(1))).version() - 1)
                .isEqualTo(Integer.parseInt(row.get(2)));
    }

    @Test
    void before_any_rules_have_begun_the_first_count() {
        SelectionRules first = dated(1, "2017-12-01");

        assertThat(SelectionRules.inForce(List.of(first, dated(2, "2018-03-01")), LocalDate.of(2017, 11, 30)))
                .isEqualTo(first);
    }

    /** A share is too large exactly if a hundred times it is more than the percentage of the whole: no cent is rounded up. */
    @Property
    void no_partner_takes_more_than_its_share_and_none_is_refused_that_does_not(
            @ForAll @Size(min = 1, max = 6) List<@LongRange(min = 1, max = 100_000_000) Long> cents,
            @ForAll @IntRange(min = 1, max = 100) int percent) {
        List<Line> lines = new ArrayList<>();
        for (long one : cents) {
            lines.add(line(lines.size() + 1, lines.size() + 1, new Money(one).dollars(), 1, SEPTEMBER));
        }
        long total = cents.stream().mapToLong(Long::longValue).sum();

        List<Finding> found = Findings.of(
                draft(lines),
                measure(
                        PLENTY.plus(PLENTY).plus(new Money(1_000_000_000)),
                        rules(1, Optional.empty(), percent, "0.00", CapacityRule.WARNS),
                        lines,
                        Optional.empty(),
                        0));

        assertThat(found.stream().filter(finding -> word(finding).equals("share-too-large")))
                .hasSize((int) cents.stream()
                        .filter(one -> one * 100 > total * percent)
                        .count());
    }

    /** However the pupils are spread over lines and schools: too many is exactly more than the program serves. */
    @Property
    void capacity_counts_every_pupil_once_wherever_they_are(
            @ForAll @Size(min = 1, max = 5) List<@IntRange(min = 1, max = 100_000) Integer> here,
            @ForAll @LongRange(min = 0, max = 10_000_000_000L) long elsewhere,
            @ForAll @IntRange(min = 1, max = Integer.MAX_VALUE) int capacity) {
        List<Line> lines = new ArrayList<>();
        for (int pupils : here) {
            lines.add(line(lines.size() + 1, 1, "1.00", pupils, SEPTEMBER));
        }
        long asked = here.stream().mapToLong(Integer::longValue).sum();

        List<Finding> found = Findings.of(
                draft(lines),
                measure(
                        PLENTY,
                        rules(1, Optional.empty(), 100, "0.00", CapacityRule.REFUSES),
                        lines,
                        Optional.of(capacity),
                        elsewhere));

        assertThat(found)
                .isEqualTo(
                        asked + elsewhere > capacity
                                ? List.of(new Fault(
                                        Optional.of(1), new CapacityExceeded("Program 1", asked, elsewhere, capacity)))
                                : List.of());
    }

    private static Dossier draft(List<Line> lines) {
        return Selection.draft(ID, FUND, FY2019, CODE, NEEDS, lines, PRINCIPAL, NOW, FINGERPRINT)
                .dossier();
    }

    private static Line line(int program, int partner, String dollars, int pupils, LocalDate from) {
        return new Line(
                new UUID(9, program),
                new ProgramId(new UUID(4, partner)),
                "Program " + program,
                new UUID(3, partner),
                "Partner " + partner,
                "academic",
                1,
                "year",
                Unit.PER_YEAR,
                Money.ofDollars(dollars),
                1,
                pupils,
                Money.ofDollars(dollars),
                from,
                LocalDate.of(2019, 6, 21));
    }

    private static Measure measure(
            Money allocation, SelectionRules rules, List<Line> lines, Optional<Integer> capacity, long elsewhere) {
        Map<ProgramId, Long> pupils = new HashMap<>();
        lines.forEach(line -> pupils.put(line.program(), elsewhere));
        return new Measure(
                allocation,
                Money.ZERO,
                Money.ZERO,
                policy(),
                programs(lines, capacity),
                TODAY,
                rules,
                pupils,
                List.of());
    }

    private static Map<ProgramId, Program> programs(List<Line> lines, Optional<Integer> capacity) {
        Map<ProgramId, Program> programs = new HashMap<>();
        lines.forEach(line -> programs.put(
                line.program(),
                new Program(
                        line.program(),
                        line.partner(),
                        line.partnerName(),
                        line.programName(),
                        line.serviceArea(),
                        List.of(),
                        List.of(new Vetting(
                                new UUID(0, 501), LocalDate.of(2017, 12, 1), LocalDate.of(2018, 11, 30), false)),
                        capacity)));
        return programs;
    }

    private static SelectionRules rules(
            int least, Optional<Integer> most, int percent, String perLine, CapacityRule capacity) {
        return new SelectionRules(
                FUND, 2, TODAY, least, most, percent, Money.ofDollars(perLine), capacity, "a test", NOW);
    }

    private static SelectionRules dated(int version, String from) {
        return new SelectionRules(
                FUND,
                version,
                LocalDate.parse(from),
                1,
                Optional.empty(),
                100,
                Money.ZERO,
                CapacityRule.WARNS,
                "a test",
                NOW);
    }

    private static LeadTime tier(
            String from,
            @Nullable String until,
            String least,
            @Nullable String most,
            int weeks,
            int mostWeeks,
            String method) {
        return new LeadTime(
                LocalDate.parse(from),
                Optional.ofNullable(until).map(LocalDate::parse),
                Money.ofDollars(least),
                Optional.ofNullable(most).map(Money::ofDollars),
                weeks,
                mostWeeks,
                method,
                "a test");
    }

    private static String word(Finding finding) {
        return switch (finding) {
            case Warning(var _, var about) -> about.code();
            case Fault(var _, SelectionRefusal why) ->
                switch (why) {
                    case TooFewPartners _ -> "too-few-partners";
                    case TooManyPartners _ -> "too-many-partners";
                    case ShareTooLarge _ -> "share-too-large";
                    case LineBelowLeast _ -> "line-below-least";
                    case CapacityExceeded _ -> "capacity-exceeded";
                    default -> throw new IllegalArgumentException(why.toString());
                };
        };
    }
}
