/**
 * Matching: which programs on the menu fit what a school needs, best first, with the reasons, what is missing and the
 * price for that school. A score is a sum of stated points per rule (policy matching); nothing is weighed in secret.
 */
@NullMarked
package org.partnershipfund.portfolio.matching;

import org.jspecify.annotations.NullMarked;
