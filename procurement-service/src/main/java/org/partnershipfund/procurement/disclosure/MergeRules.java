package org.partnershipfund.procurement.disclosure;

import java.util.Set;

/**
 * What the release schema of OCDS 1.1.5 says about merging: its keywords {@code omitWhenMerged} and {@code
 * wholeListMerge}, as data. {@code versionId} needs no data of its own: it marks the ids that tell nothing apart, and
 * those are the ids of objects that stand in no list. A test compares this with the official schema where that lies at
 * hand.
 *
 * <p>Source: release-schema.json of OCDS 1.1.5 and of the extensions in {@link Extension}.
 */
final class MergeRules {

    /** Fields of a release that say something about the release alone. */
    static final Set<String> OMITTED = Set.of("id", "date", "tag");

    /** Lists that are replaced whole, wherever they stand. */
    static final Set<String> WHOLE_LISTS = Set.of("additionalIdentifiers", "additionalClassifications");

    private MergeRules() {}

    /** Whether the objects of a list are told apart by their ids; else the list is one value. */
    static boolean isMergedById(String name, Tree.Items list) {
        return !WHOLE_LISTS.contains(name)
                && !list.all().isEmpty()
                && list.all().stream().allMatch(Tree.Fields.class::isInstance);
    }
}
