package org.partnershipfund.testkit.bait.adapter.db;

/** Something of the table room that others reach for. */
public record TableOfSorts(String name) {}
