package org.partnershipfund.approval.policy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.partnershipfund.approval.fund.FundId;
import org.partnershipfund.approval.policy.PolicyRefusal.PartnerNumbersDoNotFit;
import org.partnershipfund.approval.policy.PolicyRefusal.RulesBackdated;
import org.partnershipfund.approval.policy.PolicyRefusal.SharesDoNotFit;
import org.partnershipfund.kernel.Decision;
import org.partnershipfund.kernel.Money;

/**
 * What a fund asks of selections beside the allocation, from a day on.
 *
 * <p>Source: docs/policy/approval.md §10.
 *
 * @param version from 1 on, one more with every change
 * @param validFrom the first day in the district on which it counts
 * @param minPartners the least number of partners of one selection, 1 to 50
 * @param maxPartners the largest, 1 to 50; empty for no bound
 * @param largestSharePercent what one partner may take of the selection's total, 1 to 100; 100 is no bound
 * @param leastPerLine what a line costs at least
 * @param capacity whether more pupils than a program can serve refuse a submission, or only warn
 * @param source who decided it, where it is written
 */
public record SelectionRules(
        FundId fund,
        int version,
        LocalDate validFrom,
        int minPartners,
        Optional<Integer> maxPartners,
        int largestSharePercent,
        Money leastPerLine,
        CapacityRule capacity,
        String source,
        Instant setAt) {

    /** What holds for a fund about which nothing was decided. */
    public static SelectionRules usual(FundId fund, LocalDate day, Instant at) {
        return new SelectionRules(
                fund,
                1,
                day,
                1,
                Optional.empty(),
                100,
                Money.ZERO,
                CapacityRule.WARNS,
                "Default of the suite: one or more partners (memo of 28 November 2017), and no other bound",
                at);
    }

    /**
     * The version that counts on that day: of those that have begun the one with the highest number, or the first one before
     * any has.
     */
    public static SelectionRules inForce(List<SelectionRules> versions, LocalDate day) {
        return versions.stream()
                .filter(rules -> !rules.validFrom().isAfter(day))
                .max(Comparator.comparingInt(SelectionRules::version))
                .orElseGet(versions::getFirst);
    }

    /** Follows the newest version, if its numbers fit one another and it does not change what is past. */
    public static Decision<SelectionRules> follow(SelectionRules next, LocalDate today) {
        if (next.validFrom().isBefore(today)) {
            return Decision.refuse(new RulesBackdated(next.validFrom(), today));
        }
        if (next.maxPartners().isPresent()) {
            int most = next.maxPartners().get();
            if (next.minPartners() > most) {
                return Decision.refuse(new PartnerNumbersDoNotFit(next.minPartners(), most));
            }
            if (most * next.largestSharePercent() < 100) {
                return Decision.refuse(new SharesDoNotFit(most, next.largestSharePercent()));
            }
        }
        return Decision.accept(next);
    }

    /** The most that one partner may take of so much, in whole cents, rounded down. */
    public Money mostForOne(Money total) {
        return new Money(Math.multiplyExact(total.cents(), (long) largestSharePercent) / 100);
    }
}
