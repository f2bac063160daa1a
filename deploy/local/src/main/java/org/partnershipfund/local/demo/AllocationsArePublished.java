package org.partnershipfund.local.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDateTime;
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
        int early = allocations().size();
        narrator.tell("The day before, anybody who asks finds %d allocations.", early);
        if (early != 0) {
            throw new DemoFailedException("allocations could be read before they were published");
        }
        stage.calendar().turnTo(LocalDateTime.of(2017, 12, 8, 9, 0));
        Thing _ = stage.cast()
                .budgetOffice()
                .step(Door.ALLOCATION, "/scenarios/" + stage.year().id(Kind.FUND, "scenario"), "publication")
                .made();
        List<JsonNode> allocations = allocations();
        List<JsonNode> funded = allocations.stream()
                .filter(allocation -> Dollars.of(allocation.path("amount")).isPositive())
                .toList();
        funded.forEach(stage.year()::allocated);
        narrator.tell(
                "The budget office publishes: %d schools receive money, %d read why they do not.",
                funded.size(), allocations.size() - funded.size());
        books.awaitLines(stage.year().fund(), funded.size());
        explain(allocations.getFirst().path("id").asText());
    }

    private List<JsonNode> allocations() {
        return stage.cast()
                .anybody()
                .all(
                        Door.ALLOCATION,
                        "/allocations",
                        Map.of("fundId", stage.year().fund()));
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
    }
}
