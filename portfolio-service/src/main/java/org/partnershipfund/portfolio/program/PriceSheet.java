package org.partnershipfund.portfolio.program;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.partnershipfund.portfolio.program.ProgramRefusal.PriceCodeTwice;
import org.partnershipfund.portfolio.program.ProgramRefusal.PriceNotPositive;
import org.partnershipfund.portfolio.program.ProgramRefusal.TierNotPossible;

/**
 * What a program costs from a day on, until the next sheet begins. It never changes.
 *
 * @param version 1 for the first, without gaps
 */
public record PriceSheet(int version, LocalDate validFrom, List<Price> prices) {

    public PriceSheet {
        if (version < 1 || prices.isEmpty()) {
            throw new IllegalArgumentException("a price sheet has a version from 1 on and at least one price");
        }
        prices = List.copyOf(prices);
    }

    /** The prices as a partner asks for them, before they have a version. */
    public record Asked(LocalDate validFrom, List<Price> prices) {
        public Asked {
            prices = List.copyOf(prices);
        }

        /** Why these cannot be the prices of anything (§2.4), if they cannot. */
        Optional<ProgramRefusal> refusal() {
            Set<String> codes = new HashSet<>();
            for (Price price : prices) {
                if (!price.amount().isPositive()) {
                    return Optional.of(new PriceNotPositive(price.code(), price.amount()));
                }
                if (!price.hasPossibleTier()) {
                    return Optional.of(new TierNotPossible(price.code(), price.unit(), price.tier()));
                }
                if (!codes.add(price.code())) {
                    return Optional.of(new PriceCodeTwice(price.code()));
                }
            }
            return Optional.empty();
        }

        PriceSheet sheet(int version) {
            return new PriceSheet(version, validFrom, prices);
        }
    }

    boolean says(Asked asked) {
        return validFrom.equals(asked.validFrom()) && prices.equals(asked.prices());
    }
}
