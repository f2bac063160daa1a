/** What the catalogue tells in the words of Open Referral's HSDS 3.0 (policy catalogue §7). */
@NullMarked
package org.partnershipfund.portfolio.hsds;

import org.jspecify.annotations.NullMarked;
