/**
 * Plays the fund's year with the FY2019 district, through the public doors only, as the people who would do it.
 *
 * <p>Every step looks first whether it was done before, so playing again changes nothing and says so.
 */
@NullMarked
package org.partnershipfund.local.demo;

import org.jspecify.annotations.NullMarked;
