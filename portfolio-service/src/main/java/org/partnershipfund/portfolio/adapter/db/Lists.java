package org.partnershipfund.portfolio.adapter.db;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Where lists begin, and how short lists of words lie in a column. */
final class Lists {

    /** Sorts before every id that was ever given out. */
    static final UUID BEFORE_ALL = new UUID(0, 0);

    private static final String SEPARATOR = ";";

    private Lists() {}

    static <T> String joined(List<T> things, Function<T, String> word) {
        return things.stream().map(word).collect(Collectors.joining(SEPARATOR));
    }

    static <T> List<T> split(String words, Function<String, T> thing) {
        return words.isEmpty()
                ? List.of()
                : Arrays.stream(words.split(SEPARATOR, -1)).map(thing).toList();
    }

    /** Ids as PostgreSQL writes an array of them, to be cast to {@code uuid[]}. */
    static String array(Stream<UUID> ids) {
        return ids.map(UUID::toString).collect(Collectors.joining(",", "{", "}"));
    }

    /** A LIKE pattern (escape !) for what has this word among those joined. */
    static String has(String word) {
        return "%" + SEPARATOR + word + SEPARATOR + "%";
    }

    /** A LIKE pattern (escape !) for what contains this text, in small letters; its own % and _ are letters. */
    static String contains(String text) {
        return "%"
                + text.toLowerCase(Locale.ROOT)
                        .replace("!", "!!")
                        .replace("%", "!%")
                        .replace("_", "!_")
                + "%";
    }
}
