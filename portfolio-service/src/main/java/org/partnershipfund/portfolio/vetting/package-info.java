/**
 * How a program comes onto the menu: a partner applies, reviewers rate every criterion, the partnerships team decides.
 *
 * <p>{@code Submitted → Vetted | Refused | Withdrawn}: a review is added to what is submitted; a decision ends it.
 */
@NullMarked
package org.partnershipfund.portfolio.vetting;

import org.jspecify.annotations.NullMarked;
