/** In which stages a fund's selections are approved, by whom and until when: data, dated, resolved at each submission. */
@NullMarked
package org.partnershipfund.approval.plan;

import org.jspecify.annotations.NullMarked;
