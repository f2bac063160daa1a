package org.partnershipfund.local.demo;

/** The story cannot go on; the message is one line for the audience. */
public final class DemoFailedException extends RuntimeException {

    DemoFailedException(String message) {
        super(message);
    }
}
