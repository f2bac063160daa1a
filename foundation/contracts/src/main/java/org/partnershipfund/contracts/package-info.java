/**
 * The events as they travel between services: one record per event and version, with its JSON Schema and golden
 * sample beside it in {@code resources/events}. A record here never changes; a changed field is a new version.
 */
@NullMarked
package org.partnershipfund.contracts;

import org.jspecify.annotations.NullMarked;
