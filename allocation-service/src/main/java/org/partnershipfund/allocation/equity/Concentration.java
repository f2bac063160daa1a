package org.partnershipfund.allocation.equity;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.partnershipfund.kernel.Money;

/**
 * How money lies over pupils who stand in a row: its curve and its index.
 *
 * <p>Source: docs/policy/equity.md §3; the grouped form C = (2/mu) x sum of w y R - 1 is, in whole numbers, the sum of
 * each block's cents times (2 x pupils before it + its own), over all cents times all pupils, less one.
 *
 * @param blocks pupils who rank the same, in the order of the row; each has a pupil
 */
record Concentration(List<Block> blocks) {

    Concentration {
        blocks = List.copyOf(blocks);
    }

    /** Pupils who rank the same, and what is given for them. */
    record Block(long pupils, Money amount) {}

    /** More than -1 and less than 1: 0 if money and pupils lie alike; empty if there is no money. */
    Optional<BigDecimal> index() {
        BigInteger weighted = BigInteger.ZERO;
        long before = 0;
        for (Block block : blocks) {
            weighted = weighted.add(BigInteger.valueOf(block.amount().cents())
                    .multiply(BigInteger.valueOf(2 * before + block.pupils())));
            before += block.pupils();
        }
        BigInteger whole = BigInteger.valueOf(amount().cents()).multiply(BigInteger.valueOf(before));
        return whole.signum() == 0 ? Optional.empty() : Optional.of(Rounded.ratio(weighted.subtract(whole), whole));
    }

    /** The curve from (0, 0) to (1, 1), a point after each block; empty if there is no money. */
    List<CurvePoint> curve() {
        long pupils = blocks.stream().mapToLong(Block::pupils).sum();
        Money amount = amount();
        if (!amount.isPositive()) {
            return List.of();
        }
        List<CurvePoint> curve = new ArrayList<>();
        curve.add(CurvePoint.ORIGIN);
        long before = 0;
        Money given = Money.ZERO;
        for (Block block : blocks) {
            before += block.pupils();
            given = given.plus(block.amount());
            curve.add(new CurvePoint(Rounded.ratio(before, pupils), Rounded.ratio(given.cents(), amount.cents())));
        }
        return curve;
    }

    private Money amount() {
        return blocks.stream().map(Block::amount).reduce(Money.ZERO, Money::plus);
    }
}
