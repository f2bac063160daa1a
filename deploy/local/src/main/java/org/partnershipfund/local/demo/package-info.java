/**
 * Plays the fund's year with the FY2019 district, through the public doors only, as the people who would do it: one
 * class per chapter.
 *
 * <p>It plays once on a suite; played again it changes nothing, says so, and shows the tables.
 */
@NullMarked
package org.partnershipfund.local.demo;

import org.jspecify.annotations.NullMarked;
