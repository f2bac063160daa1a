/** The mail server of a suite on one machine: it takes everything, sends nothing on, and shows what it took. */
@NullMarked
package org.partnershipfund.local.mail;

import org.jspecify.annotations.NullMarked;
