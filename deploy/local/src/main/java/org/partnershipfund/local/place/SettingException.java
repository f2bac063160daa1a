package org.partnershipfund.local.place;

/** An environment variable holds what it cannot; the message is one line for the user. */
public final class SettingException extends RuntimeException {

    private final String sentence;

    public SettingException(String message) {
        super(message);
        this.sentence = message;
    }

    public SettingException(String message, Throwable cause) {
        super(message, cause);
        this.sentence = message;
    }

    /** The one line for the user. */
    public String sentence() {
        return sentence;
    }
}
