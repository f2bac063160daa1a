package org.partnershipfund.allocation.scenario;

import java.util.UUID;

/** The id of one scenario. */
public record ScenarioId(UUID value) {}
