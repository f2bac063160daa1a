/** What bidders and procurement officers do on their own machines: keys, sealing, unwrapping. Needs no running suite. */
@NullMarked
package org.partnershipfund.local.bid;

import org.jspecify.annotations.NullMarked;
