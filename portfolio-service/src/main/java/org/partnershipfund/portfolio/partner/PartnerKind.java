package org.partnershipfund.portfolio.partner;

import java.util.Arrays;

/** What sort of organisation a partner is, as the district sorts them (docs/policy/partner-vetting.md §1.2). */
public enum PartnerKind {
    COMMUNITY_BASED_ORGANIZATION("community-based-organization"),
    COLLEGE_OR_UNIVERSITY("college-or-university"),
    BUSINESS("business"),
    HOSPITAL("hospital"),
    GOVERNMENT_AGENCY("government-agency"),
    CULTURAL_INSTITUTION("cultural-institution"),
    NONPROFIT("nonprofit"),
    FAITH_BASED("faith-based");

    /** Any of the words. */
    public static final String WORDS =
            "community-based-organization|college-or-university|business|hospital|government-agency|cultural-institution|nonprofit|faith-based";

    private final String word;

    PartnerKind(String word) {
        this.word = word;
    }

    /** The word for it in JSON, tables and events. */
    public String word() {
        return word;
    }

    /**
     * The kind behind a word.
     *
     * @throws IllegalArgumentException if it is none of {@link #WORDS}
     */
    public static PartnerKind of(String word) {
        return Arrays.stream(values())
                .filter(kind -> kind.word.equals(word))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no kind of partner: " + word));
    }
}
