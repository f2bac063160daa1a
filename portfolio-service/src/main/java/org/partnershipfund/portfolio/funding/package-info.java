/** What became of a partner's programs: who chose them, what is under contract, what is paid (policy catalogue §8). */
@NullMarked
package org.partnershipfund.portfolio.funding;

import org.jspecify.annotations.NullMarked;
