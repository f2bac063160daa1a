/** Pages for people, written by Qute (docs/decisions/0011-letters-as-html-and-pdf.md). */
@NullMarked
package org.partnershipfund.approval.adapter.print;

import org.jspecify.annotations.NullMarked;
