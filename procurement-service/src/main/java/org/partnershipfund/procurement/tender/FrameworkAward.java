package org.partnershipfund.procurement.tender;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.partnershipfund.kernel.Decision;
import org.partnershipfund.kernel.FiscalYear;
import org.partnershipfund.kernel.Money;
import org.partnershipfund.procurement.process.CalledUnit;
import org.partnershipfund.procurement.process.Program;
import org.partnershipfund.procurement.tender.Price.UnitPrice;
import org.partnershipfund.procurement.tender.TenderRefusal.AwardDoesNotCover;
import org.partnershipfund.procurement.tender.TenderRefusal.UnitsNotAwarded;

/**
 * One of the awards of a framework: from whom schools may call off what, until when, at which unit prices.
 *
 * <p>Source: docs/policy/tenders.md §8.
 */
public record FrameworkAward(
        UUID id,
        TenderId tender,
        Program program,
        String serviceArea,
        LocalDate from,
        LocalDate until,
        List<UnitPrice> units,
        Instant awardedAt) {

    public FrameworkAward {
        units = List.copyOf(units);
    }

    /**
     * Why a purchase may not be called off from it, if it may not.
     *
     * @param years how many, from the fund's own on
     */
    public Optional<TenderRefusal> fault(Program bought, FiscalYear year, int years) {
        if (!program.partner().equals(bought.partner())) {
            return Optional.of(new AwardDoesNotCover(
                    id,
                    "it was awarded to %s, and the schools chose %s"
                            .formatted(program.partnerName(), bought.partnerName())));
        }
        if (!serviceArea.equals(bought.serviceArea())) {
            return Optional.of(new AwardDoesNotCover(
                    id, "it is for %s, and the schools chose %s".formatted(serviceArea, bought.serviceArea())));
        }
        LocalDate first = year.firstDay();
        LocalDate last = year.lastDay().plusYears(years - 1L);
        return first.isBefore(from) || last.isAfter(until)
                ? Optional.of(new AwardDoesNotCover(
                        id,
                        "it runs from %s to %s, and the purchase from %s to %s".formatted(from, until, first, last)))
                : Optional.empty();
    }

    /** What is called off, at the unit prices of the award. */
    public Decision<List<CalledUnit>> called(Map<String, Long> quantities) {
        Map<String, UnitPrice> known = units.stream().collect(Collectors.toMap(UnitPrice::code, Function.identity()));
        if (quantities.isEmpty()
                || quantities.entrySet().stream()
                        .anyMatch(one -> !known.containsKey(one.getKey()) || one.getValue() <= 0)) {
            return Decision.refuse(
                    new UnitsNotAwarded(id, known.keySet().stream().sorted().toList()));
        }
        return Decision.accept(units.stream()
                .filter(unit -> quantities.containsKey(unit.code()))
                .map(unit -> new CalledUnit(
                        unit.code(), unit.unit(), quantities.getOrDefault(unit.code(), 0L), unit.price()))
                .toList());
    }

    /** All together. */
    public static Money price(List<CalledUnit> units) {
        return units.stream().map(CalledUnit::amount).reduce(Money.ZERO, Money::plus);
    }
}
