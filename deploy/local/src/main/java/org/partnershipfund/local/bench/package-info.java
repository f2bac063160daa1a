/** Measures a whole suite of its own and prints what was measured beside what was aimed at and a bare yardstick. */
@NullMarked
package org.partnershipfund.local.bench;

import org.jspecify.annotations.NullMarked;
