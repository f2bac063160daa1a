/**
 * Where the tables are read and written, and nowhere else.
 *
 * <p>A row knows how a noun lies in its table; it never leaves this room. A store compares the version that was read
 * with the version that is there, and flushes, so that the version it answers is the one that is kept.
 */
@NullMarked
package org.partnershipfund.approval.adapter.db;

import org.jspecify.annotations.NullMarked;
