package org.partnershipfund.local.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Locale;
import org.partnershipfund.local.place.Door;

/** What became of the allocations, by fifth of need, as anybody can read it. */
final class UtilisationByNeed {

    private final Actor reader;
    private final Narrator narrator;

    UtilisationByNeed(Actor reader, Narrator narrator) {
        this.reader = reader;
        this.narrator = narrator;
    }

    /** A row per fifth of all pupils, the least need first, and one for all together. */
    void show(String fund) {
        narrator.chapter("Utilisation by need: five fifths of all pupils, 5 the greatest need");
        narrator.line(row("fifth", "allocated", "contracted", "paid", "paid of allocated"));
        JsonNode lines = reader.get(Door.ALLOCATION, "/funds/" + fund + "/utilisation/by-need")
                .made()
                .json()
                .path("items");
        if (lines.size() != 6) {
            throw new DemoFailedException("utilisation by need should have five fifths and their sum, not " + lines);
        }
        lines.forEach(line -> narrator.line(row(
                line.path("quintile").asText(),
                dollars(line.path("allocated")),
                dollars(line.path("contracted")),
                dollars(line.path("paid")),
                line.path("paidShare").asText("-"))));
    }

    private static String dollars(JsonNode amount) {
        return Dollars.words(Dollars.of(amount));
    }

    private static String row(String fifth, String allocated, String contracted, String paid, String share) {
        return String.format(Locale.ROOT, "  %-6s %16s %16s %16s %18s", fifth, allocated, contracted, paid, share);
    }
}
