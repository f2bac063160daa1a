package org.partnershipfund.portfolio.program;

import java.util.Optional;
import org.partnershipfund.kernel.Versioned;
import org.partnershipfund.portfolio.partner.Partner;

/**
 * A program as somebody finds it who looks for one.
 *
 * @param vetting whether it is on the menu on the day that was asked for; of several the one that lasts longest
 */
public record OfferedProgram(Versioned<Program> program, Partner.Title partner, Optional<Vetting> vetting) {}
