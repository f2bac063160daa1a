package org.partnershipfund.allocation.equity;

import java.math.BigDecimal;

/**
 * One point of the concentration curve.
 *
 * @param pupils the share of all pupils up to here, those of the least need first; 0 to 1, six decimals
 * @param money the share of all money that is given for them; 0 to 1, six decimals
 */
public record CurvePoint(BigDecimal pupils, BigDecimal money) {

    static final CurvePoint ORIGIN = new CurvePoint(Rounded.ratio(0, 1), Rounded.ratio(0, 1));
}
