/** Breaks a suite of its own under load, by a plan that a seed repeats, and looks whether anything was lost. */
@NullMarked
package org.partnershipfund.local.faults;

import org.jspecify.annotations.NullMarked;
