/** An empty shell: none of the service's own rules exists yet; its README says what it will own. */
@NullMarked
package org.partnershipfund.portfolio;

import org.jspecify.annotations.NullMarked;
