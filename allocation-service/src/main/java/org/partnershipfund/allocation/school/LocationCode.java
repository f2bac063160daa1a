package org.partnershipfund.allocation.school;

/** The district's own code of a school building, four digits; not every school of the state's list has one. */
public record LocationCode(String value) implements Comparable<LocationCode> {

    public LocationCode {
        if (!isValid(value)) {
            throw new IllegalArgumentException("a BPS location code has four digits, such as 4022; got: " + value);
        }
    }

    /** Whether the text is four digits. */
    public static boolean isValid(String text) {
        return text.length() == 4 && text.chars().allMatch(c -> c >= '0' && c <= '9');
    }

    @Override
    public int compareTo(LocationCode other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
