/** The organisations that offer programs to schools, and the people who act for each. */
@NullMarked
package org.partnershipfund.portfolio.partner;

import org.jspecify.annotations.NullMarked;
