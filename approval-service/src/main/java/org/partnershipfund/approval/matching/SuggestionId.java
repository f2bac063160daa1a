package org.partnershipfund.approval.matching;

import java.util.UUID;

/** Which suggestion. */
public record SuggestionId(UUID value) {}
