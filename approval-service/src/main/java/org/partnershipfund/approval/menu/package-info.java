/** The programs that schools may choose from, as portfolio-service told us: prices by day, vetting by day. */
@NullMarked
package org.partnershipfund.approval.menu;

import org.jspecify.annotations.NullMarked;
