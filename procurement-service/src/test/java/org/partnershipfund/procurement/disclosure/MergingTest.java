package org.partnershipfund.procurement.disclosure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.partnershipfund.procurement.adapter.TreeJson;
import org.partnershipfund.procurement.disclosure.Tree.Fields;
import org.partnershipfund.procurement.disclosure.Tree.Items;
import org.partnershipfund.procurement.disclosure.Tree.Leaf;
import org.partnershipfund.procurement.fixtures.OfficialOcds;

/** The merge routine of OCDS 1.1 (policy disclosure §4). */
class MergingTest {

    private static final Ocid OCID = new Ocid("ocds-213czf-1");
    private static final Instant BEGIN = Instant.parse("2018-01-15T15:00:00Z");

    private static Release release(int number, String body) {
        return release(number, TreeJson.read(body));
    }

    private static Release release(int number, Fields body) {
        return new Release(OCID, number, BEGIN.plusSeconds(number), List.of(Tag.TENDER), body);
    }

    private static Fields compiled(String... bodies) {
        return Merging.compiled(releases(bodies));
    }

    private static List<Release> releases(String... bodies) {
        List<Release> releases = new ArrayList<>();
        for (String body : bodies) {
            releases.add(release(releases.size() + 1, body));
        }
        return releases;
    }

    @Test
    void the_newest_value_counts_and_what_is_not_told_again_stays() {
        Fields all = compiled("""
                {"tender": {"id": "1", "title": "Tutoring", "status": "planned"}}""", """
                {"tender": {"id": "1", "status": "active"}}""");

        assertThat(TreeJson.write(all.object("tender"))).isEqualTo("""
                        {"id":"1","title":"Tutoring","status":"active"}""");
        assertThat(all.text("id")).isEqualTo("ocds-213czf-1-2018-01-15T15:00:02Z");
        assertThat(all.text("date")).isEqualTo("2018-01-15T15:00:02Z");
        assertThat(all.get("tag")).contains(Items.words(List.of("compiled")));
    }

    @Test
    void a_null_takes_away_what_stood_there() {
        Fields all = compiled("""
                {"planning": {"rationale": "twice", "budget": {"id": "1"}}}""", """
                {"planning": {"rationale": null}}""");

        assertThat(TreeJson.write(all.object("planning"))).isEqualTo("""
                {"budget":{"id":"1"}}""");
    }

    @Test
    void objects_of_a_list_are_told_apart_by_their_ids() {
        Fields all = compiled("""
                {"awards": [{"id": "a", "title": "one"}, {"id": "b", "title": "two"}]}""", """
                {"awards": [{"id": "c", "title": "three"}, {"id": "a", "title": "first"}]}""");

        assertThat(TreeJson.write(all.get("awards").orElseThrow())).isEqualTo("""
                        [{"id":"a","title":"first"},{"id":"b","title":"two"},{"id":"c","title":"three"}]""");
    }

    @Test
    void lists_of_words_and_lists_that_the_schema_says_so_of_are_replaced_whole() {
        Fields all = compiled("""
                {"parties": [{"id": "p", "roles": ["buyer"], "additionalIdentifiers": [{"id": "1"}, {"id": "2"}]}]}""", """
                {"parties": [{"id": "p", "roles": ["payer"], "additionalIdentifiers": [{"id": "2"}]}]}""");

        assertThat(TreeJson.write(all.objects("parties").getFirst())).isEqualTo("""
                        {"id":"p","roles":["payer"],"additionalIdentifiers":[{"id":"2"}]}""");
    }

    @Test
    void every_value_is_kept_with_who_told_it_and_only_when_it_changed() {
        Fields all = Merging.versioned(releases("""
                {"tender": {"id": "1", "status": "planned", "items": [{"id": "s", "quantity": 1}]}}""", """
                {"tender": {"id": "1", "status": "planned"}}""", """
                {"tender": {"id": "1", "status": null, "items": [{"id": "s", "quantity": 2}]}}"""));

        Fields tender = all.object("tender");
        assertThat(tender.objects("id")).hasSize(1);
        assertThat(tender.objects("status"))
                .extracting(value -> value.text("releaseID") + " "
                        + TreeJson.write(value.get("value").orElseThrow()))
                .containsExactly("ocds-213czf-1-0001 \"planned\"", "ocds-213czf-1-0003 null");
        assertThat(tender.objects("items").getFirst().text("id")).isEqualTo("s");
        assertThat(tender.objects("items").getFirst().objects("quantity"))
                .extracting(value -> value.number("value").intValue())
                .containsExactly(1, 2);
    }

