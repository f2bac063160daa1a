package org.partnershipfund.testkit.bait.adapter.rest;

import org.partnershipfund.testkit.bait.adapter.db.TableOfSorts;

/** A door that goes around the use cases. */
public record DoorThatReadsTables(TableOfSorts table) {}
