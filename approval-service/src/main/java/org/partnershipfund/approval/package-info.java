/** Decides who must agree to what a school buys, and whether they did; the README has doors, words and events. */
@NullMarked
package org.partnershipfund.approval;

import org.jspecify.annotations.NullMarked;
