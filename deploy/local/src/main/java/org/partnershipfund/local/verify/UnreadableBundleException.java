package org.partnershipfund.local.verify;

/** What was given is no bundle; the message says in one line where, and why. */
final class UnreadableBundleException extends RuntimeException {

    private static final long serialVersionUID = 1;

    UnreadableBundleException(String message) {
        super(message);
    }
}
