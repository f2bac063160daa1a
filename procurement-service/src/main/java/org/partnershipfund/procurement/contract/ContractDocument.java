package org.partnershipfund.procurement.contract;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.partnershipfund.kernel.SchoolCode;
import org.partnershipfund.procurement.contract.Contract.Abandoned;
import org.partnershipfund.procurement.contract.Contract.Completed;
import org.partnershipfund.procurement.contract.Contract.Draft;
import org.partnershipfund.procurement.contract.Contract.Executed;
import org.partnershipfund.procurement.contract.Contract.Suspended;
import org.partnershipfund.procurement.contract.Contract.Terminated;

/**
 * A contract as it is handed out and filed: contract request form, specification, terms, who signed, and every amendment.
 * The same data make the same document.
 *
 * <p>Source: docs/policy/contracts.md §3.4.
 *
 * @param changedAt when something of it changed last
 */
public record ContractDocument(
        String title, String state, String stateSays, List<Part> parts, String foot, String digest, Instant changedAt) {

    public ContractDocument {
        parts = List.copyOf(parts);
    }

    /** One section. */
    public record Part(String heading, List<Fact> facts, List<String> paragraphs, List<Table> tables) {
        public Part {
            facts = List.copyOf(facts);
            paragraphs = List.copyOf(paragraphs);
            tables = List.copyOf(tables);
        }
    }

    /** One line of a form. */
    public record Fact(String label, String text) {}

    /** Rows under one header, which stands on every page that they reach. */
    public record Table(String heading, List<Cell> header, List<List<Cell>> rows) {
        public Table {
            header = List.copyOf(header);
            rows = rows.stream().map(List::copyOf).toList();
        }

        /**
         * A table of words.
         *
         * @param money the places of the columns that are amounts, from 0 on
         */
        static Table of(String heading, List<String> header, Set<Integer> money, List<List<String>> rows) {
            return new Table(
                    heading,
                    cells(header, money),
                    rows.stream().map(row -> cells(row, money)).toList());
        }

        private static List<Cell> cells(List<String> texts, Set<Integer> money) {
            List<Cell> cells = new ArrayList<>();
            for (String text : texts) {
                cells.add(new Cell(text, money.contains(cells.size())));
            }
            return cells;
        }
    }

    /** One cell; amounts stand under one another, cent under cent. */
    public record Cell(String text, boolean money) {}

    /** Where a school's share is charged. */
    public record Charge(String schoolName, String chart) {}

    /**
     * What the document says beyond the contract itself.
     *
     * @param route how it was bought, with the reasons
     * @param specification the written description that offers were asked on
     * @param award why this offer won
     * @param charges the budget line of each school
     * @param papersDueOn null if no day is set
     */
    public record Beside(
            String fundName,
            String route,
            String specification,
            String award,
            Map<SchoolCode, Charge> charges,
            @Nullable LocalDate papersDueOn) {
        public Beside {
            charges = Map.copyOf(charges);
        }
    }

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("MMMM d, uuuu", Locale.US);

    /**
     * Draws it up.
     *
     * @param sight a school reads its own shares
     * @param zone the district's
     */
    public static ContractDocument of(Contract contract, Beside beside, Sight sight, ZoneId zone) {
        var terms = contract.terms();
        Executed executed = contract.execution();
        List<Part> parts = new ArrayList<>();
        parts.add(request(contract, beside));
        parts.add(new Part(
                "Specification", List.of(), List.of(beside.specification(), "Award: " + beside.award()), List.of()));
        parts.add(terms(contract, beside, sight));
        parts.add(signatures(
                "Approvals and signatures",
                Arrays.stream(Step.values()).filter(terms::demands).toList(),
                contract.signatures(),
                zone));
        if (executed != null) {
            executed.amendments().forEach(one -> parts.addAll(amendment(one, contract, sight, zone)));
        }
        return new ContractDocument(
                "Contract %s".formatted(executed == null ? terms.id() : executed.purchaseOrder()),
                Contract.word(contract),
                says(contract),
                parts,
                "Contract %s of process %s. Shares of other schools are shown to the offices and to the partner."
                        .formatted(terms.id(), terms.process()),
                contract.signatures().stream()
                        .map(Signature::digest)
                        .filter(Objects::nonNull)
                        .findFirst()
                        .orElseGet(terms::digest),
                changedAt(contract));
    }

    private static Part request(Contract contract, Beside beside) {
        var terms = contract.terms();
        Executed executed = contract.execution();
        return new Part(
                "Contract request form",
                List.of(
                        new Fact(
                                "Fund",
                                "%s, fiscal year %d"
                                        .formatted(
                                                beside.fundName(), terms.year().endYear())),
                        new Fact("Vendor", terms.program().partnerName()),
                        new Fact(
                                "Program",
                                "%s (%s)"
                                        .formatted(
                                                terms.program().name(),
                                                terms.program().serviceArea())),
                        new Fact("Bought by", beside.route()),
                        new Fact("Amount of this fiscal year", terms.amount().toString()),
                        new Fact("Value with all years", terms.value().toString()),
                        new Fact("Requisition", executed == null ? "not issued yet" : executed.requisition()),
                        new Fact("Purchase order", executed == null ? "not issued yet" : executed.purchaseOrder()),
                        new Fact(
                                "Papers due",
                                beside.papersDueOn() == null
                                        ? "no day is set for this value"
                                        : DAY.format(beside.papersDueOn()))),
                List.of(),
                List.of());
    }

    private static Part terms(Contract contract, Beside beside, Sight sight) {
        var terms = contract.terms();
        List<List<String>> rows = terms.shares().stream()
                .filter(share -> sight.covers(contract.partner(), share.school()))
                .map(share -> {
                    var charge = beside.charges().getOrDefault(share.school(), new Charge("", ""));
                    return List.of(
                            "%s %s"
                                    .formatted(charge.schoolName(), share.school())
                                    .strip(),
                            charge.chart(),
                            share.amount().toString());
                })
                .toList();
        return new Part(
                "Terms",
                List.of(
                        new Fact("First day of service", DAY.format(terms.startsOn())),
                        new Fact("Last day of service", DAY.format(terms.endsOn()))),
                List.of(
                        "Only the amount of this fiscal year is owed; years after it are options of the district, subject to appropriation.",
                        "An invoice names the school, the days of service and the amount; it is paid after the school has verified the service.",
                        "Work before this contract was executed is not paid where the law asks for a written contract (M.G.L. c.30B s.17).",
                        "Nothing of it changes but by an amendment that both sides sign: more by at most what the law allows, never at a higher unit price (c.30B s.13)."),
                List.of(Table.of("What each school buys", List.of("School", "Charged to", "Amount"), Set.of(2), rows)));
    }

    private static Part signatures(String heading, List<Step> demanded, List<Signature> done, ZoneId zone) {
        return new Part(
                heading,
                List.of(),
                List.of(),
                List.of(Table.of(
                        "In this order",
                        List.of("Step", "Taken on", "Attested"),
                        Set.of(),
                        demanded.stream()
                                .map(step -> {
                                    var signature = done.stream()
                                            .filter(one -> one.step() == step)
                                            .findFirst();
                                    return List.of(
                                            step.word(),
                                            signature
                                                    .map(one ->
                                                            DAY.format(one.at().atZone(zone)))
                                                    .orElse("open"),
                                            signature
                                                    .map(one -> Objects.requireNonNullElse(one.note(), ""))
                                                    .orElse(""));
                                })
                                .toList())));
    }

    private static List<Part> amendment(Amendment amendment, Contract contract, Sight sight, ZoneId zone) {
        var wish = amendment.wish();
        List<Fact> facts = new ArrayList<>(List.of(
                new Fact("State", Amendment.word(amendment)),
                new Fact("Need", wish.need()),
                new Fact("Amount", "%s, before %s".formatted(wish.after(), wish.before())),
                new Fact(
                        "Last day", "%s, before %s".formatted(DAY.format(wish.endsOn()), DAY.format(wish.endedOn())))));
        UnitPrice price = wish.unitPrice();
        if (price != null) {
            facts.add(new Fact(
                    "Price of %s".formatted(price.unit()), "%s, before %s".formatted(price.after(), price.before())));
        }
        facts.add(new Fact("SHA-256", wish.digest()));
        var shares = Table.of(
                "Changed shares",
                List.of("School", "Before", "After"),
                Set.of(1, 2),
                wish.shares().stream()
                        .filter(change -> sight.covers(contract.partner(), change.school()))
                        .map(change -> List.of(
                                change.school().value(),
                                change.before().toString(),
                                change.after().toString()))
                        .toList());
        return List.of(
                new Part("Amendment %d".formatted(wish.number()), facts, List.of(), List.of(shares)),
                signatures(
                        "Signatures of amendment %d".formatted(wish.number()),
                        Arrays.stream(Step.values())
                                .filter(wish.steps()::contains)
                                .toList(),
                        amendment.signatures(),
                        zone));
    }

    private static String says(Contract contract) {
        return switch (contract) {
            case Draft _ -> "It binds nobody yet.";
            case Abandoned(var _, var turn) -> "Given up on %s: %s".formatted(DAY.format(turn.on()), turn.reason());
            case Executed executed -> "It binds since %s.".formatted(DAY.format(executed.executedOn()));
            case Suspended(var _, var turn) ->
                "Services rest since %s: %s".formatted(DAY.format(turn.on()), turn.reason());
            case Completed(var _, var turn, var _) ->
                "Completed on %s: %s".formatted(DAY.format(turn.on()), turn.reason());
            case Terminated(var _, var turn, var _) ->
                "Terminated on %s: %s".formatted(DAY.format(turn.on()), turn.reason());
        };
    }

    private static Instant changedAt(Contract contract) {
        Executed executed = contract.execution();
        Stream<Instant> own = Stream.concat(
                Stream.of(contract.terms().draftedAt()),
                contract.signatures().stream().map(Signature::at));
        Stream<Instant> later = executed == null
                ? Stream.empty()
                : Stream.concat(
                        Stream.of(executed.executedAt()),
                        executed.amendments().stream()
                                .flatMap(one -> Stream.concat(
                                        Stream.of(one.wish().at()),
                                        one.signatures().stream().map(Signature::at))));
        Stream<Instant> turns = switch (contract) {
            case Draft _, Executed _ -> Stream.empty();
            case Abandoned(var _, var turn) -> Stream.of(turn.at());
            case Suspended(var _, var turn) -> Stream.of(turn.at());
            case Completed(var _, var turn, var _) -> Stream.of(turn.at());
            case Terminated(var _, var turn, var _) -> Stream.of(turn.at());
        };
        return Stream.of(own, later, turns)
                .flatMap(times -> times)
                .collect(Collectors.maxBy(Instant::compareTo))
                .orElseThrow();
    }
}
