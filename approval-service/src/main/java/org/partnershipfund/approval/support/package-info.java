/**
 * Help for schools (policy support): office hours and technical assistance with places and a waiting list, open to every
 * school, eligible or not.
 */
@NullMarked
package org.partnershipfund.approval.support;

import org.jspecify.annotations.NullMarked;
