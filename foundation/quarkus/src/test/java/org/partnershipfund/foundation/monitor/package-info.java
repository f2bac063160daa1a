@NullMarked
package org.partnershipfund.foundation.monitor;

import org.jspecify.annotations.NullMarked;
