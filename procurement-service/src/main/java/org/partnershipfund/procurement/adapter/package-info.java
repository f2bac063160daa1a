/** What the rooms below share: settings, wiring, and trees as JSON. */
@NullMarked
package org.partnershipfund.procurement.adapter;

import org.jspecify.annotations.NullMarked;
