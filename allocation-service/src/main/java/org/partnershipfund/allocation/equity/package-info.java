/**
 * Does the money go where the need is? One way of sharing money out among schools is measured against their need, and
 * two ways are laid side by side.
 *
 * <p>The rules and formulas: docs/policy/equity.md. What can be a fraction of whole numbers is computed exactly and
 * rounded once; correlation, slope and spread are {@code double}s by Hipparchus (docs/decisions/0010).
 */
@NullMarked
package org.partnershipfund.allocation.equity;

import org.jspecify.annotations.NullMarked;
