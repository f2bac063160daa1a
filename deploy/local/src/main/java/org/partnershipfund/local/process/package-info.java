/** One operating-system process: how it is started, recognised again, watched and stopped. */
@NullMarked
package org.partnershipfund.local.process;

import org.jspecify.annotations.NullMarked;
