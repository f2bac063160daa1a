package org.partnershipfund.procurement.tender;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.partnershipfund.kernel.Money;
import org.partnershipfund.procurement.process.Program;
import org.partnershipfund.procurement.tender.Invitation.ForProcess;
import org.partnershipfund.procurement.tender.Invitation.Framework;
import org.partnershipfund.procurement.tender.Invitation.Item;

/**
 * What a bidder asks.
 *
 * @param compared what bids are compared by: the price, or the unit prices times the expected quantities
 * @param units of a framework; else none
 */
public record Price(Program program, Money compared, List<UnitPrice> units) {

    public Price {
        units = List.copyOf(units);
    }

    /** The price of one unit. */
    public record UnitPrice(String code, String description, String unit, Money price) {}

    /**
     * The price of a form.
     *
     * @param program the one that the form names
     * @throws PriceForm.UnreadableException if it does not answer the invitation; the message says why
     */
    static Price of(PriceForm form, Invitation invitation, Program program) throws PriceForm.UnreadableException {
        return switch (invitation.subject()) {
            case ForProcess _ -> {
                Money total = form.total();
                if (total == null || !total.isPositive() || !form.units().isEmpty()) {
                    throw new PriceForm.UnreadableException("it must have a price above zero and no unit prices");
                }
                yield new Price(program, total, List.of());
            }
            case Framework framework -> units(form, framework, program);
        };
    }

    private static Price units(PriceForm form, Framework framework, Program program)
            throws PriceForm.UnreadableException {
        Set<String> codes = framework.items().stream().map(Item::code).collect(Collectors.toUnmodifiableSet());
        if (form.total() != null || !form.units().keySet().equals(codes)) {
            throw new PriceForm.UnreadableException("it must have one unit price for each of "
                    + codes.stream().sorted().toList() + " and no total");
        }
        List<UnitPrice> units = new ArrayList<>();
        Money compared = Money.ZERO;
        for (Item item : framework.items()) {
            Money price = form.units().getOrDefault(item.code(), Money.ZERO);
            if (!price.isPositive()) {
                throw new PriceForm.UnreadableException("the unit price of " + item.code() + " must be above zero");
            }
            units.add(new UnitPrice(item.code(), item.description(), item.unit(), price));
            try {
                compared = compared.plus(new Money(Math.multiplyExact(price.cents(), item.quantity())));
            } catch (ArithmeticException e) {
                throw new PriceForm.UnreadableException("the unit price of " + item.code() + " is beyond all counting");
            }
        }
        return new Price(program, compared, units);
    }
}
