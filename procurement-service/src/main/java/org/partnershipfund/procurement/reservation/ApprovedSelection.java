package org.partnershipfund.procurement.reservation;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.partnershipfund.kernel.FiscalYear;
import org.partnershipfund.kernel.Money;
import org.partnershipfund.kernel.SchoolCode;
import org.partnershipfund.procurement.ledger.FundId;

/**
 * What council, superintendent and budget office agreed to.
 *
 * @param cause the id of the event that said so
 */
public record ApprovedSelection(
        UUID id,
        int version,
        FundId fund,
        FiscalYear year,
        SchoolCode school,
        Money total,
        List<Line> lines,
        String cause) {

    public ApprovedSelection {
        lines = List.copyOf(lines);
        Set<UUID> ids = new HashSet<>();
        Money sum = Money.ZERO;
        for (Line line : lines) {
            if (!ids.add(line.id())) {
                throw new IllegalArgumentException("line %s is named twice".formatted(line.id()));
            }
            sum = sum.plus(line.amount());
        }
        if (lines.isEmpty() || !sum.equals(total)) {
            throw new IllegalArgumentException("the lines add up to %s, the total is %s".formatted(sum, total));
        }
    }

    /** One program that the school buys. */
    public record Line(
            UUID id,
            UUID program,
            String programName,
            UUID partner,
            String partnerName,
            String serviceArea,
            Money amount) {

        public Line {
            if (!amount.isPositive()) {
                throw new IllegalArgumentException("line %s is for %s; at least $0.01".formatted(id, amount));
            }
        }
    }
}
