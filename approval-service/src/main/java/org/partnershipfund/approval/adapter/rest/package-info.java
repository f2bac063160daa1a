/** The doors: they translate, and nothing else. */
@NullMarked
package org.partnershipfund.approval.adapter.rest;

import org.jspecify.annotations.NullMarked;
