/** Messages on their way to the mail server (docs/decisions/0013-mail-and-calendar.md). */
@NullMarked
package org.partnershipfund.approval.adapter.mail;

import org.jspecify.annotations.NullMarked;
