/** What the API descriptions of all services say alike, said once. */
@NullMarked
package org.partnershipfund.foundation.openapi;

import org.jspecify.annotations.NullMarked;
