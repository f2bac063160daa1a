/** Tests of the foundation's sql. */
@NullMarked
package org.partnershipfund.foundation.sql;

import org.jspecify.annotations.NullMarked;
