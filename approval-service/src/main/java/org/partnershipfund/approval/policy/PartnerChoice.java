package org.partnershipfund.approval.policy;

/** From whom a school may choose. */
public enum PartnerChoice {
    /** Every registered program; the portfolio guides, the school decides. */
    ANY_REGISTERED("any-registered"),
    /** Only programs that are vetted on the day of submission. */
    PORTFOLIO_ONLY("portfolio-only");

    private final String word;

    PartnerChoice(String word) {
        this.word = word;
    }

    /** As it is written in JSON and tables. */
    public String word() {
        return word;
    }
}
