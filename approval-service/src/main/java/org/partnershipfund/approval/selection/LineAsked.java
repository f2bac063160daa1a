package org.partnershipfund.approval.selection;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.partnershipfund.approval.menu.PriceSheet;
import org.partnershipfund.approval.menu.PriceSheet.Price;
import org.partnershipfund.approval.menu.Program;
import org.partnershipfund.approval.menu.ProgramId;
import org.partnershipfund.approval.menu.Unit;
import org.partnershipfund.approval.selection.SelectionRefusal.AgreedAmountMissing;
import org.partnershipfund.approval.selection.SelectionRefusal.AgreedAmountNotAsked;
import org.partnershipfund.approval.selection.SelectionRefusal.AgreedAmountTooHigh;
import org.partnershipfund.approval.selection.SelectionRefusal.NoSuchPrice;
import org.partnershipfund.approval.selection.SelectionRefusal.NotAwarded;
import org.partnershipfund.approval.selection.SelectionRefusal.ProgramNotHeard;
import org.partnershipfund.approval.selection.SelectionRefusal.QuantityOutsideTier;
import org.partnershipfund.approval.selection.SelectionRefusal.ServiceOutsideYear;
import org.partnershipfund.kernel.Decision;
import org.partnershipfund.kernel.Decision.Accepted;
import org.partnershipfund.kernel.Decision.Refused;
import org.partnershipfund.kernel.FiscalYear;
import org.partnershipfund.kernel.Ids;
import org.partnershipfund.kernel.Money;

/**
 * A line as the school asks for it, before it is priced.
 *
 * @param agreed what school and partner agreed on, of a price with unit {@code agreed}
 */
public record LineAsked(
        ProgramId program,
        String priceCode,
        int quantity,
        Optional<Money> agreed,
        int pupils,
        LocalDate serviceFrom,
        LocalDate serviceUntil) {

    /**
     * Prices lines by the sheets in force today.
     *
     * <p>Source: docs/policy/approval.md §3.
     *
     * @param programs those that were heard of
     * @param year services lie within it
     * @param awards what lines with price code {@code awarded} take, each another one, in this order
     */
    public static Decision<List<Line>> price(
            List<LineAsked> asked,
            Map<ProgramId, Program> programs,
            FiscalYear year,
            List<Award> awards,
            LocalDate today,
            Ids ids) {
        List<Line> lines = new ArrayList<>();
        List<Award> left = new ArrayList<>(awards);
        for (LineAsked one : asked) {
            Program program = programs.get(one.program());
            if (program == null) {
                return Decision.refuse(new ProgramNotHeard(one.program()));
            }
            switch (one.price(program, year, left, today, ids)) {
                case Accepted<Line>(Line line, var _) -> lines.add(line);
                case Refused<Line>(var why) -> {
                    return Decision.refuse(why);
                }
            }
        }
        return Decision.accept(lines);
    }

    /** The price of this line; an award that it takes is taken out of what is left for other lines. */
    private Decision<Line> price(Program chosen, FiscalYear year, List<Award> left, LocalDate today, Ids ids) {
        if (serviceUntil.isBefore(serviceFrom)
                || serviceFrom.isBefore(year.firstDay())
                || serviceUntil.isAfter(year.lastDay())) {
            return Decision.refuse(
                    new ServiceOutsideYear(chosen.name(), serviceFrom, serviceUntil, year.firstDay(), year.lastDay()));
        }
        Optional<PriceSheet> sheet = chosen.sheetOn(today);
        if (priceCode.equals(Award.PRICE_CODE)) {
            Optional<Award> award = left.stream()
                    .filter(given -> given.awarded().equals(program) && quantity == 1 && agreed.isEmpty())
                    .findFirst();
            award.ifPresent(left::remove);
            return award.map(given ->
                            line(chosen, sheet.map(PriceSheet::version).orElse(1), Unit.AGREED, given.amount(), ids))
                    .orElse(Decision.refuse(new NotAwarded(chosen.name())));
        }
        Optional<Price> price = sheet.flatMap(inForce -> inForce.price(priceCode));
        if (sheet.isEmpty() || price.isEmpty()) {
            return Decision.refuse(new NoSuchPrice(chosen.name(), priceCode, today));
        }
        if (!price.get().countsFor(quantity)) {
            return Decision.refuse(new QuantityOutsideTier(
                    chosen.name(),
                    priceCode,
                    quantity,
                    price.get().fromQuantity(),
                    price.get().untilQuantity()));
        }
        return switch (price.get().unit()) {
            case PER_PUPIL, PER_SESSION, PER_YEAR, FLAT ->
                agreed.isPresent()
                        ? Decision.refuse(new AgreedAmountNotAsked(
                                chosen.name(), priceCode, price.get().unit().word()))
                        : line(
                                chosen,
                                sheet.get().version(),
                                price.get().unit(),
                                price.get().amount(),
                                ids);
            case AGREED -> agreed(chosen, sheet.get().version(), price.get().amount(), ids);
        };
    }

    private Decision<Line> agreed(Program chosen, int sheet, Money most, Ids ids) {
        if (agreed.isEmpty() || !agreed.get().isPositive()) {
            return Decision.refuse(new AgreedAmountMissing(chosen.name(), priceCode, most));
        }
        // The most is for all of the line: a quantity must not lift it.
        return times(agreed.get(), quantity).exceeds(most)
                ? Decision.refuse(new AgreedAmountTooHigh(chosen.name(), times(agreed.get(), quantity), most))
                : line(chosen, sheet, Unit.AGREED, agreed.get(), ids);
    }

    private Decision<Line> line(Program chosen, int sheet, Unit unit, Money unitPrice, Ids ids) {
        return Decision.accept(new Line(
                ids.next(),
                chosen.id(),
                chosen.name(),
                chosen.partner(),
                chosen.partnerName(),
                chosen.serviceArea(),
                sheet,
                priceCode,
                unit,
                unitPrice,
                quantity,
                pupils,
                times(unitPrice, quantity),
                serviceFrom,
                serviceUntil));
    }

    private static Money times(Money price, int quantity) {
        return new Money(Math.multiplyExact(price.cents(), (long) quantity));
    }
}
