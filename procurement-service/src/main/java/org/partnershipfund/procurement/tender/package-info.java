/**
 * Public invitations with sealed bids: published with notices, closed at a deadline, opened by two officers together,
 * evaluated before prices are known, awarded or cancelled; and the framework awards that schools call off from.
 */
@NullMarked
package org.partnershipfund.procurement.tender;

import org.jspecify.annotations.NullMarked;
