package org.partnershipfund.portfolio.partner;

/**
 * Another partner that may be the same organisation (§1.4). Told, never refused: a chapter and its parent share a tax id,
 * and names resemble each other.
 *
 * @param sameTaxId whether both gave the same tax id
 * @param likeness of the names, 0 to 100: how many of a hundred of their trigrams they share, whatever capitals and accents
 */
public record Lookalike(Partner.Title partner, boolean sameTaxId, int likeness) {

    /** From this likeness on names are told. */
    public static final int LIKE = 50;

    /** Whether the names alone say so. */
    public boolean hasSimilarName() {
        return likeness >= LIKE;
    }

    /**
     * What the reader should do about it.
     *
     * @param withTaxIds whether the reader may know of tax ids
     */
    public String sentence(boolean withTaxIds) {
        return "'%s' (partner %s) %s. If it is your organisation, ask one of its members to add you instead of registering it twice."
                .formatted(
                        partner.name(),
                        partner.id().value(),
                        withTaxIds && sameTaxId ? "has given the same tax id" : "has a similar name");
    }
}
