package org.partnershipfund.contracts;

/** The four services that speak, each on a topic of its own. */
public enum Speaker {
    ALLOCATION,
    PORTFOLIO,
    APPROVAL,
    PROCUREMENT;

    /** The word in topics, types and databases, such as {@code allocation}. */
    public String word() {
        return switch (this) {
            case ALLOCATION -> "allocation";
            case PORTFOLIO -> "portfolio";
            case APPROVAL -> "approval";
            case PROCUREMENT -> "procurement";
        };
    }

    /** The Kafka topic, such as {@code partnership-fund.allocation.v1}. */
    public String topic() {
        return "partnership-fund." + word() + ".v1";
    }

    /** The CloudEvents source, such as {@code /allocation-service}. */
    public String source() {
        return "/" + word() + "-service";
    }
}
