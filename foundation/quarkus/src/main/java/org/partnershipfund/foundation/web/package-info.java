/** The manners of all doors: idempotency, ETags, pages, CSV, money. */
@NullMarked
package org.partnershipfund.foundation.web;

import org.jspecify.annotations.NullMarked;
