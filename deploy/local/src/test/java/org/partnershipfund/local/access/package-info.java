/**
 * Who may come in where: {@code docs/access.csv} beside the OpenAPI documents, and every cell of it played with real
 * tokens against the packaged services after a whole year.
 */
@NullMarked
package org.partnershipfund.local.access;

import org.jspecify.annotations.NullMarked;
