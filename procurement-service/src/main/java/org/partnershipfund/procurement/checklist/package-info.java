/** What the rules demand of a process, what meets it, and who must do what next. */
@NullMarked
package org.partnershipfund.procurement.checklist;

import org.jspecify.annotations.NullMarked;
