/** Calls the doors of a running suite: for the demo, the benchmarks, the operator's commands and the tests. */
@NullMarked
package org.partnershipfund.local.client;

import org.jspecify.annotations.NullMarked;
