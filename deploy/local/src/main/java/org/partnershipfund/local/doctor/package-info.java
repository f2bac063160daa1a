/** Can this machine run the suite? Every finding at once, each with its remedy. Uses the JDK only, so that {@code fund} can run it from source before anything is built. */
@NullMarked
package org.partnershipfund.local.doctor;

import org.jspecify.annotations.NullMarked;
