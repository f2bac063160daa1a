/** Tables of text: lists that leave as CSV, and uploads that come as CSV. */
@NullMarked
package org.partnershipfund.foundation.csv;

import org.jspecify.annotations.NullMarked;
