/**
 * How a program comes onto the menu: a partner applies and answers, reviewers rate every criterion and agree, the
 * partnerships team decides.
 *
 * <p>{@code Intended → Submitted ⇄ Returned}, then {@code Vetted ⇄ Suspended}, {@code Refused} or {@code Withdrawn}. What
 * was ever said is in the {@code Dossier} of every state.
 */
@NullMarked
package org.partnershipfund.portfolio.vetting;

import org.jspecify.annotations.NullMarked;
