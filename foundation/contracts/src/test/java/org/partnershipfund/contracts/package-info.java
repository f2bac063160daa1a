/** The wire shapes keep their promise. */
@NullMarked
package org.partnershipfund.contracts;

import org.jspecify.annotations.NullMarked;
