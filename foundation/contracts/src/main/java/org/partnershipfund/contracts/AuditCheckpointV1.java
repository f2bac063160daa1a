package org.partnershipfund.contracts;

import java.time.Instant;

/**
 * How far a service's chain over its two logs had come; whoever keeps it can show later that nothing before it was
 * rewritten (decision 0004).
 *
 * @param position the last sealed position, 1 or more
 * @param hash SHA-256 of the link at that position, 64 hexadecimal digits in lower case
 * @param at real time, not the district's clock
 */
public record AuditCheckpointV1(long position, String hash, Instant at) {}
