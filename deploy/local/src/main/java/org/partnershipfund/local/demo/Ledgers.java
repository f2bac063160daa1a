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

/** What two services say about the same money, side by side. */
final class Ledgers {

    private static final int NAME = 36;

    private Ledgers() {}

    /** A row per school: what it is allocated and what its budget line holds; then the schools that receive nothing. */
    static void table(Narrator narrator, List<JsonNode> allocations, List<JsonNode> lines) {
        Map<String, JsonNode> lineOf = lines.stream().collect(toMap(Ledgers::school, line -> line));
        List<JsonNode> byRank = allocations.stream()
                .sorted(comparingInt(allocation -> allocation.path("rank").asInt()))
                .toList();
        narrator.line("");
        narrator.line(
                "rank  code      school                                index     pupils      allocated  budget line                      holds");
        for (JsonNode allocation : byRank) {
            JsonNode line = lineOf.get(school(allocation));
            if (line != null) {
                narrator.line(row(allocation) + budgetLine(line));
            }
        }
        List<JsonNode> without =
                byRank.stream().filter(a -> !lineOf.containsKey(school(a))).toList();
        narrator.line("");
        narrator.line(without.size() + " schools receive nothing, and each can read why:");
        for (JsonNode allocation : without) {
            narrator.line(row(allocation));
        }
    }

    /** Whether pool, allocations and budget lines agree: in all and school by school, to the cent. */
    static boolean proof(
            Narrator narrator, Money pool, List<JsonNode> allocations, List<JsonNode> lines, JsonNode trialBalance) {
        Map<String, Money> allocated = new TreeMap<>();
        allocations.stream()
                .filter(allocation -> amount(allocation).isPositive())
                .forEach(allocation -> allocated.put(school(allocation), amount(allocation)));
        Map<String, Money> held = new TreeMap<>();
        lines.forEach(line -> held.put(school(line), appropriated(line)));

        List<Boolean> checks = new ArrayList<>();
        checks.add(check(narrator, "the pool of the fund", Dollars.words(pool), true));
        checks.add(check(
                narrator,
                "%d allocations (GET /allocations, anybody)".formatted(allocated.size()),
                Dollars.words(Dollars.sum(allocated.values())),
                Dollars.sum(allocated.values()).equals(pool)));
        checks.add(check(
                narrator,
                "%d budget lines, appropriated (GET /budget-lines)".formatted(held.size()),
                Dollars.words(Dollars.sum(held.values())),
                Dollars.sum(held.values()).equals(pool)));
        checks.add(check(
                narrator,
                "school by school",
                allocated.equals(held) ? "equal to the cent" : "different: " + differences(allocated, held),
                allocated.equals(held)));
        boolean balances = trialBalance.path("balances").asBoolean();
        checks.add(check(
                narrator,
                "trial balance of %d transfers"
                        .formatted(trialBalance.path("transfers").asInt()),
                balances ? "debits equal credits" : "does not balance",
                balances));
        return checks.stream().allMatch(Boolean::booleanValue);
    }

    private static boolean check(Narrator narrator, String what, String found, boolean agrees) {
        narrator.line(String.format(Locale.ROOT, "  %-50s %22s  %s", what, found, agrees ? "ok" : "WRONG"));
        return agrees;
    }

    private static String row(JsonNode allocation) {
        return String.format(
                Locale.ROOT,
                "%4d  %s  %-36s  %-8s  %6d  %13s",
                allocation.path("rank").asInt(),
                school(allocation),
                shortened(allocation.path("schoolName").asText()),
                allocation.path("index").asText(),
                allocation.path("pupils").asInt(),
                Dollars.words(amount(allocation)));
    }

    private static String budgetLine(JsonNode line) {
        JsonNode chart = line.path("chart");
        return String.format(
                Locale.ROOT,
                "  %s-%s-%s-%s-%s  %13s",
                chart.path("account").asText(),
                chart.path("fund").asText(),
                chart.path("responsibilityCentre").asText(),
                chart.path("program").asText(),
                chart.path("subclass").asText(),
                Dollars.words(planned(line).plus(appropriated(line))));
    }

    private static List<String> differences(Map<String, Money> allocated, Map<String, Money> held) {
        return allocated.entrySet().stream()
                .filter(school -> !school.getValue().equals(held.get(school.getKey())))
                .map(Map.Entry::getKey)
                .toList();
    }

    private static String school(JsonNode node) {
        return node.path("schoolCode").asText();
    }

    private static Money amount(JsonNode allocation) {
        return Dollars.of(allocation.path("amount"));
    }

    private static Money planned(JsonNode line) {
        return Dollars.of(line.path("balance").path("planned"));
    }

    private static Money appropriated(JsonNode line) {
        return Dollars.of(line.path("balance").path("appropriated"));
    }

    private static String shortened(String name) {
        return name.length() <= NAME ? name : name.substring(0, NAME - 1) + "~";
    }
}
