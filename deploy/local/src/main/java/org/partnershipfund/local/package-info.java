/** The suite on one machine without Docker: the {@code fund} commands and the API that acceptance tests use. */
@NullMarked
package org.partnershipfund.local;

import org.jspecify.annotations.NullMarked;
