package org.partnershipfund.approval.adapter.rest;

import org.partnershipfund.foundation.problem.ProblemException;
import org.partnershipfund.kernel.SchoolCode;

/** School codes in cursors. */
final class SchoolCodes {

    private SchoolCodes() {}

    /**
     * Reads a code.
     *
     * @throws ProblemException 400 if it is not eight digits
     */
    static SchoolCode read(String parameter, String text) {
        if (!SchoolCode.isValid(text)) {
            throw ProblemException.parameter(
                    parameter, text, "it must be the school's eight-digit state code, such as 00350231");
        }
        return new SchoolCode(text);
    }
}
