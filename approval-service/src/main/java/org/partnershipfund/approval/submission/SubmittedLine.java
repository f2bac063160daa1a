package org.partnershipfund.approval.submission;

import java.util.UUID;
import org.partnershipfund.kernel.Money;
import org.partnershipfund.kernel.SchoolCode;

/**
 * One line of an approved selection as it goes to the budget system.
 *
 * @param selection that is approved or reserved, or whose approved version stands while it is amended
 * @param version of its content
 * @param line of that version
 * @param centre the school's responsibility centre
 */
public record SubmittedLine(
        UUID selection,
        int version,
        UUID line,
        SchoolCode school,
        String schoolName,
        String centre,
        String partnerName,
        String programName,
        Money amount) {}
