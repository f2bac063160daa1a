package org.partnershipfund.approval.plan;

import java.util.Optional;

/**
 * What a step of the fund's stages is for one submission.
 *
 * @param stage from 1 on; a stage begins when everything needed of the stages before it is approved
 * @param needed whether the selection is approved only with it
 * @param why it is needed, or is not
 */
public record PlannedStep(int stage, Step step, boolean needed, String why, Optional<Deadline> deadline) {}
