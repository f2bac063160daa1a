package org.partnershipfund.approval.support;

/** Writes the guide's page. */
public interface GuideScribe {

    /** Well-formed XHTML with its style within it; the same for the same guide. */
    String page(Guide guide);
}
