package org.partnershipfund.local.demo;

import static java.util.Comparator.comparingInt;
import static java.util.stream.Collectors.toMap;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.partnershipfund.kernel.Money;

/** What the services say about the same money, side by side. */
final class Ledgers {

    private static final int NAME = 30;
    private static final List<String> ACCOUNTS =
            List.of("planned", "appropriated", "reserved", "encumbered", "expended", "available");

    private Ledgers() {}

    /**
     * What the doors answer at the end of the year.
     *
     * @param fund with its pool and what was adopted of it
     * @param scenario the published one, with what it shares out: the pool without its reserve
     * @param allocations of all schools, as they stand after revisions
     * @param lines every budget line of the fund
     * @param contracts every contract of the fund
     * @param invoices every invoice
     */
    record Evidence(
            JsonNode fund,
            JsonNode scenario,
            List<JsonNode> allocations,
            List<JsonNode> lines,
            JsonNode trialBalance,
            List<JsonNode> contracts,
            List<JsonNode> invoices) {

        Evidence {
            allocations = List.copyOf(allocations);
            lines = List.copyOf(lines);
            contracts = List.copyOf(contracts);
            invoices = List.copyOf(invoices);
        }
    }

    /** A row per school with every account of its budget line, greatest need first; then the sums. */
    static void table(Narrator narrator, List<JsonNode> allocations, List<JsonNode> lines) {
        Map<String, JsonNode> lineOf = lines.stream().collect(toMap(Ledgers::school, line -> line));
        narrator.line("");
        narrator.line(row("rank", "code", "school", ACCOUNTS));
        allocations.stream()
                .sorted(comparingInt(allocation -> allocation.path("rank").asInt()))
                .filter(allocation -> lineOf.containsKey(school(allocation)))
                .forEach(allocation -> narrator.line(row(
                        allocation.path("rank").asText(),
                        school(allocation),
                        shortened(allocation.path("schoolName").asText()),
                        amounts(List.of(requireLine(lineOf, school(allocation)))))));
        narrator.line(row("", "", "all together", amounts(lines)));
        narrator.line("%d schools receive nothing, and each can read why (GET /allocations?funded=false)."
                .formatted(allocations.size() - lines.size()));
    }

    private static JsonNode requireLine(Map<String, JsonNode> lines, String school) {
        JsonNode line = lines.get(school);
        if (line == null) {
            throw new IllegalArgumentException("no line of " + school);
        }
        return line;
    }

    private static List<String> amounts(List<JsonNode> lines) {
        return ACCOUNTS.stream()
                .map(account -> Dollars.words(Dollars.sum(
                        lines.stream().map(line -> held(line, account)).toList())))
                .toList();
    }

    private static String row(String rank, String code, String school, List<String> cells) {
        var row = new StringBuilder(String.format(Locale.ROOT, "%4s  %-8s  %-" + NAME + "s", rank, code, school));
        cells.forEach(cell -> row.append(String.format(Locale.ROOT, "  %13s", cell)));
        return row.toString();
    }

    /** Whether pool, allocations, budget lines, contracts and invoices agree: in all and school by school, to the cent. */
    static boolean proof(Narrator narrator, Evidence evidence) {
        Money pool = Dollars.of(evidence.fund().path("pool"));
        Money reserve = Dollars.of(evidence.scenario().path("rules").path("reserve"));
        Money sharedOut = Dollars.of(evidence.scenario().path("sharedOut"));
        Map<String, Money> allocated = new TreeMap<>();
        evidence.allocations().stream()
                .filter(allocation -> amount(allocation).isPositive())
                .forEach(allocation -> allocated.put(school(allocation), amount(allocation)));
        Map<String, Money> appropriated = account(evidence.lines(), "appropriated");
        Map<String, Money> contracted = held(evidence.contracts());
        Map<String, Money> invoiced = parts(evidence.invoices(), "lines");
        Map<String, Money> bound = new TreeMap<>(account(evidence.lines(), "encumbered"));
        account(evidence.lines(), "expended").forEach((school, paid) -> bound.merge(school, paid, Money::plus));

        List<Boolean> checks = new ArrayList<>();
        Money adopted = Dollars.of(evidence.fund().path("appropriation").path("adopted"));
        checks.add(check(
                narrator,
                "pool of the fund, less the reserve (GET /funds/{id})",
                "%s - %s".formatted(Dollars.words(pool), Dollars.words(reserve)),
                pool.minus(reserve).equals(sharedOut)));
        checks.add(check(
                narrator,
                "shared out (GET /scenarios/{id}), adopted whole",
                Dollars.words(sharedOut),
                adopted.equals(sharedOut)));
        checks.add(sum(
                narrator,
                "%d allocations (GET /allocations, anybody)".formatted(allocated.size()),
                allocated,
                sharedOut));
        checks.add(sum(
                narrator,
                "%d budget lines, appropriated (GET /budget-lines)".formatted(appropriated.size()),
                appropriated,
                sharedOut));
        checks.add(bySchool(narrator, "allocations and lines, school by school", allocated, appropriated));
        checks.add(sum(
                narrator,
                "%d contracts (GET /contracts)".formatted(evidence.contracts().size()),
                contracted,
                Dollars.sum(bound.values())));
        checks.add(bySchool(narrator, "contracts and encumbered + expended, by school", contracted, positive(bound)));
        checks.add(sum(
                narrator,
                "%d paid invoices (GET /invoices)".formatted(evidence.invoices().size()),
                invoiced,
                Dollars.sum(account(evidence.lines(), "expended").values())));
        checks.add(bySchool(
                narrator,
                "invoices and expended, by school",
                invoiced,
                positive(account(evidence.lines(), "expended"))));
        boolean balances = evidence.trialBalance().path("balances").asBoolean();
        checks.add(check(
                narrator,
                "trial balance of %d transfers"
                        .formatted(evidence.trialBalance().path("transfers").asInt()),
                balances ? "debits equal credits" : "does not balance",
                balances));
        boolean papers = evidence.trialBalance().path("papersAgree").asBoolean();
        checks.add(check(
                narrator,
                "ledger beside selections, contracts and invoices",
                papers ? "papers agree" : "papers disagree",
                papers));
        return checks.stream().allMatch(Boolean::booleanValue);
    }

