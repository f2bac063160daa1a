/** Where the suite lives: folders, ports, settings and secrets. Nothing here starts anything. */
@NullMarked
package org.partnershipfund.local.place;

import org.jspecify.annotations.NullMarked;
