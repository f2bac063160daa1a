package org.partnershipfund.kernel;

/**
 * A school's state organisation code (Massachusetts DESE): exactly eight digits, leading zeros kept. Boston's schools
 * begin with {@code 0035}.
 */
public record SchoolCode(String value) implements Comparable<SchoolCode> {

    public SchoolCode {
        if (!isValid(value)) {
            throw new IllegalArgumentException("a school code has eight digits, such as 00350231; got: " + value);
        }
    }

    /** Whether the text is eight digits. */
    public static boolean isValid(String text) {
        return text.length() == 8 && text.chars().allMatch(c -> c >= '0' && c <= '9');
    }

    @Override
    public int compareTo(SchoolCode other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
