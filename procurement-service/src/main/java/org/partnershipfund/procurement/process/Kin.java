package org.partnershipfund.procurement.process;

import java.time.LocalDate;
import java.util.List;
import org.partnershipfund.kernel.FiscalYear;
import org.partnershipfund.kernel.Money;
import org.partnershipfund.procurement.process.ContractingProcess.Awarded;
import org.partnershipfund.procurement.process.ContractingProcess.Opening;
import org.partnershipfund.procurement.rules.RuleBook;

/**
 * The earlier purchases of a fiscal year that count together with one when it comes to splitting. Every route counts
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
                .filter(one -> one.opening().route().kind() != Route.Kind.CALL_OFF
                        && one.opening().year().equals(year)
                        && value(one).isPositive())
                .filter(one -> {
                    boolean partner = one.program().partner().equals(bought.partner());
                    boolean area = one.program().serviceArea().equals(bought.serviceArea());
                    return either ? partner || area : partner && area;
                })
                .toList());
    }

    /**
     * What belongs together with a purchase that is under way: only what was opened before it, because what came later
     * counted it in.
     */
    static Kin of(Opening opening, List<ContractingProcess> year, RuleBook rules, LocalDate day) {
        List<ContractingProcess> earlier =
                year.stream().filter(one -> isBefore(one.opening(), opening)).toList();
        return of(opening.chosen(), opening.route(), opening.year(), earlier, rules, day);
    }

    private static boolean isBefore(Opening one, Opening other) {
        return one.openedAt().equals(other.openedAt())
                ? one.id().toString().compareTo(other.id().toString()) < 0
                : one.openedAt().isBefore(other.openedAt());
    }

    /** All of them, all years with options: at the price once it is known. */
    Money value() {
        return processes.stream().map(Kin::value).reduce(Money.ZERO, Money::plus);
    }

    private static Money value(ContractingProcess process) {
        return process instanceof Awarded(var opening, var _, var award)
                ? Valuation.times(award.price(), opening.termYears())
                : process.opening().own();
    }

    List<ProcessId> ids() {
        return processes.stream().map(ContractingProcess::id).toList();
    }
}
