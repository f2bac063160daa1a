package org.partnershipfund.portfolio.partner;

import java.util.regex.Pattern;

/**
 * The employer identification number by which the IRS knows an organisation; never a person's social security number.
 *
 * @param digits nine digits, such as {@code 041234567}
 */
public record TaxId(String digits) {

    /** As it is written and read: {@code 04-1234567}, the dash may be left out. */
    public static final String WRITTEN = "^[0-9]{2}-?[0-9]{7}$";

    /** What a reader is told who wrote something else. */
    public static final String EXPECTED = "it must be an employer identification number such as 04-1234567";

    private static final Pattern DIGITS = Pattern.compile("[0-9]{9}");
    private static final int PREFIX = 2;

    public TaxId {
        if (!DIGITS.matcher(digits).matches()) {
            throw new IllegalArgumentException("a tax id has nine digits");
        }
    }

    /** Reads {@link #WRITTEN}. */
    public static TaxId of(String written) {
        return new TaxId(written.replace("-", ""));
    }

    /** {@code 04-1234567}. */
    public String written() {
        return digits.substring(0, PREFIX) + "-" + digits.substring(PREFIX);
    }

    /** Tells nothing: it is no secret, and still nobody's business in a log. */
    @Override
    public String toString() {
        return "TaxId[...]";
    }
}
