/** Plain SQL on the connection of the current transaction, for the foundation's own tables. */
@NullMarked
package org.partnershipfund.foundation.sql;

import org.jspecify.annotations.NullMarked;