    /** Whether allocation-service counts the same contracts and payments as procurement-service, school by school. */
    static boolean utilisation(Narrator narrator, Evidence evidence, List<JsonNode> utilisation) {
        boolean contracted = bySchool(
                narrator,
                "contracts and utilisation (GET /funds/{id}/utilisation)",
                held(evidence.contracts()),
                positive(amounts(utilisation, "contracted")));
        boolean paid = bySchool(
                narrator,
                "invoices and utilisation, by school",
                parts(evidence.invoices(), "lines"),
                positive(amounts(utilisation, "paid")));
        return contracted && paid;
    }

    private static Map<String, Money> amounts(List<JsonNode> items, String field) {
        Map<String, Money> amounts = new TreeMap<>();
        items.forEach(item -> amounts.put(school(item), Dollars.of(item.path(field))));
        return amounts;
    }

    private static boolean sum(Narrator narrator, String what, Map<String, Money> amounts, Money wanted) {
        Money sum = Dollars.sum(amounts.values());
        return check(narrator, what, Dollars.words(sum), sum.equals(wanted));
    }

    private static boolean bySchool(
            Narrator narrator, String what, Map<String, Money> wanted, Map<String, Money> found) {
        return check(
                narrator,
                what,
                wanted.equals(found) ? "equal to the cent" : "different: " + differences(wanted, found),
                wanted.equals(found));
    }

    /** One line of a proof. */
    static boolean check(Narrator narrator, String what, String found, boolean agrees) {
        narrator.line(String.format(Locale.ROOT, "  %-54s %22s  %s", what, found, agrees ? "ok" : "WRONG"));
        return agrees;
    }

    private static List<String> differences(Map<String, Money> wanted, Map<String, Money> found) {
        Map<String, Money> all = new TreeMap<>(found);
        all.putAll(wanted);
        return all.keySet().stream()
                .filter(school ->
                        !wanted.getOrDefault(school, Money.ZERO).equals(found.getOrDefault(school, Money.ZERO)))
                .toList();
    }

    private static Map<String, Money> account(List<JsonNode> lines, String account) {
        Map<String, Money> held = new TreeMap<>();
        lines.forEach(line -> held.put(school(line), held(line, account)));
        return held;
    }

    /** What contracts stand for, by school: their shares, less what went back when one ended. */
    private static Map<String, Money> held(List<JsonNode> contracts) {
        Map<String, Money> sums = parts(contracts, "shares");
        contracts.forEach(contract -> contract.path("ended")
                .path("released")
                .forEach((JsonNode part) -> sums.merge(school(part), amount(part), Money::minus)));
        return positive(sums);
    }

    private static Map<String, Money> parts(List<JsonNode> wholes, String parts) {
        Map<String, Money> sums = new TreeMap<>();
        wholes.forEach(whole ->
                whole.path(parts).forEach((JsonNode part) -> sums.merge(school(part), amount(part), Money::plus)));
        return sums;
    }

    private static Map<String, Money> positive(Map<String, Money> amounts) {
        Map<String, Money> positive = new TreeMap<>(amounts);
        positive.values().removeIf(amount -> !amount.isPositive());
        return positive;
    }

    private static String school(JsonNode node) {
        return node.path("schoolCode").asText();
    }

    private static Money amount(JsonNode node) {
        return Dollars.of(node.path("amount"));
    }

    private static Money held(JsonNode line, String account) {
        return Dollars.of(line.path("balance").path(account));
    }

    private static String shortened(String name) {
        return name.length() <= NAME ? name : name.substring(0, NAME - 1) + "~";
    }
}
