package org.partnershipfund.local.demo;

import org.partnershipfund.local.place.Place;
import org.partnershipfund.local.sample.Sample;

/**
 * What every chapter needs.
 *
 * @param year what came into being so far
 */
record Stage(
        Place place,
        Sample sample,
        Cast cast,
        Crowd crowd,
        Narrator narrator,
        Calendar calendar,
        EventTraffic traffic,
        Year year) {}
