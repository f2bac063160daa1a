/**
 * The menu as a cycle publishes it: once and for all, with its content and a digest of it, beside the menu of any day that is
 * computed anew (docs/policy/partner-vetting.md §5.8).
 */
@NullMarked
package org.partnershipfund.portfolio.edition;

import org.jspecify.annotations.NullMarked;