    @Test
    void releases_of_several_processes_are_not_merged() {
        var other = new Release(new Ocid("ocds-213czf-2"), 1, BEGIN, List.of(Tag.TENDER), Fields.NONE);

        assertThatThrownBy(() -> Merging.compiled(List.of(release(1, "{}"), other)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Merging.compiled(List.of())).isInstanceOf(IllegalArgumentException.class);
    }

    /** The table in {@link MergeRules} is what the official schema says, where that lies at hand. */
    @Test
    void our_merge_rules_are_those_of_the_official_schema() {
        assumeTrue(OfficialOcds.isThere(), OfficialOcds.ABSENT);
        JsonNode schema = new OfficialOcds().releaseSchema();
        Set<String> omitted = new TreeSet<>();
        Set<String> whole = new TreeSet<>();
        Set<String> versioned = new TreeSet<>();
        look(schema, "", omitted, "omitWhenMerged");
        look(schema, "", whole, "wholeListMerge");
        look(schema, "", versioned, "versionId");

        assertThat(omitted).containsExactlyInAnyOrderElementsOf(MergeRules.OMITTED);
        assertThat(whole).containsExactlyInAnyOrderElementsOf(MergeRules.WHOLE_LISTS);
        assertThat(versioned).as("versionId marks ids only").containsExactly("id");
    }

    private static void look(JsonNode node, String name, Set<String> found, String keyword) {
        if (node.path(keyword).asBoolean()) {
            found.add(name);
        }
        for (Map.Entry<String, JsonNode> field : node.properties()) {
            look(field.getValue(), field.getKey(), found, keyword);
        }
    }

    @Property
    void it_does_not_matter_where_a_history_is_cut(
            @ForAll("pictures") List<Fields> bodies, @ForAll @IntRange(max = 6) int cut) {
        List<Release> releases = numbered(bodies);
        Fields state = Fields.NONE;
        for (Release release : releases.subList(0, Math.min(cut, releases.size()))) {
            state = Merging.merged(state, release);
        }
        for (Release release : releases.subList(Math.min(cut, releases.size()), releases.size())) {
            state = Merging.merged(state, release);
        }

        assertThat(Merging.compiled(releases.getLast(), state)).isEqualTo(Merging.compiled(releases));
    }

    @Property
    void the_order_in_which_releases_are_handed_over_does_not_matter(
            @ForAll("pictures") List<Fields> bodies, @ForAll long seed) {
        List<Release> mixed = new ArrayList<>(numbered(bodies));
        Collections.shuffle(mixed, new Random(seed));

        assertThat(Merging.compiled(mixed)).isEqualTo(Merging.compiled(numbered(bodies)));
        assertThat(Merging.versioned(mixed)).isEqualTo(Merging.versioned(numbered(bodies)));
    }

    @Property
    void an_equal_release_changes_nothing(@ForAll("pictures") List<Fields> bodies) {
        List<Fields> twice = new ArrayList<>(bodies);
        twice.add(bodies.getLast());

        Fields once = Merging.compiled(numbered(bodies));
        Fields again = Merging.compiled(numbered(twice));
        assertThat(again.without("id").without("date"))
                .isEqualTo(once.without("id").without("date"));
        assertThat(Merging.versioned(numbered(twice))).isEqualTo(Merging.versioned(numbered(bodies)));
    }

    @Property
    void what_the_differences_tell_adds_up_to_the_last_picture(@ForAll("pictures") List<Fields> pictures) {
        Fields published = Fields.NONE;
        for (Fields picture : pictures) {
            Fields news = Difference.between(published, picture);
            published = Merging.merged(published, news);

            assertThat(Difference.between(published, picture))
                    .as("nothing is told twice")
                    .isEqualTo(Fields.NONE);
            for (String section : picture.all().keySet()) {
                assertThat(shown(published.get(section).orElseThrow()))
                        .isEqualTo(shown(picture.get(section).orElseThrow()));
            }
        }
    }

    /** Without what was taken away: objects of which nothing but the id is left. */
    private static Tree shown(Tree tree) {
        return switch (tree) {
            case Leaf _, Tree.Nothing _ -> tree;
            case Fields fields ->
                Fields.of(all -> {
                    Tree.Writer writer = all;
                    for (var field : fields.all().entrySet()) {
                        Tree value = shown(field.getValue());
                        boolean empty = value.equals(Fields.NONE) || value.equals(new Items(List.of()));
                        writer = empty ? writer : writer.put(field.getKey(), value);
                    }
                    return writer;
                });
            case Items items ->
                new Items(items.all().stream()
                        .map(MergingTest::shown)
                        .filter(one -> !(one instanceof Fields object)
                                || !object.without("id").isEmpty())
                        .sorted(Comparator.comparing(TreeJson::write))
                        .toList());
        };
    }

    private static List<Release> numbered(List<Fields> bodies) {
        List<Release> releases = new ArrayList<>();
        bodies.forEach(body -> releases.add(release(releases.size() + 1, body)));
        return releases;
    }

    @Provide
    Arbitrary<List<Fields>> pictures() {
        Arbitrary<Tree> word = Arbitraries.of("one", "two", "three").map(Leaf::new);
        Arbitrary<Fields> value = Arbitraries.integers()
                .between(0, 2)
                .map(amount -> Fields.of(object -> object.put("amount", amount).put("currency", "USD")));
        Arbitrary<Fields> item = Combinators.combine(
                        Arbitraries.of("a", "b", "c"), word, value, Arbitraries.of(true, false))
                .as((id, name, amount, priced) -> {
                    Fields named = Fields.of(object -> object.put("id", id).put("description", name));
                    return priced ? named.with("unit", Fields.of(unit -> unit.put("value", amount))) : named;
                });
        Arbitrary<List<Fields>> items = item.list().ofMaxSize(3).uniqueElements(one -> one.text("id"));
        Arbitrary<Fields> tender = Combinators.combine(items, word, Arbitraries.of(true, false))
                .as((all, status, described) -> {
                    Fields object = Fields.of(
                            made -> made.put("id", "t").put("status", status).put("items", all));
                    return described ? object.with("description", status) : object;
                });
        Arbitrary<Fields> contract = Combinators.combine(items, items)
                .as((all, paid) -> Fields.of(made -> made.put("id", "k")
                        .put("awardID", "award-1")
                        .put("items", all)
                        .put("implementation", doing -> doing.put("transactions", paid))));
        return Combinators.combine(tender, contract)
                .as((one, two) ->
                        Fields.of(picture -> picture.put("tender", one).put("contracts", List.of(two))))
                .list()
                .ofMinSize(1)
                .ofMaxSize(6);
    }
}
