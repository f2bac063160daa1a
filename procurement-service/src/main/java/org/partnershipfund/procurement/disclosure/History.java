package org.partnershipfund.procurement.disclosure;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.partnershipfund.procurement.disclosure.Tree.Fields;
import org.partnershipfund.procurement.disclosure.Tree.Items;
import org.partnershipfund.procurement.disclosure.Tree.Leaf;

/** Grows a versioned release, one release after another; each value is looked at once. */
sealed interface History {

    /** What was remembered, as the standard writes it. */
    Tree tree();

    /** Which release said something. */
    record Teller(String id, String date, Items tags) {
        static Teller of(Release release) {
            return new Teller(
                    release.id(),
                    release.date().toString(),
                    Items.words(release.tags().stream().map(Tag::word).toList()));
        }
    }

    /** The values of one field; a value is noted when it differs from the one before. */
    final class Values implements History {

        private final List<Tree> entries = new ArrayList<>();
        private Tree last = new Tree.Nothing();

        void hear(Tree value, Teller by) {
            if (!entries.isEmpty() && last.equals(value)) {
                return;
            }
            last = value;
            entries.add(Fields.of(entry -> entry.put("releaseID", by.id())
                    .put("releaseDate", by.date())
                    .put("releaseTag", by.tags())
                    .put("value", value)));
        }

        @Override
        public Tree tree() {
            return new Items(entries);
        }
    }

    /** An object; its {@code id} is kept as it is where it tells the object apart from others of a list. */
    final class Branch implements History {

        private final Map<String, History> fields = new LinkedHashMap<>();
        private final Map<String, Tree> identity = new LinkedHashMap<>();

        void hear(Fields told, Teller by) {
            told.all().forEach((name, value) -> hear(name, value, by));
        }

        private void hear(String name, Tree value, Teller by) {
            switch (value) {
                case Fields fields -> branch(name).hear(fields, by);
                case Items list
                when MergeRules.isMergedById(name, list) -> list(name).hear(list.objects(), by);
                default -> hearValue(name, value, by);
            }
        }

        private void hearValue(String name, Tree value, Teller by) {
            // A null for an object or a list that is told apart takes away every value in it.
            switch (fields.get(name)) {
                case Branch branch when value instanceof Tree.Nothing -> branch.end(by);
                case Entries entries when value instanceof Tree.Nothing -> entries.end(by);
                case Values values -> values.hear(value, by);
                case null, default -> {
                    var values = new Values();
                    fields.put(name, values);
                    values.hear(value, by);
                }
            }
        }

        private void end(Teller by) {
            List.copyOf(fields.keySet()).forEach(name -> hearValue(name, new Tree.Nothing(), by));
        }

        private Branch branch(String name) {
            if (fields.get(name) instanceof Branch known) {
                return known;
            }
            var branch = new Branch();
            fields.put(name, branch);
            return branch;
        }

        private Entries list(String name) {
            if (fields.get(name) instanceof Entries known) {
                return known;
            }
            var list = new Entries();
            fields.put(name, list);
            return list;
        }

        @Override
        public Fields tree() {
            Map<String, Tree> all = new LinkedHashMap<>(identity);
            fields.forEach((name, history) -> all.put(name, history.tree()));
            return new Fields(all);
        }
    }

    /** A list of objects by their ids. */
    final class Entries implements History {

        private final Map<String, Branch> byId = new LinkedHashMap<>();
        private final List<Branch> nameless = new ArrayList<>();

        void hear(List<Fields> told, Teller by) {
            for (Fields one : told) {
                Branch branch = one.get("id")
                        .filter(Leaf.class::isInstance)
                        .map(id -> known(one.id().orElse(""), id))
                        .orElseGet(this::unknown);
                branch.hear(one.without("id"), by);
            }
        }

        private Branch known(String id, Tree written) {
            return byId.computeIfAbsent(id, _ -> {
                var branch = new Branch();
                branch.identity.put("id", written);
                return branch;
            });
        }

        private Branch unknown() {
            var branch = new Branch();
            nameless.add(branch);
            return branch;
        }

        private void end(Teller by) {
            byId.values().forEach(branch -> branch.end(by));
        }

        @Override
        public Items tree() {
            List<Tree> all = new ArrayList<>();
            byId.values().forEach(branch -> all.add(branch.tree()));
            nameless.forEach(branch -> all.add(branch.tree()));
            return new Items(all);
        }
    }
}
