/**
 * The plots of the equity report as SVG: axes, marks and words, readable without colour and by a screen reader
 * (docs/decisions/0010).
 */
@NullMarked
package org.partnershipfund.allocation.adapter.plot;

import org.jspecify.annotations.NullMarked;
