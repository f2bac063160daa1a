/** The doors: HTTP in, use case, JSON or CSV out. No rule lives here; each file of shapes belongs to one noun. */
@NullMarked
package org.partnershipfund.portfolio.adapter.rest;

import org.jspecify.annotations.NullMarked;
