/** The public catalogue: the district's schools, and which program is at which of them (policy catalogue §5, §6). */
@NullMarked
package org.partnershipfund.portfolio.catalogue;

import org.jspecify.annotations.NullMarked;
