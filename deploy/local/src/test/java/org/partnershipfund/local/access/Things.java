package org.partnershipfund.local.access;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.partnershipfund.local.place.Service;

/** Finds, in a suite that has lived through a year, things that a door's path could name. */
final class Things {

    /** Lists that do not lie one step above the things in them. */
    private static final Map<String, String> LISTS = Map.of(
            "allocation /scenarios", "/funds/{fundId}/scenarios",
            "approval /meetings", "/councils/{schoolCode}/meetings",
            "portfolio /webhooks", "/partners/{partnerId}/webhooks",
            "portfolio /evidence", "/evidence?applicationId={applicationId}",
            "procurement /tenders/{id}/proposals", "/tenders/{id}/receipts");

    /** What is no thing but a word. */
    private static final Map<String, String> WORDS =
            Map.of("fiscalYear", "2019", "by", "school", "step", "superintendent", "line", "1");

    /** What nobody has. */
    private static final Map<String, String> NOBODYS = Map.of(
            "schoolCode", "00999999",
            "fiscalYear", "2099",
            "by", "weather",
            // Any other word is refused as no step, before anybody asks for the selection.
            "step", "superintendent",
            "line", "9999",
            "number", "9999",
            "version", "9999",
            "ocid", "ocds-213czf-00000000-0000-7000-8000-000000000000");

    private static final String UNKNOWN_ID = "00000000-0000-7000-8000-000000000000";
    private static final int ENOUGH = 200;

    private final Visitor visitor;
    private final Population population;
    private final Map<String, List<JsonNode>> read = new HashMap<>();

    Things(Visitor visitor, Population population) {
        this.visitor = visitor;
        this.population = population;
    }

    /** What the path could name and is not there. */
    static Thing unknown(ApiDoor door) {
        Thing thing = Thing.NONE;
        for (String parameter : parameters(door.path())) {
            thing = thing.with(parameter, NOBODYS.getOrDefault(parameter, UNKNOWN_ID), Set.of(), Optional.empty());
        }
        return thing;
    }

    /** Something that is there, whose people are known; the same for all doors of one kind of thing. */
    synchronized Optional<Thing> own(ApiDoor door) {
        return all(door).filter(population::knowsWhose).findFirst();
    }

    /** Something of the same kind that has nothing to do with those whose the first is. */
    synchronized Optional<Thing> other(ApiDoor door, Thing own) {
        return own.isTheDistricts()
                ? Optional.empty()
                : all(door)
                        .filter(population::knowsWhose)
                        .filter(thing -> population.areStrangers(own, thing))
                        .findFirst();
    }

    private Stream<Thing> all(ApiDoor door) {
        // A letter that waits just now is there in one run and gone in the next.
        if (door.path().startsWith("/dead-letters")) {
            return Stream.empty();
        }
        Stream<Thing> things = Stream.of(Thing.NONE);
        String path = door.path();
        for (int open = path.indexOf('{'); open >= 0; open = path.indexOf('{', open + 1)) {
            String above = path.substring(0, open - 1);
            String parameter = path.substring(open + 1, path.indexOf('}', open));
            things = things.flatMap(thing -> under(door.service(), above, parameter, thing));
        }
        return things.limit(ENOUGH);
    }

    private Stream<Thing> under(Service service, String above, String parameter, Thing thing) {
        if (WORDS.containsKey(parameter)) {
            return Stream.of(thing.with(parameter, WORDS.getOrDefault(parameter, ""), Set.of(), Optional.empty()));
        }
        return switch (parameter) {
            case "schoolCode" ->
                (thing.schools().isEmpty() ? population.schools() : List.copyOf(thing.schools()))
                        .stream().map(school -> thing.with(parameter, school, Set.of(school), Optional.empty()));
            case "fundId" ->
                items(Service.ALLOCATION, "/funds", thing).stream()
                        .map(fund -> thing.with(parameter, fund.path("id").asText(), Set.of(), Optional.empty()));
            default -> listed(service, above, parameter, thing);
        };
    }

    private Stream<Thing> listed(Service service, String above, String parameter, Thing thing) {
        String list = LISTS.getOrDefault(service.word() + " " + above, above);
        Stream<Thing> parents = parameters(list).stream()
                .filter(needed -> !thing.values().containsKey(needed))
                .findFirst()
                .map(needed -> switch (needed) {
                    case "partnerId" ->
                        population.partners().stream()
                                .sorted()
                                .map(partner -> thing.with(needed, partner, Set.of(), Optional.of(partner)));
                    case "applicationId" ->
                        items(service, "/applications", thing).stream()
                                .map(application -> thing.with(
                                        needed,
                                        application.path("id").asText(),
                                        Set.of(),
                                        Optional.of(
                                                application.path("partnerId").asText())));
                    default -> under(service, "", needed, thing);
                })
                .orElseGet(() -> Stream.of(thing));
        return parents.flatMap(parent -> items(service, parent.in(list), parent).stream()
                .map(item -> {
                    String value = value(item, parameter);
                    return parent.with(
                            parameter,
                            value,
                            schools(item),
                            above.equals("/partners") ? Optional.of(value) : partner(item));
                }));
    }

    private List<JsonNode> items(Service service, String path, Thing of) {
        return read.computeIfAbsent(service + " " + path, _ -> visitor.list(service, path, of));
    }

    private static String value(JsonNode item, String parameter) {
        for (String name : List.of(parameter, "id", "ocid", "number", "position", "version", "bidId")) {
            if (item.hasNonNull(name)) {
                return item.path(name).asText();
            }
        }
        // Such as determinationId, where the list is of something else.
        return item.properties().stream()
                .filter(field -> field.getKey().endsWith("Id"))
                .map(field -> field.getValue().asText())
                .findFirst()
                .orElseThrow(() ->
                        new IllegalStateException("nothing in it that a path names as " + parameter + ": " + item));
    }

    private static Set<String> schools(JsonNode item) {
        Set<String> schools = new HashSet<>();
        for (String name : List.of("schoolCode", "school")) {
            if (item.path(name).isTextual()) {
                schools.add(item.path(name).asText());
            }
        }
        if (item.path("school").path("code").isTextual()) {
            schools.add(item.path("school").path("code").asText());
        }
        item.path("schoolCodes").forEach(school -> schools.add(school.asText()));
        for (String name : List.of("shares", "schools", "lines")) {
            for (JsonNode part : item.path(name)) {
                if (part.path("schoolCode").isTextual()) {
                    schools.add(part.path("schoolCode").asText());
                }
            }
        }
        return schools;
    }

    private static Optional<String> partner(JsonNode item) {
        return Stream.of(item.path("partnerId"), item.path("partner").path("id"))
                .filter(JsonNode::isTextual)
                .map(JsonNode::asText)
                .findFirst();
    }

    private static List<String> parameters(String path) {
        List<String> names = new ArrayList<>();
        for (int open = path.indexOf('{'); open >= 0; open = path.indexOf('{', open + 1)) {
            names.add(path.substring(open + 1, path.indexOf('}', open)));
        }
        return names;
    }
}
