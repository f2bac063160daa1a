package org.partnershipfund.procurement.process;

import java.time.LocalDate;
import java.util.List;
import org.partnershipfund.kernel.Decision.Accepted;
import org.partnershipfund.kernel.Decision.Refused;
import org.partnershipfund.kernel.FiscalYear;
import org.partnershipfund.kernel.Money;
import org.partnershipfund.procurement.process.ContractingProcess.Awarded;
import org.partnershipfund.procurement.process.ContractingProcess.Cancelled;
import org.partnershipfund.procurement.process.ContractingProcess.Opening;
import org.partnershipfund.procurement.rules.Evaluation;
import org.partnershipfund.procurement.rules.RuleBook;

/**
 * The purchases of a fiscal year that count together with one when it comes to splitting. Every route counts
 * but a call-off, which names the award that covers it.
 *
 * <p>Source: docs/policy/procurement.md §4.
 */
record Kin(List<ContractingProcess> processes) {

    Kin {
        processes = List.copyOf(processes);
    }

    /**
     * What belongs together with a purchase that is about to be opened.
     *
     * @param earlier the processes of the fiscal year
     */
    static Kin of(
            Program bought,
            Route route,
            FiscalYear year,
            List<ContractingProcess> earlier,
            RuleBook rules,
            LocalDate today) {
        if (route.kind() == Route.Kind.CALL_OFF) {
            return new Kin(List.of());
        }
        boolean either = rules.reads("splitting-partner-or-area", today);
        return new Kin(earlier.stream()
                .filter(one -> !(one instanceof Cancelled)
                        && one.opening().route().kind() != Route.Kind.CALL_OFF
                        && one.opening().year().equals(year)
                        && one.opening().own().isPositive())
                .filter(one -> {
                    boolean partner = one.program().partner().equals(bought.partner());
                    boolean area = one.program().serviceArea().equals(bought.serviceArea());
                    return either ? partner || area : partner && area;
                })
                .toList());
    }

    /**
     * What belongs together with a purchase that is under way: what was opened before it; and what was opened after it and is
     * awarded by now, unless that was bought by the method of the sum, where the sum was seen.
     *
     * <p>Source: docs/policy/procurement.md §4.3.
     *
     * @param own what the purchase is worth now, all years with options
     * @param year the processes of the fiscal year, itself among them
     */
    static Kin of(Opening opening, Money own, List<ContractingProcess> year, RuleBook rules, LocalDate day) {
        List<ContractingProcess> others = year.stream()
                .filter(one -> isBefore(one.opening(), opening)
                        || (one instanceof Awarded && isBefore(opening, one.opening())))
                .toList();
        var kin = of(opening.chosen(), opening.route(), opening.year(), others, rules, day);
        while (true) {
            int tier = tier(own.plus(kin.value()), rules, day);
            var unseen = new Kin(kin.processes().stream()
                    .filter(one ->
                            isBefore(one.opening(), opening) || one.method().tier() < tier)
                    .toList());
            if (unseen.equals(kin)) {
                return kin;
            }
            kin = unseen;
        }
    }

    /** The tier of that value; the highest if nothing is known of it, so that nothing is left out. */
    private static int tier(Money value, RuleBook rules, LocalDate day) {
        return switch (rules.evaluate(day, value)) {
            case Accepted<Evaluation>(var evaluation, var _) ->
                evaluation.method().tier();
            case Refused<Evaluation> _ -> Integer.MAX_VALUE;
        };
    }

    private static boolean isBefore(Opening one, Opening other) {
        return one.openedAt().equals(other.openedAt())
                ? one.id().toString().compareTo(other.id().toString()) < 0
                : one.openedAt().isBefore(other.openedAt());
    }

    /** All of them, all years with options: at the price once it is known. */
    Money value() {
        return processes.stream().map(one -> one.opening().own()).reduce(Money.ZERO, Money::plus);
    }
}
