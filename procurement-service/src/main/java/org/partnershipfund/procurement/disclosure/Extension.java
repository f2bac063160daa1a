package org.partnershipfund.procurement.disclosure;

/** The official extensions of the standard that our releases and packages use, and nothing beyond them. */
public enum Extension {
    /** {@code planning.budget.budgetBreakdown}: which school's line gives what. */
    BUDGET_BREAKDOWN("ocds_budget_breakdown_extension"),
    /** {@code links.next} of a package. */
    PAGINATION("ocds_pagination_extension");

    private final String repository;

    Extension(String repository) {
        this.repository = repository;
    }

    /** Where it is described. */
    public String address() {
        return "https://raw.githubusercontent.com/open-contracting-extensions/%s/master/extension.json"
                .formatted(repository);
    }
}
