package org.partnershipfund.local.access;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.partnershipfund.local.client.SuiteClient;
import org.partnershipfund.local.place.Door;
import org.partnershipfund.local.place.Place;

/** Who is who in the sample district: whose school, whose partner. */
final class Population {

    private static final CSVFormat FORMAT =
            CSVFormat.RFC4180.builder().setHeader().setSkipHeaderRecord(true).get();

    private final Map<String, String> subjects = new HashMap<>();
    private final Map<String, String> superintendents = new HashMap<>();
    private final Map<String, String> partnerPeople = new HashMap<>();

    Population(Place place, SuiteClient anybody) {
        for (CSVRecord person : rows(place.people())) {
            subjects.put(person.get("username"), person.get("subject"));
        }
        for (CSVRecord school : rows(place.deploy("sample").resolve("networks.csv"))) {
            superintendents.put(school.get("school_code"), school.get("supervisor"));
        }
        Map<String, String> words = new HashMap<>();
        for (CSVRecord partner : rows(place.deploy("sample").resolve("partners.csv"))) {
            words.put(partner.get("partner_name"), partner.get("partner"));
        }
        for (JsonNode partner : anybody.get(Door.PORTFOLIO, "/partners?limit=100")
                .expecting(200)
                .json()
                .path("items")) {
            String word = words.get(partner.path("name").asText());
            if (word != null && subjects.containsKey("partner-" + word)) {
                partnerPeople.put(partner.path("id").asText(), "partner-" + word);
            }
        }
    }

    /** The schools whose principal and co-chair are known by name. */
    List<String> schools() {
        return superintendents.keySet().stream()
                .filter(school -> subjects.containsKey("principal-" + school))
                .filter(school -> subjects.containsKey("cochair-" + school))
                .sorted()
                .toList();
    }

    Set<String> partners() {
        return partnerPeople.keySet();
    }

    /** Whether somebody is known for each of those whose the thing is. */
    boolean knowsWhose(Thing thing) {
        return thing.schools().stream().allMatch(schools()::contains)
                && thing.partner().stream().allMatch(partnerPeople::containsKey);
    }

    /** Whether no school, superintendent or partner has to do with both. */
    boolean areStrangers(Thing one, Thing other) {
        Set<String> schools = new HashSet<>(one.schools());
        schools.retainAll(other.schools());
        Set<String> networks =
                new HashSet<>(one.schools().stream().map(superintendents::get).toList());
        networks.retainAll(other.schools().stream().map(superintendents::get).toList());
        return schools.isEmpty()
                && networks.isEmpty()
                && !(one.partner().isPresent() && one.partner().equals(other.partner()));
    }

    /**
     * The subject of somebody who has the column's role, at the thing's school or partner where that matters.
     *
     * @param thing whose people are asked for
     */
    String subject(String column, Thing thing) {
        String school =
                thing.schools().stream().findFirst().orElseGet(() -> schools().getFirst());
        String role = Roles.role(column);
        return switch (role) {
            case "school-leader" -> subjectOf("principal-" + school);
            case "council-member" -> subjectOf("cochair-" + school);
            case "instructional-superintendent" -> subjectOf(superintendents.getOrDefault(school, "superintendent-1"));
            case "partner" ->
                subjectOf(thing.partner()
                        .map(partnerPeople::get)
                        .orElseGet(() -> partnerPeople.values().stream()
                                .sorted()
                                .findFirst()
                                .orElseThrow()));
            case "system" -> "another-system";
            default -> subjectOf(role + "-1");
        };
    }

    private String subjectOf(String username) {
        return Optional.ofNullable(subjects.get(username))
                .orElseThrow(() -> new IllegalStateException("nobody is called " + username));
    }

    private static List<CSVRecord> rows(Path csv) {
        try (var parser = FORMAT.parse(Files.newBufferedReader(csv))) {
            return parser.getRecords();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + csv, e);
        }
    }
}
