package org.partnershipfund.procurement.process;

import java.time.LocalDate;
import org.partnershipfund.kernel.Decision;
import org.partnershipfund.kernel.Decision.Accepted;
import org.partnershipfund.kernel.Decision.Refused;
import org.partnershipfund.kernel.Money;
import org.partnershipfund.procurement.rules.Evaluation;
import org.partnershipfund.procurement.rules.RuleBook;

/**
 * What the rules of a day demand of a purchase, alone and with what belongs together with it.
 *
 * <p>Source: docs/policy/procurement.md §2 to §4.
 *
 * @param together the purchase with its kin, whether or not they are counted in
 * @param alone what the value demands that the officer counts
 * @param sum what everything together demands
 */
record Valuation(Money together, Evaluation alone, Evaluation sum) {

    /**
     * Values a purchase.
     *
     * @param own the purchase alone, all schools, all years with options
     * @param counted what the officer counts in of earlier purchases
     */
    static Decision<Valuation> of(Money own, Money counted, Kin kin, RuleBook rules, LocalDate day) {
        Money together = own.plus(kin.value());
        return switch (rules.evaluate(day, own.plus(counted))) {
            case Refused<Evaluation>(var why) -> Decision.refuse(why);
            case Accepted<Evaluation>(var alone, var _) ->
                Decision.accept(new Valuation(
                        together,
                        alone,
                        rules.evaluate(day, together).orRefuse().state()));
        };
    }

    /** Whether the purchase alone is held below a threshold that all of it reaches. */
    boolean isSplit() {
        return sum.method().tier() > alone.method().tier();
    }

    /** What counts: the sum, if it moves up a tier. */
    Evaluation demanded() {
        return isSplit() ? sum : alone;
    }

    static Money times(Money amount, int years) {
        return new Money(Math.multiplyExact(amount.cents(), years));
    }
}
