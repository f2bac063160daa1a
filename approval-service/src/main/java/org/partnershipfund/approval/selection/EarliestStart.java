package org.partnershipfund.approval.selection;

import java.util.Optional;
import org.partnershipfund.approval.policy.LeadTime;
import org.partnershipfund.kernel.Money;

/**
 * From when on the services of a line can lawfully be given.
 *
 * <p>Source: docs/policy/approval.md §11.
 *
 * @param place of the line, from 1 on
 * @param toPartner what this selection buys of the line's partner and is not under contract yet
 * @param tier by that amount; empty if no tier is known for the day
 */
public record EarliestStart(int place, Line line, Money toPartner, Optional<LeadTime> tier) {}
