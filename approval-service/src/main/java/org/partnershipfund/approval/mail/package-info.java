/** What people are told by e-mail (policy reminders): addresses, and messages that are put down with their cause. */
@NullMarked
package org.partnershipfund.approval.mail;

import org.jspecify.annotations.NullMarked;
