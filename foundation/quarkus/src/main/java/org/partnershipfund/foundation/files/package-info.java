/** Files that people send: what they are by their content, where their bytes lie, how they are handed out. */
@NullMarked
package org.partnershipfund.foundation.files;

import org.jspecify.annotations.NullMarked;
