package org.partnershipfund.procurement.checklist;

import java.time.Instant;

/**
 * That somebody did something to a process, as the audit trail has it.
 *
 * @param action in the past tense, such as {@code OffersSolicited}
 * @param by the subject of their token
 */
public record Trace(Instant at, String action, String by) {}
