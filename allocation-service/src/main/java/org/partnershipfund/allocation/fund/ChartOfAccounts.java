package org.partnershipfund.allocation.fund;

/**
 * The parts of a budget line that all lines of a fund share; a school adds its responsibility centre.
 *
 * @param account object of expenditure, five digits ({@code 52907}: contracted services)
 * @param fund fund number, three digits ({@code 100}: general fund)
 * @param program four digits ({@code 2536}: partnership funds, which may not be moved to another program; FIN-16)
 * @param subclass one to ten letters or digits
 */
public record ChartOfAccounts(String account, String fund, String program, String subclass) {

    /** Five digits. */
    public static final String ACCOUNT = "[0-9]{5}";

    /** Three digits. */
    public static final String FUND = "[0-9]{3}";

    /** Four digits. */
    public static final String PROGRAM = "[0-9]{4}";

    /** One to ten letters or digits. */
    public static final String SUBCLASS = "[0-9A-Z]{1,10}";

    public ChartOfAccounts {
        require(account, ACCOUNT, "account");
        require(fund, FUND, "fund");
        require(program, PROGRAM, "program");
        require(subclass, SUBCLASS, "subclass");
    }

    private static void require(String value, String shape, String part) {
        if (!value.matches(shape)) {
            throw new IllegalArgumentException("%s must match %s; got: %s".formatted(part, shape, value));
        }
    }
}
