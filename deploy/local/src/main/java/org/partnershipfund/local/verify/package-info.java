/**
 * An independent check of a published allocation: recounts every school's amount from the public bundle, in plain whole
 * numbers. It shares no code with the service that counted first. {@link Recount} is the part to read.
 *
 * <p>Source: docs/verify.md, docs/policy/allocation.md §2 to §4 and §9 to §11.
 */
@NullMarked
package org.partnershipfund.local.verify;

import org.jspecify.annotations.NullMarked;
