package org.partnershipfund.kernel.envelope;

/** An envelope, a key or a share that is not what it must be; the message says which. */
public final class EnvelopeException extends Exception {

    private static final long serialVersionUID = 1L;

    EnvelopeException(String message) {
        super(message);
    }

    EnvelopeException(String message, Throwable cause) {
        super(message, cause);
    }
}
