/**
 * A sealed envelope that two officers open together and nobody alone: written by a bidder's tool, kept unread by a
 * service, opened with one share of its key from each officer.
 *
 * <p>Source: docs/decisions/0020-sealed-by-two-keys.md.
 */
@NullMarked
package org.partnershipfund.kernel.envelope;

import org.jspecify.annotations.NullMarked;
