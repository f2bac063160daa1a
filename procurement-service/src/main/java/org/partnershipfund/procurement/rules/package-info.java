/** The dated rules of public procurement: which method, which requirements, from which day, at which value. */
@NullMarked
package org.partnershipfund.procurement.rules;

import org.jspecify.annotations.NullMarked;
