/**
 * Pages on paper: PDF of well-formed XHTML, a few at a time. For services that bring openhtmltopdf and the fonts along (ADR
 * 0011); the others never load this.
 */
@NullMarked
package org.partnershipfund.foundation.print;

import org.jspecify.annotations.NullMarked;
