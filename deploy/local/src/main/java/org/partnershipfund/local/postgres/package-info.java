/** PostgreSQL by Zonky's binaries, with passwords and durable settings; its databases and roles. */
@NullMarked
package org.partnershipfund.local.postgres;

import org.jspecify.annotations.NullMarked;
