package org.partnershipfund.approval.selection;

import java.util.UUID;

/**
 * What a decision says about one line.
 *
 * @param line of the version that is decided on
 */
public record LineComment(UUID line, String text) {}
