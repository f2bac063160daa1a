package org.partnershipfund.foundation.problem;

/**
 * A JSON shape or a CSV line refuses a value while it is read; the door answers 400 with the field's path.
 *
 * <p>Its message is shown to the caller, so it names the value and the remedy, never a class.
 */
public final class InvalidValueException extends IllegalArgumentException {

    private final String field;
    private final String value;

    /** About the whole thing that is read. */
    public InvalidValueException(String value, String reason) {
        this("", value, reason);
    }

    /** About one field of what is read. */
    public InvalidValueException(String field, String value, String reason) {
        super(reason);
        this.field = field;
        this.value = value;
    }

    /** Which field of what was read; empty if it is all of it. */
    public String field() {
        return field;
    }

    /** What was sent. */
    public String value() {
        return value;
    }

    /** What is wrong with it and what would be right. */
    public String reason() {
        return String.valueOf(getMessage());
    }
}
