package org.partnershipfund.portfolio.matching;

import org.partnershipfund.portfolio.program.Point;

/** How far two places are apart as the crow flies: haversine on a sphere of 6,371,008.8 m, as the search has it. */
final class Distance {

    private static final double RADIUS_METRES = 6_371_008.8;

    private Distance() {}

    /** Whole metres. Uses double: an estimate of a distance, of which nothing is paid. */
    static long metres(Point one, Point other) {
        double latitude =
                Math.toRadians(other.latitude().subtract(one.latitude()).doubleValue());
        double longitude =
                Math.toRadians(other.longitude().subtract(one.longitude()).doubleValue());
        double chord = square(Math.sin(latitude / 2))
                + Math.cos(Math.toRadians(one.latitude().doubleValue()))
                        * Math.cos(Math.toRadians(other.latitude().doubleValue()))
                        * square(Math.sin(longitude / 2));
        return Math.round(2 * RADIUS_METRES * Math.asin(Math.min(1, Math.sqrt(chord))));
    }

    private static double square(double number) {
        return number * number;
    }
}
