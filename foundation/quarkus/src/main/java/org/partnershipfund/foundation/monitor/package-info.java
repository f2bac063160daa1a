/** The operators' page: static files, and what they need to know of where they are (decision 0026). */
@NullMarked
package org.partnershipfund.foundation.monitor;

import org.jspecify.annotations.NullMarked;
