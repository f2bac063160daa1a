package org.partnershipfund.portfolio.program;

import java.math.BigDecimal;

/**
 * A place on the map, in degrees of WGS 84.
 *
 * @param latitude -90 to 90, at most 6 decimals
 * @param longitude -180 to 180, at most 6 decimals
 */
public record Point(BigDecimal latitude, BigDecimal longitude) {

    private static final int DECIMALS = 6;

    public Point {
        if (latitude.abs().compareTo(BigDecimal.valueOf(90)) > 0
                || longitude.abs().compareTo(BigDecimal.valueOf(180)) > 0) {
            throw new IllegalArgumentException("no place on the map: %s, %s".formatted(latitude, longitude));
        }
        latitude = latitude.setScale(DECIMALS);
        longitude = longitude.setScale(DECIMALS);
    }
}
