/** One class per word of {@code ./fund}. */
@NullMarked
package org.partnershipfund.local.command;

import org.jspecify.annotations.NullMarked;
