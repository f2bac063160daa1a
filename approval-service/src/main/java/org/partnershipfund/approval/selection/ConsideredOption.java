package org.partnershipfund.approval.selection;

import java.util.Optional;
import org.partnershipfund.approval.menu.ProgramId;

/**
 * A way to meet the needs that the school thought about.
 *
 * @param program a registered one; empty for anything else, such as doing it with own staff
 * @param name as the school calls it, 1 to 200 characters
 * @param chosen whether the school took it
 * @param reason why, or why not
 */
public record ConsideredOption(Optional<ProgramId> program, String name, boolean chosen, String reason) {}
