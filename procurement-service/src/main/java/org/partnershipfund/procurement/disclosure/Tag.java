package org.partnershipfund.procurement.disclosure;

/** What a release is about; the words of the standard's closed codelist {@code releaseTag}, in its order. */
public enum Tag {
    PLANNING("planning"),
    PLANNING_UPDATE("planningUpdate"),
    TENDER("tender"),
    TENDER_AMENDMENT("tenderAmendment"),
    TENDER_UPDATE("tenderUpdate"),
    TENDER_CANCELLATION("tenderCancellation"),
    AWARD("award"),
    AWARD_UPDATE("awardUpdate"),
    AWARD_CANCELLATION("awardCancellation"),
    CONTRACT("contract"),
    CONTRACT_UPDATE("contractUpdate"),
    CONTRACT_AMENDMENT("contractAmendment"),
    IMPLEMENTATION("implementation"),
    IMPLEMENTATION_UPDATE("implementationUpdate"),
    CONTRACT_TERMINATION("contractTermination"),
    COMPILED("compiled");

    private final String word;

    Tag(String word) {
        this.word = word;
    }

    /** The word on the wire. */
    public String word() {
        return word;
    }

    /**
     * The tag of a word.
     *
     * @throws IllegalArgumentException if none is called so
     */
    public static Tag ofWord(String word) {
        for (Tag tag : values()) {
            if (tag.word.equals(word)) {
                return tag;
            }
        }
        throw new IllegalArgumentException("no release tag: " + word);
    }
}
