/**
 * What became of the allocations: how much of them is under contract, and how much is paid, school by school and by
 * need. What procurement-service tells is kept as told and added up anew each time.
 */
@NullMarked
package org.partnershipfund.allocation.utilisation;

import org.jspecify.annotations.NullMarked;
