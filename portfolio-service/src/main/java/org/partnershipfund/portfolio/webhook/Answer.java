package org.partnershipfund.portfolio.webhook;

/** What a partner's system said to a message. */
public sealed interface Answer {

    /** It answered. */
    record Status(int code) implements Answer {}

    /**
     * It did not.
     *
     * @param fault why not, for the partner to read
     */
    record None(String fault) implements Answer {}
}
