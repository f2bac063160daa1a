package org.partnershipfund.portfolio.search;

/** A property by which programs are narrowed down and counted (catalogue §4.4). */
public enum Facet {
    SERVICE_AREA("serviceArea"),
    TERM("term"),
    GRADE("grade"),
    LANGUAGE("language"),
    NEIGHBORHOOD("neighborhood"),
    DAY("day"),
    PRICE_PER_PUPIL("pricePerPupil"),
    CAPACITY_LEFT("capacityLeft");

    private final String word;

    Facet(String word) {
        this.word = word;
    }

    /** The word for it in addresses and JSON. */
    public String word() {
        return word;
    }
}
