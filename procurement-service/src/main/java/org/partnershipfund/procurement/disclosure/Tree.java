package org.partnershipfund.procurement.disclosure;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.partnershipfund.kernel.Money;

/** What JSON is made of; releases are built, compared and merged as trees, whatever library writes them. */
public sealed interface Tree {

    /** A word, a number or a yes. */
    record Leaf(Object value) implements Tree {
        public Leaf {
            if (!(value instanceof String
                    || value instanceof BigDecimal
                    || value instanceof Long
                    || value instanceof Boolean)) {
                throw new IllegalArgumentException("no JSON value: " + value.getClass());
            }
        }
    }

    /** A null: in a release it takes away what stood there. */
    record Nothing() implements Tree {}

    /** A list. */
    record Items(List<Tree> all) implements Tree {
        public Items {
            all = List.copyOf(all);
        }

        /** A list of words. */
        public static Items words(List<String> words) {
            return new Items(words.stream().<Tree>map(Leaf::new).toList());
        }

        /** Its objects; whatever else is in it is left out. */
        public List<Fields> objects() {
            return all.stream()
                    .filter(Fields.class::isInstance)
                    .map(Fields.class::cast)
                    .toList();
        }
    }

    /** An object; its fields keep their order. */
    record Fields(Map<String, Tree> all) implements Tree {

        /** Nothing in it. */
        public static final Fields NONE = new Fields(Map.of());

        public Fields {
            all = Collections.unmodifiableMap(new LinkedHashMap<>(all));
        }

        /** The object that the work puts together. */
        public static Fields of(UnaryOperator<Writer> work) {
            return work.apply(new Writer()).done();
        }

        public boolean isEmpty() {
            return all.isEmpty();
        }

        /** What stands under a name. */
        public Optional<Tree> get(String name) {
            return Optional.ofNullable(all.get(name));
        }

        /** The object under a name; an empty one if there is none. */
        public Fields object(String name) {
            return all.get(name) instanceof Fields fields ? fields : NONE;
        }

        /** The objects of the list under a name; none if there is no list. */
        public List<Fields> objects(String name) {
            return all.get(name) instanceof Items items ? items.objects() : List.of();
        }

        /** The word under a name; empty if there is none. */
        public String text(String name) {
            return all.get(name) instanceof Leaf(String word) ? word : "";
        }

        /** The number under a name; zero if there is none. */
        public BigDecimal number(String name) {
            return switch (all.get(name)) {
                case Leaf(BigDecimal number) -> number;
                case Leaf(Long number) -> BigDecimal.valueOf(number);
                case null, default -> BigDecimal.ZERO;
            };
        }

        /** What tells it apart in a list; empty if it has no {@code id}. */
        public Optional<String> id() {
            return all.get("id") instanceof Leaf(var id) ? Optional.of(id.toString()) : Optional.empty();
        }

        /** The same without a field. */
        public Fields without(String name) {
            Map<String, Tree> rest = new LinkedHashMap<>(all);
            rest.remove(name);
            return new Fields(rest);
        }

        /** The same with a field put in, or put in its place. */
        public Fields with(String name, Tree value) {
            Map<String, Tree> more = new LinkedHashMap<>(all);
            more.put(name, value);
            return new Fields(more);
        }
    }

    /** Puts an object together; what is null or empty is left out. */
    final class Writer {

        private final Map<String, Tree> fields = new LinkedHashMap<>();

        private Writer() {}

        /** A word. */
        public Writer put(String name, @Nullable String word) {
            return word == null || word.isBlank() ? this : put(name, new Leaf(word));
        }

        /** A moment. */
        public Writer put(String name, @Nullable Instant moment) {
            return moment == null ? this : put(name, new Leaf(moment.toString()));
        }

        /** A whole number. */
        public Writer put(String name, long number) {
            return put(name, new Leaf(number));
        }

        /** An amount in the standard's words. */
        public Writer put(String name, Money amount) {
            return put(
                    name,
                    value -> value.put("amount", new Leaf(BigDecimal.valueOf(amount.cents(), 2)))
                            .put("currency", "USD"));
        }

        /** Objects. */
        public Writer put(String name, List<Fields> objects) {
            return objects.isEmpty() ? this : put(name, new Items(List.copyOf(objects)));
        }

        /** Words. */
        public Writer words(String name, List<String> words) {
            return words.isEmpty() ? this : put(name, Items.words(words));
        }

        /** An object that the work puts together. */
        public Writer put(String name, UnaryOperator<Writer> work) {
            Fields object = Fields.of(work);
            return object.isEmpty() ? this : put(name, object);
        }

        /** All fields of another object. */
        public Writer putAll(Fields other) {
            fields.putAll(other.all());
            return this;
        }

        /** Anything. */
        public Writer put(String name, Tree value) {
            fields.put(name, value);
            return this;
        }

        private Fields done() {
            return new Fields(fields);
        }
    }
}
