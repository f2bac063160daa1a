package org.partnershipfund.local.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.partnershipfund.local.demo.Year.Kind;
import org.partnershipfund.local.place.Door;

/** 8 December: the schools learn what they receive, and every amount can be checked by anybody. */
final class AllocationsArePublished implements Chapter {

    private final Stage stage;
    private final Narrator narrator;
    private final Books books;

    AllocationsArePublished(Stage stage, Books books) {
        this.stage = stage;
        this.narrator = stage.narrator();
        this.books = books;
    }

    @Override
    public void play() throws InterruptedException {
        narrator.chapter("8 December 2017: the schools learn what they receive");
        narrator.rule("schools receive their allocation together with their budget", "8 December");
        stage.calendar().turnTo(LocalDateTime.of(2017, 12, 7, 16, 0));
        nobodyIsToldBefore();
        stage.calendar().turnTo(LocalDateTime.of(2017, 12, 8, 9, 0));
        Thing _ = publish().made();
        List<JsonNode> allocations = allocations(stage.cast().anybody());
        List<JsonNode> funded = allocations.stream()
                .filter(allocation -> Dollars.of(allocation.path("amount")).isPositive())
                .toList();
        funded.forEach(stage.year()::allocated);
        narrator.tell(
                "The budget office publishes: %d schools receive money, %d read why they do not.",
                funded.size(), allocations.size() - funded.size());
        books.awaitLines(stage.year().fund(), funded.size());
        explain(allocations.getFirst().path("id").asText());
        new EquityReport(stage.cast().anybody(), narrator).show(scenario());
        // The catalogue is public: it shows need from the day on which the district has published it.
        var _ = Doors.upload(
                stage.cast().partnershipsTeam().client(),
                Door.PORTFOLIO,
                "/schools/imports",
                Map.of(),
                stage.sample().places(),
                201);
    }

    private void nobodyIsToldBefore() {
        narrator.tell(
                "Refused to the budget office, which would publish a day early: %s",
                publish().refused("publication-too-early"));
        Map<String, Actor> readers = new LinkedHashMap<>();
        readers.put("anybody", stage.cast().anybody());
        readers.put("the principal of Perkins", stage.cast().principal(Stories.IN_PERSON));
        readers.put("a partner", stage.cast().as("partner-" + Stories.CHEAPER_PARTNER));
        List<String> found = new ArrayList<>();
        readers.forEach((who, reader) -> {
            int seen = allocations(reader).size();
            if (seen != 0) {
                throw new DemoFailedException("%s could read allocations before they were published".formatted(who));
            }
            String _ = reader.get(Door.ALLOCATION, scenario() + "/allocations").refused("no-such-scenario");
            found.add("%s finds %d".formatted(who, seen));
        });
        narrator.tell(
                "Allocations that can be read today: %s; the scenario does not exist for any of them.",
                String.join(", ", found));
    }

    private Reply publish() {
        return stage.cast().budgetOffice().step(Door.ALLOCATION, scenario(), "publication");
    }

    private String scenario() {
        return "/scenarios/" + stage.year().id(Kind.FUND, "scenario");
    }

    private List<JsonNode> allocations(Actor reader) {
        return reader.all(
                Door.ALLOCATION, "/allocations", Map.of("fundId", stage.year().fund()));
    }

    private void explain(String allocation) {
        JsonNode first = stage.cast()
                .anybody()
                .get(Door.ALLOCATION, "/allocations/" + allocation)
                .made()
                .json();
        narrator.line("");
        narrator.line("How anybody can check one of them with a pocket calculator:");
        narrator.line("  " + first.path("sentence").asText());
        first.path("explanation").path("steps").forEach(step -> narrator.line("  - " + step.asText()));
        String address = stage.place().url(Door.ALLOCATION);
        narrator.line("Its letter, as page or (Accept: application/pdf) as PDF; every school has one:");
        narrator.line("  %s/allocations/%s/letter".formatted(address, allocation));
        narrator.line("How anybody can recount all of them, to the cent:");
        narrator.line("  ./fund verify %s%s/bundle".formatted(address, scenario()));
    }
}
