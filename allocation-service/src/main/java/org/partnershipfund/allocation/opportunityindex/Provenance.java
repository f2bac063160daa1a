package org.partnershipfund.allocation.opportunityindex;

import java.time.LocalDate;

/**
 * Where an index set comes from, so that whoever doubts a value knows whom to ask.
 *
 * @param source who made the numbers, from which data
 * @param method how the values follow from the data, in one sentence
 * @param snapshotDate the day for which the data holds
 * @param illustrative whether the set only shows how things work; then every print-out that uses it must say so
 */
public record Provenance(String source, String method, LocalDate snapshotDate, boolean illustrative) {}
