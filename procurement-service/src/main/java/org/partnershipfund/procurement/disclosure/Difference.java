package org.partnershipfund.procurement.disclosure;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.partnershipfund.procurement.disclosure.Tree.Fields;
import org.partnershipfund.procurement.disclosure.Tree.Items;
import org.partnershipfund.procurement.disclosure.Tree.Leaf;
import org.partnershipfund.procurement.disclosure.Tree.Nothing;

/**
 * What a picture shows that was not published before. A section that changed is told whole, and with a null for
 * everything that it does not show any more; of lists only the objects that changed.
 *
 * <p>Source: docs/policy/disclosure.md §2.
 */
final class Difference {

    /** What every release says of itself. */
    private static final Set<String> HEAD = Set.of("ocid", "initiationType");

    private Difference() {}

    /**
     * The body of the release that leads from what is published to the picture; empty if it shows nothing new.
     *
     * @param published what all releases before add up to
     */
    static Fields between(Fields published, Fields picture) {
        Map<String, Tree> all = new LinkedHashMap<>();
        picture.all().forEach((name, shown) -> {
            switch (shown) {
                case Fields section ->
                    section(published.object(name), section).ifChanged(found -> all.put(name, found));
                case Items list -> {
                    List<Fields> changed = list(name, published.objects(name), list.objects());
                    if (!changed.isEmpty()) {
                        all.put(name, new Items(List.copyOf(changed)));
                    }
                }
                case Leaf leaf -> {
                    if (!leaf.equals(published.all().get(name))) {
                        all.put(name, leaf);
                    }
                }
                case Nothing _ -> {}
            }
        });
        published.all().forEach((name, known) -> {
            if (!picture.all().containsKey(name) && !HEAD.contains(name)) {
                Fields taken = new Fields(Map.of(name, gone(name, known)));
                new Told(published, taken).ifChanged(now -> all.putAll(now.all()));
            }
        });
        return new Fields(all);
    }

    private record Told(Fields published, Fields now) {
        void ifChanged(Consumer<Fields> use) {
            if (!Merging.merged(published, now).equals(published)) {
                use.accept(now);
            }
        }
    }

    private static Told section(Fields published, Fields shown) {
        return new Told(published, replacing(published, shown));
    }

    private static List<Fields> list(String name, List<Fields> published, List<Fields> shown) {
        Map<String, Fields> before = byId(published);
        List<Fields> changed = new ArrayList<>();
        for (Fields one : shown) {
            Fields known = before.getOrDefault(one.id().orElse(""), Fields.NONE);
            if (name.equals("contracts") && !known.isEmpty()) {
                contract(known, one).ifChanged(changed::add);
            } else if (known.isEmpty()) {
                changed.add(one);
            } else {
                section(known, one).ifChanged(changed::add);
            }
        }
        Set<String> present = byId(shown).keySet();
        before.forEach((id, known) -> {
            if (!present.contains(id)) {
                new Told(known, emptied(known)).ifChanged(changed::add);
            }
        });
        return changed;
    }

    /** A contract is not told again with every payment: then only what is new of its implementation. */
    private static Told contract(Fields published, Fields shown) {
        String apart = "implementation";
        Fields terms = replacing(published.without(apart), shown.without(apart));
        boolean changed = !Merging.merged(published, terms).equals(published);
        Fields head = changed
                ? terms
                : Fields.of(contract -> contract.put("id", shown.text("id")).put("awardID", shown.text("awardID")));
        Fields news = between(published.object(apart), shown.object(apart));
        return new Told(published, news.isEmpty() ? head : head.with(apart, news));
    }

    /** Everything shown, and a null for whatever is shown no more. */
    private static Fields replacing(Fields published, Fields shown) {
        Map<String, Tree> all = new LinkedHashMap<>();
        shown.all()
                .forEach((name, value) -> all.put(
                        name,
                        switch (value) {
                            case Fields fields -> replacing(published.object(name), fields);
                            case Items list
                            when MergeRules.isMergedById(name, list) ->
                                replacing(published.objects(name), list.objects());
                            case Leaf _, Nothing _, Items _ -> value;
                        }));
        published.all().forEach((name, value) -> {
            if (!shown.all().containsKey(name)) {
                all.put(name, gone(name, value));
            }
        });
        return new Fields(all);
    }

    private static Items replacing(List<Fields> published, List<Fields> shown) {
        Map<String, Fields> before = byId(published);
        List<Tree> all = new ArrayList<>();
        for (Fields one : shown) {
            all.add(replacing(before.getOrDefault(one.id().orElse(""), Fields.NONE), one));
        }
        Set<String> present = byId(shown).keySet();
        before.forEach((id, known) -> {
            if (!present.contains(id)) {
                all.add(emptied(known));
            }
        });
        return new Items(all);
    }

    /** How the standard takes an object out of a list: nothing but its id is left of it. */
    private static Fields emptied(Fields known) {
        Map<String, Tree> all = new LinkedHashMap<>();
        known.all().forEach((name, value) -> all.put(name, name.equals("id") ? value : gone(name, value)));
        return new Fields(all);
    }

    private static Tree gone(String name, Tree value) {
        return switch (value) {
            case Leaf _, Nothing _ -> new Nothing();
            // A reference keeps its id, which may not be null.
            case Fields fields -> emptied(fields);
            case Items list
            when MergeRules.isMergedById(name, list) ->
                new Items(list.objects().stream().<Tree>map(Difference::emptied).toList());
            case Items _ -> MergeRules.WHOLE_LISTS.contains(name) ? new Items(List.of()) : new Nothing();
        };
    }

    private static Map<String, Fields> byId(List<Fields> objects) {
        return objects.stream()
                .collect(Collectors.toMap(
                        one -> one.id().orElse(""), one -> one, (_, last) -> last, LinkedHashMap::new));
    }
}
