/** What partners offer: a service, for whom, how many, and at what price from which day on. */
@NullMarked
package org.partnershipfund.portfolio.program;

import org.jspecify.annotations.NullMarked;
