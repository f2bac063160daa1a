/** When people are reminded of what waits for them, and who is told when it is overdue (policy reminders §5). */
@NullMarked
package org.partnershipfund.approval.reminder;

import org.jspecify.annotations.NullMarked;
