package org.partnershipfund.procurement.disclosure;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.partnershipfund.procurement.disclosure.Tree.Fields;
import org.partnershipfund.procurement.disclosure.Tree.Items;
import org.partnershipfund.procurement.disclosure.Tree.Leaf;
import org.partnershipfund.procurement.disclosure.Tree.Nothing;

/**
 * Puts the releases of one process together, by the merge routine of OCDS 1.1: objects field by field, lists of objects
 * by the {@code id} of each, every other list whole, a null takes away; oldest first.
 *
 * <p>Source: docs/policy/disclosure.md §4; why by hand: ADR 0024.
 */
public final class Merging {

    private Merging() {}

    /**
     * All fields as they stand after these releases of one process.
     *
     * @throws IllegalArgumentException if there are none, or they are of several processes
     */
    public static Fields compiled(List<Release> releases) {
        List<Release> ordered = ordered(releases);
        Fields state = Fields.NONE;
        for (Release release : ordered) {
            state = merged(state, release);
        }
        return compiled(ordered.getLast(), state);
    }

    /** The compiled release of what releases added up to, of which this was the last. */
    public static Fields compiled(Release last, Fields state) {
        return Fields.of(all -> all.put("ocid", last.ocid().value())
                .put("id", last.ocid() + "-" + last.date())
                .put("date", last.date())
                .put("tag", Items.words(List.of(Tag.COMPILED.word())))
                .put("initiationType", "tender")
                .putAll(state.without("ocid").without("initiationType")));
    }

    /**
     * What the releases before added up to, with one more.
     *
     * @param state without the fields that are about a release itself; empty before the first
     */
    public static Fields merged(Fields state, Release release) {
        Fields more = release.tree();
        for (String about : MergeRules.OMITTED) {
            more = more.without(about);
        }
        return merged(state, more);
    }

    static Fields merged(Fields state, Fields more) {
        Map<String, Tree> all = new LinkedHashMap<>(state.all());
        more.all().forEach((name, value) -> {
            switch (value) {
                case Nothing _ -> all.remove(name);
                case Leaf leaf -> all.put(name, leaf);
                case Fields fields -> all.put(name, merged(state.object(name), fields));
                case Items list
                when MergeRules.isMergedById(name, list) -> all.put(name, merged(state.objects(name), list.objects()));
                case Items list -> all.put(name, list);
            }
        });
        return new Fields(all);
    }

    /** One walk over each: what has the same id is merged where it stands, what is new comes behind. */
    private static Items merged(List<Fields> state, List<Fields> more) {
        List<Fields> all = new ArrayList<>(state);
        Map<String, Integer> places = new LinkedHashMap<>();
        for (int i = 0; i < all.size(); i++) {
            int place = i;
            all.get(i).id().ifPresent(id -> places.put(id, place));
        }
        for (Fields one : more) {
            Integer place = one.id().map(places::get).orElse(null);
            if (place != null) {
                all.set(place, merged(all.get(place), one));
            } else {
                one.id().ifPresent(id -> places.put(id, all.size()));
                all.add(merged(Fields.NONE, one));
            }
        }
        return new Items(List.copyOf(all));
    }

    /** Every field with every value that it ever had, and which release said so. */
    public static Fields versioned(List<Release> releases) {
        List<Release> ordered = ordered(releases);
        var history = new History.Branch();
        for (Release release : ordered) {
            Fields told = release.tree();
            for (String about : MergeRules.OMITTED) {
                told = told.without(about);
            }
            history.hear(told.without("ocid"), History.Teller.of(release));
        }
        return Fields.of(versioned ->
                versioned.put("ocid", ordered.getFirst().ocid().value()).putAll(history.tree()));
    }

    private static List<Release> ordered(List<Release> releases) {
        if (releases.isEmpty()
                || releases.stream().map(Release::ocid).distinct().count() > 1) {
            throw new IllegalArgumentException("merged are the releases of one process, at least one");
        }
        return releases.stream().sorted(Comparator.comparing(Release::date)).toList();
    }
}
