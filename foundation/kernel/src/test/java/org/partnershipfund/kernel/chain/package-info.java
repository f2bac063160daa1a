@NullMarked
package org.partnershipfund.kernel.chain;

import org.jspecify.annotations.NullMarked;
