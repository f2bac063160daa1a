/** The shared words keep their promises. */
@NullMarked
package org.partnershipfund.kernel;

import org.jspecify.annotations.NullMarked;
