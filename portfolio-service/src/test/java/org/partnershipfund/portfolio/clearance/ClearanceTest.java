package org.partnershipfund.portfolio.clearance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.partnershipfund.portfolio.fixtures.Harbor.ALLIANCE;
import static org.partnershipfund.portfolio.fixtures.Harbor.ON_15_JANUARY;
import static org.partnershipfund.portfolio.fixtures.Harbor.TEAM_LEAD;
import static org.partnershipfund.portfolio.fixtures.Harbor.id;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.partnershipfund.kernel.Decision;
import org.partnershipfund.portfolio.clearance.ClearanceEvent.ClearanceRecorded;
import org.partnershipfund.portfolio.clearance.ClearanceRefusal.ClearanceDaysDoNotFit;
import org.partnershipfund.portfolio.clearance.ClearanceRefusal.ClearanceExpired;
import org.partnershipfund.portfolio.clearance.ClearanceRefusal.ClearanceMissing;
import org.partnershipfund.portfolio.fixtures.PolicyPage;

/** Policy §7 "Clearances". */
class ClearanceTest {

    private static final LocalDate TODAY = LocalDate.of(2018, 1, 15);

    static Stream<List<String>> in_force() {
        return PolicyPage.examples("in force").stream();
    }

    @ParameterizedTest
    @MethodSource("in_force")
    void a_clearance_is_in_force_when_the_page_says(List<String> example) {
        Clearance clearance = clearance("tax-status", example.get(0), day(example.get(1)));

        assertThat(clearance.isInForceOn(TODAY) ? "in force" : "not in force").isEqualTo(example.get(2));
    }

    @ParameterizedTest(name = "{0} {1} until {2}: {3}")
    @CsvSource({
        "liability-insurance, cleared, 2018-01-15, recorded",
        "background-checks, cleared, 2021-01-14, recorded",
        "tax-status, cleared, (none), recorded",
        "tax-status, cleared, 2018-06-30, recorded",
        "background-checks, pending, (none), recorded",
        "background-checks, not-cleared, (none), recorded",
        "liability-insurance, cleared, (none), days do not fit",
        "background-checks, cleared, (none), days do not fit",
        "background-checks, pending, 2018-06-30, days do not fit",
        "tax-status, not-cleared, 2018-06-30, days do not fit",
        "liability-insurance, cleared, 2018-01-14, expired",
    })
    void what_is_cleared_has_a_last_day_that_is_not_over(String kind, String status, String until, String answer) {
        Clearance found = clearance(kind, status, day(until));

        Decision<Clearance> expected = switch (answer) {
            case "recorded" -> Decision.accept(found, new ClearanceRecorded(found, found.at()));
            case "expired" -> Decision.refuse(new ClearanceExpired(kind, LocalDate.parse(until), TODAY));
            default ->
                Decision.refuse(new ClearanceDaysDoNotFit(
                        kind, status, day(until).map(LocalDate::toString).orElse("absent")));
        };
        assertThat(Clearance.record(found, TODAY)).isEqualTo(expected);
    }

    @Test
    void a_category_gets_what_it_asks_for_on_the_day_or_says_what_is_missing() {
        var insured = clearance("liability-insurance", "cleared", Optional.of(TODAY));
        var checked = clearance("background-checks", "cleared", Optional.of(TODAY.minusDays(1)));
        var asked = List.of(ClearanceKind.LIABILITY_INSURANCE, ClearanceKind.BACKGROUND_CHECKS);

        assertThat(Clearance.missing(asked, List.of(insured, checked), TODAY))
                .contains(new ClearanceMissing(List.of("background-checks"), TODAY));
        assertThat(Clearance.missing(asked, List.of(), TODAY))
                .contains(new ClearanceMissing(List.of("liability-insurance", "background-checks"), TODAY));
        assertThat(Clearance.missing(asked, List.of(insured, checked), TODAY.minusDays(1)))
                .isEmpty();
        assertThat(Clearance.missing(List.of(), List.of(), TODAY)).isEmpty();
    }

    private static Optional<LocalDate> day(String cell) {
        return Optional.of(cell).filter(word -> !word.equals("(none)")).map(LocalDate::parse);
    }

    private static Clearance clearance(String kind, String status, Optional<LocalDate> expiresOn) {
        return new Clearance(
                new ClearanceId(id("0601")),
                ALLIANCE,
                ClearanceKind.of(kind),
                ClearanceStatus.of(status),
                expiresOn,
                TEAM_LEAD,
                ON_15_JANUARY);
    }
}
