/**
 * The Partnership Fund of one fiscal year: its pool, its chart of accounts, its life.
 *
 * <p>{@code Open → Allocated → Appropriated → Closed}: first the schools are told, then the adopted budget makes it
 * real, and after its year what no contract claims lapses.
 */
@NullMarked
package org.partnershipfund.allocation.fund;

import org.jspecify.annotations.NullMarked;
