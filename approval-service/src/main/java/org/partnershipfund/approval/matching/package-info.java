/**
 * What a school needs of partners in a year, as it says itself, and which programs its superintendent suggests (policy
 * approval §9). portfolio-service ranks programs by the first; nothing here binds anybody.
 */
@NullMarked
package org.partnershipfund.approval.matching;

import org.jspecify.annotations.NullMarked;
