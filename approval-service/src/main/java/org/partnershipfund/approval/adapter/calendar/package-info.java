/** Calendar files of RFC 5545, by ical4j (docs/decisions/0013-mail-and-calendar.md). */
@NullMarked
package org.partnershipfund.approval.adapter.calendar;

import org.jspecify.annotations.NullMarked;
