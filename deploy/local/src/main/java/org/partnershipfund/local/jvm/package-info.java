/** How our JVMs start quickly: compiled less, and from a cache of what an earlier start learned (JEP 514). */
@NullMarked
package org.partnershipfund.local.jvm;

import org.jspecify.annotations.NullMarked;
