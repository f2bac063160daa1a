package org.partnershipfund.procurement.ledger;

/**
 * The parts of the chart of accounts that all lines of one fund share.
 *
 * <p>Source: docs/policy/ledger.md §1; domain rules §5.2 (FIN-16).
 *
 * @param account object of expenditure, five digits ({@code 52907} contracted services)
 * @param fund fund number, three digits ({@code 100} general fund)
 * @param program four digits; {@code 2536} partnership funds, which nobody may transfer to another program
 * @param subclass one to ten letters or digits
 */
public record ChartParts(String account, String fund, String program, String subclass) {

    /** The one program whose lines this ledger keeps: restricted to partner organisations. */
    public static final String PARTNERSHIP_PROGRAM = "2536";

    public ChartParts {
        mustBe(account, "\\d{5}", "account", "five digits, such as 52907");
        mustBe(fund, "\\d{3}", "fund", "three digits, such as 100");
        mustBe(program, PARTNERSHIP_PROGRAM, "program", PARTNERSHIP_PROGRAM + ", the partnership funds");
        mustBe(subclass, "[0-9A-Z]{1,10}", "subclass", "one to ten letters or digits");
    }

    private static void mustBe(String value, String pattern, String part, String rule) {
        if (!value.matches(pattern)) {
            throw new IllegalArgumentException("chart part %s must be %s; got: %s".formatted(part, rule, value));
        }
    }
}
