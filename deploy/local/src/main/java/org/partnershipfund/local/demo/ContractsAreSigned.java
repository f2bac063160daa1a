package org.partnershipfund.local.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.partnershipfund.kernel.Money;
import org.partnershipfund.local.demo.Year.Kind;
import org.partnershipfund.local.place.Door;

/** July: contracts, each with the signatures that its value demands, become encumbrances. */
final class ContractsAreSigned implements Chapter {

    /** Who takes which step; one of three may bind the district, and never whoever has approved before. */
    private static final List<Hand> HANDS = List.of(
            new Hand("superintendent", "approvals/superintendent", "district-superintendent-1"),
            new Hand("appropriation", "certifications/appropriation", "city-auditor-1"),
            new Hand("mayor", "approvals/mayor", "mayor-1"),
            new Hand("district", "signatures/district", "cfo-1"));

    /** Who must have signed, by what the contract is worth: docs/policy/procurement.md §7. */
    private static final Map<String, String> TIERS = Map.of(
            "below $10,000, by requisition and purchase order", "district",
            "from $10,000 on, a quote contract", "partner + superintendent + appropriation + district",
            "above $50,000, with the Mayor", "partner + appropriation + mayor + district");

    private final Stage stage;
    private final Narrator narrator;
    private final Books books;

    ContractsAreSigned(Stage stage, Books books) {
        this.stage = stage;
        this.narrator = stage.narrator();
        this.books = books;
    }

    private record Hand(String step, String path, String username) {}

    @Override
    public void play() throws InterruptedException {
        narrator.chapter("July 2018: contracts");
        narrator.rule(
                "contracts are public ones; only the superintendent, the CFO and the deputy CFO bind the district",
                "procurement that creates the contracts");
        stage.calendar().turnTo(LocalDateTime.of(2018, 7, 2, 9, 0));
        List<String> processes = stage.year().totals().keySet().stream()
                .map(partner -> partner.equals(Stories.CHEAPER_PARTNER) ? Stories.CHOSEN_PARTNER : partner)
                .sorted()
                .toList();
        List<Thing> signed = stage.crowd().map("contracts are signed", processes, this::sign);
        tell(signed);
        stage.calendar().turnTo(LocalDateTime.of(2018, 7, 10, 9, 0));
        List<Thing> executed = stage.crowd()
                .map(
                        "contracts are executed",
                        signed,
                        contract -> stage.cast()
                                .procurementOfficer()
                                .step(Door.PROCUREMENT, "/contracts/" + contract.id(), "execution")
                                .made());
        Money amount = Dollars.sum(executed.stream()
                .map(contract -> Dollars.of(contract.json().path("amount")))
                .toList());
        narrator.tell(
                "On 10 July %d contracts over %s are executed, each with requisition and purchase order (%s, %s, ...); encumbered: %s.",
                executed.size(),
                Dollars.words(amount),
                executed.getFirst().text("requisition"),
                executed.getFirst().text("purchaseOrder"),
                Dollars.words(books.total(stage.year().fund(), "encumbered")));
    }

    private Thing sign(String process) {
        String partner = process.equals(Stories.CHOSEN_PARTNER) ? Stories.CHEAPER_PARTNER : process;
        boolean threeYears = process.equals(CentralOfficeBuys.THREE_YEARS);
        Thing contract = stage.cast()
                .procurementOfficer()
                .post(
                        Door.PROCUREMENT,
                        "/contracts",
                        Map.of(
                                "processId",
                                stage.year().id(Kind.PROCESS, process),
                                "startsOn",
                                "2018-07-01",
                                "endsOn",
                                threeYears ? "2021-06-30" : "2019-06-30"))
                .made();
        var _ = stage.year().keep(Kind.CONTRACT, partner, contract.id());
        String path = "/contracts/" + contract.id();
        Thing signed = contract;
        if (missing(contract).contains("partner")) {
            signed = stage.cast()
                    .as("partner-" + partner)
                    .put(
                            Door.PROCUREMENT,
                            path + "/signatures/partner",
                            Map.of("taxAttestation", true, "nonCollusion", true),
                            contract.etag())
                    .made();
        }
        for (Hand hand : HANDS) {
            if (missing(signed).contains(hand.step())) {
                signed = stage.cast()
                        .as(hand.username())
                        .put(Door.PROCUREMENT, path + "/" + hand.path(), signed.etag())
                        .made();
            }
        }
        return signed;
    }

    private static List<String> missing(Thing contract) {
        List<String> missing = new ArrayList<>();
        contract.json().path("missing").forEach((JsonNode step) -> missing.add(step.asText()));
        return missing;
    }

    private void tell(List<Thing> signed) {
        Map<String, Long> bySteps = signed.stream()
                .map(contract -> {
                    List<String> steps = new ArrayList<>();
                    contract.json()
                            .path("steps")
                            .forEach(step -> steps.add(step.path("step").asText()));
                    return String.join(" + ", steps);
                })
                .collect(Collectors.groupingBy(steps -> steps, TreeMap::new, Collectors.counting()));
        narrator.tell("%d contracts are drafted and signed as their value demands:", signed.size());
        bySteps.forEach((steps, count) -> narrator.line("            %d with %s".formatted(count, steps)));
        TIERS.forEach((tier, steps) -> {
            if (!bySteps.containsKey(steps)) {
                throw new DemoFailedException("no contract %s: none has %s".formatted(tier, steps));
            }
        });
        Optional<Thing> missing =
                signed.stream().filter(contract -> !missing(contract).isEmpty()).findFirst();
        missing.ifPresent(contract -> {
            throw new DemoFailedException("contract %s still misses %s".formatted(contract.id(), missing(contract)));
        });
    }
}
