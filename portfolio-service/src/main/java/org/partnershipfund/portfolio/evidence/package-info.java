/** Files that prove an application: what they are by their content, under which digest they lie. */
@NullMarked
package org.partnershipfund.portfolio.evidence;

import org.jspecify.annotations.NullMarked;
