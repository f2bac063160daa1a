/** What procurement hears, and what it makes of it: done, ahead of its cause, or unusable. */
@NullMarked
package org.partnershipfund.procurement.adapter.kafka;

import org.jspecify.annotations.NullMarked;
