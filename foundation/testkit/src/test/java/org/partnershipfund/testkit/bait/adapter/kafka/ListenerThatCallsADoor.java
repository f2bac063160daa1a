package org.partnershipfund.testkit.bait.adapter.kafka;

import org.partnershipfund.testkit.bait.adapter.rest.DoorThatReadsTables;

/** A listener that pretends to be a browser. */
public record ListenerThatCallsADoor(DoorThatReadsTables door) {}
