/**
 * The Partnership Fund of one fiscal year: its pool, its chart of accounts, its life.
 *
 * <p>{@code Open → Allocated → Appropriated}: first the schools are told, then the adopted budget makes it real.
 */
@NullMarked
package org.partnershipfund.allocation.fund;

import org.jspecify.annotations.NullMarked;
