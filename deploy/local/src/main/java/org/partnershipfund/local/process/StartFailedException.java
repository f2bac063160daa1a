package org.partnershipfund.local.process;

/** Something did not start; the message is the one line the user reads. */
public final class StartFailedException extends RuntimeException {

    private final String sentence;

    public StartFailedException(String message) {
        super(message);
        this.sentence = message;
    }

    public StartFailedException(String message, Throwable cause) {
        super(message, cause);
        this.sentence = message;
    }

    /** The one line for the user. */
    public String sentence() {
        return sentence;
    }
}
