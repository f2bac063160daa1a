package org.partnershipfund.procurement.process;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.partnershipfund.kernel.Decision;
import org.partnershipfund.kernel.Money;
import org.partnershipfund.procurement.process.ContractingProcess.Awarded;
import org.partnershipfund.procurement.process.ContractingProcess.Cancelled;
import org.partnershipfund.procurement.process.ContractingProcess.Open;
import org.partnershipfund.procurement.process.ContractingProcess.Solicited;
import org.partnershipfund.procurement.process.ProcessRefusal.NothingToBuy;
import org.partnershipfund.procurement.process.ProcessRefusal.TooLateToJoin;
import org.partnershipfund.procurement.reservation.ReservedLine;
import org.partnershipfund.procurement.rules.RuleBook;

/**
 * A school whose selection comes late: how what it reserved may lawfully be bought.
 *
 * <p>Source: docs/policy/procurement.md §12.
 */
public final class LateSchools {

    private LateSchools() {}

    /** How what a late school asks for is bought. */
    public enum Way {
        /** It joins the process: nobody was asked yet. */
        JOINS,
        /** What was asked for changes: the process is cancelled, and a new one asks for all schools. */
        ASK_ANEW,
        /** The contract is raised within the limit of the law. */
        AMENDMENT,
        /** A new process by the method of the sum. */
        NEW_PROCESS
    }

    /**
     * The contract of an awarded process.
     *
     * @param agreed what it was worth at first
     * @param now what it is worth with all amendments
     */
    public record Contracted(Money agreed, Money now) {

        /** What amendments may still add: a percentage of what was agreed at first, all of them together (c.30B s.13). */
        Money room(int percent) {
            Money most = new Money(Math.multiplyExact(agreed.cents(), 100L + percent) / 100);
            return most.exceeds(now) ? most.minus(now) : Money.ZERO;
        }
    }

    /**
     * The lawful way.
     *
     * @param asked what the late schools have reserved in this year
     * @param contract of the process, if it binds
     * @param percent by which amendments together may raise a contract, if the rules of the day say so
     */
    public static Way way(
            ContractingProcess process, Money asked, Optional<Contracted> contract, Optional<Integer> percent) {
        return switch (process) {
            case Open _ -> Way.JOINS;
            case Solicited _ -> Way.ASK_ANEW;
            // What had no competition does not grow for schools that nobody thought of when it was determined.
            case Awarded(var opening, var _, var _) ->
                !Growing.isWithoutCompetition(opening)
                                && contract.isPresent()
                                && percent.isPresent()
                                && !asked.exceeds(contract.get().room(percent.get()))
                        ? Way.AMENDMENT
                        : Way.NEW_PROCESS;
            case Cancelled _ -> Way.NEW_PROCESS;
        };
    }

    /** The process with the late schools in it, and which lines joined. */
    public record Joined(ContractingProcess process, List<ReservedLine> lines) {
        public Joined {
            lines = List.copyOf(lines);
        }
    }

    /**
     * Lets late schools join a process in which nobody was asked yet; its value and its method are found again.
     *
     * @param bought what it buys already
     * @param waiting lines of its program and fund that nobody buys
     * @param year the processes of the fiscal year; a cap is measured by them
     */
    public static Decision<Joined> join(
            ContractingProcess process,
            List<ReservedLine> bought,
            List<ReservedLine> waiting,
            Optional<Contracted> contract,
            Optional<Integer> percent,
            List<ContractingProcess> year,
            RuleBook rules) {
        var opening = process.opening();
        if (waiting.isEmpty()) {
            return Decision.refuse(
                    new NothingToBuy(opening.fund(), opening.chosen().id()));
        }
        Way way = way(process, PriceShares.reserved(waiting), contract, percent);
        if (way != Way.JOINS) {
            return Decision.refuse(new TooLateToJoin(process.id(), way));
        }
        List<ReservedLine> joining = ContractingProcess.joining(process, bought, waiting, year, rules);
        if (joining.isEmpty()) {
            return Decision.refuse(new TooLateToJoin(process.id(), Way.NEW_PROCESS));
        }
        List<ReservedLine> all = new ArrayList<>(bought);
        all.addAll(joining);
        return Decision.accept(new Joined(ContractingProcess.revalued(process, all, rules), joining));
    }
}
