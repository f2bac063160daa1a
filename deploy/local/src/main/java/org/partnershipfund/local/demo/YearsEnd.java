package org.partnershipfund.local.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.partnershipfund.local.demo.EventTraffic.Ear;
import org.partnershipfund.local.demo.Ledgers.Evidence;
import org.partnershipfund.local.place.Door;
import org.partnershipfund.local.place.Service;

/** What the suite holds at the end: a table per school, what happened how often, and whether all of it agrees. */
final class YearsEnd {

    private final Stage stage;
    private final Narrator narrator;
    private final Books books;

    YearsEnd(Stage stage, Books books) {
        this.stage = stage;
        this.narrator = stage.narrator();
        this.books = books;
    }

    /**
     * Shows all of it.
     *
     * @return whether everything agrees
     */
    boolean show(String fund) {
        narrator.chapter("The year's end: every school's line");
        List<JsonNode> allocations =
                stage.cast().anybody().all(Door.ALLOCATION, "/allocations", Map.of("fundId", fund));
        List<JsonNode> lines = books.lines(fund);
        Ledgers.table(narrator, allocations, lines);
        new UtilisationByNeed(stage.cast().anybody(), narrator).show(fund);
        counts();
        narrator.chapter("The proof");
        Actor officer = stage.cast().procurementOfficer();
        JsonNode told = read("/funds/" + fund);
        var evidence = new Evidence(
                told,
                read("/scenarios/" + told.path("allocation").path("scenarioId").asText()),
                allocations,
                lines,
                books.trialBalance(fund),
                contracts(officer, fund),
                each(officer, "/invoices", Map.of("state", "paid")));
        boolean money = Ledgers.proof(narrator, evidence);
        boolean used = Ledgers.utilisation(
                narrator,
                evidence,
                stage.cast().anybody().all(Door.ALLOCATION, "/funds/" + fund + "/utilisation", Map.of()));
        return events() && money && used;
    }

    /** Those that bind, and those that ended and still hold what was paid. */
    private static List<JsonNode> contracts(Actor officer, String fund) {
        return Stream.of("executed", "terminated")
                .flatMap(state -> each(officer, "/contracts", Map.of("fundId", fund, "state", state)).stream())
                .toList();
    }

    /** What anybody reads at a door of allocation-service. */
    private JsonNode read(String path) {
        return stage.cast().anybody().get(Door.ALLOCATION, path).made().json();
    }

    /** Every item of a list, read one by one where the list leaves parts out. */
    private static List<JsonNode> each(Actor officer, String path, Map<String, String> query) {
        return officer.all(Door.PROCUREMENT, path, query).stream()
                .map(item -> officer.get(
                                Door.PROCUREMENT, path + "/" + item.path("id").asText())
                        .made()
                        .json())
                .toList();
    }

    private void counts() {
        narrator.chapter("What was said, by service");
        for (Service service : Service.values()) {
            Map<String, Integer> counts = stage.traffic().byName(service);
            List<String> words = new ArrayList<>();
            counts.forEach((type, count) -> words.add(type + " " + count));
            narrator.line("  %-12s %s".formatted(service.word(), String.join(", ", words)));
        }
    }

    private boolean events() {
        List<Boolean> checks = new ArrayList<>();
        for (Ear ear : Ear.all()) {
            int said = stage.traffic().said(ear);
            int heard = stage.traffic().heard(ear);
            checks.add(Ledgers.check(
                    narrator,
                    "%s said, %s heard"
                            .formatted(ear.speaker().word(), ear.listener().word()),
                    (said == heard ? "%d = %d" : "%d, %d").formatted(said, heard),
                    said == heard));
        }
        int letters = stage.traffic().openLetters();
        checks.add(Ledgers.check(narrator, "dead letters of all services", String.valueOf(letters), letters == 0));
        return checks.stream().allMatch(Boolean::booleanValue);
    }
}
