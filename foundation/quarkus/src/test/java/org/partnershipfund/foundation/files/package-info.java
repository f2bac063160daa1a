@NullMarked
package org.partnershipfund.foundation.files;

import org.jspecify.annotations.NullMarked;
