/**
 * The schools of the district: who they are under each of their three codes, and how many pupils they had when.
 *
 * <p>A school is only ever added or corrected by an import; a count belongs to a dated snapshot, which never changes.
 */
@NullMarked
package org.partnershipfund.allocation.school;

import org.jspecify.annotations.NullMarked;
