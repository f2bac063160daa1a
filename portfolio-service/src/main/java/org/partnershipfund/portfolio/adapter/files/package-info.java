/** Files of evidence: what they are by their content, and where their bytes lie. */
@NullMarked
package org.partnershipfund.portfolio.adapter.files;

import org.jspecify.annotations.NullMarked;
