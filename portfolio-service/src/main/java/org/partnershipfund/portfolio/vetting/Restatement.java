package org.partnershipfund.portfolio.vetting;

import java.time.Instant;
import org.partnershipfund.portfolio.partner.Person;

/**
 * What a reviewer says of a criterion after the reviewers talked to each other (§4.5); it counts instead of what their
 * review said. It never changes: of several the last counts.
 *
 * @param round of answers that it is about; 1 or more
 */
public record Restatement(Person reviewer, int round, Rating rating, Instant at) {}
