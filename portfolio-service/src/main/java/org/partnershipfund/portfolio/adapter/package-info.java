/** Where the service meets the world: doors, tables, events, files. */
@NullMarked
package org.partnershipfund.portfolio.adapter;

import org.jspecify.annotations.NullMarked;
