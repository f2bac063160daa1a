/** Finding programs: by words, by what they offer, by how near they are (policy catalogue §4). */
@NullMarked
package org.partnershipfund.portfolio.search;

import org.jspecify.annotations.NullMarked;
