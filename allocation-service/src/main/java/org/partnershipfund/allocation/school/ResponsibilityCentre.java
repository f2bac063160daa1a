package org.partnershipfund.allocation.school;

/** A school in the chart of accounts, six digits; part of its restricted budget line. */
public record ResponsibilityCentre(String value) implements Comparable<ResponsibilityCentre> {

    public ResponsibilityCentre {
        if (!isValid(value)) {
            throw new IllegalArgumentException("a responsibility centre has six digits, such as 101203; got: " + value);
        }
    }

    /** Whether the text is six digits. */
    public static boolean isValid(String text) {
        return text.length() == 6 && text.chars().allMatch(c -> c >= '0' && c <= '9');
    }

    @Override
    public int compareTo(ResponsibilityCentre other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
