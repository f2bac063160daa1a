package org.partnershipfund.local.token;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.partnershipfund.local.place.Place;
import org.partnershipfund.local.place.SettingException;

/**
 * Everybody this machine can give a token: one invented person per role, whose name is the role; the people of the
 * sample district; three other systems. Keycloak's realm and the locally signed tokens are made from this one list.
 */
public final class People {

    /** The roles of design §7, but for {@code system}, which no person has. */
    public static final List<String> ROLES = List.of(
            "budget-office",
            "partnerships-team",
            "school-leader",
            "council-member",
            "instructional-superintendent",
            "procurement-officer",
            "district-superintendent",
            "cfo",
            "deputy-cfo",
            "mayor",
            "city-auditor",
            "records-auditor",
            "operator",
            "partner");

    /** Other systems of the district that read events. */
    static final List<String> SYSTEMS = List.of(Person.SYSTEM, "finance-system", "student-information-system");

    private static final CSVFormat FORMAT = CSVFormat.RFC4180
            .builder()
            .setHeader()
            .setSkipHeaderRecord(true)
            .setTrim(true)
            .get();

    private final Map<String, Person> byUsername;

    private People(Map<String, Person> byUsername) {
        this.byUsername = Collections.unmodifiableMap(byUsername);
    }

    /** The people of a place; without a {@code people.csv} only those who stand for roles. */
    public static People of(Place place) {
        return read(place.people());
    }

    static People read(Path csv) {
        var people = new LinkedHashMap<String, Person>();
        ROLES.forEach(role -> people.put(role, standingFor(role, role)));
        SYSTEMS.forEach(system -> people.put(system, standingFor(system, Person.SYSTEM)));
        if (Files.exists(csv)) {
            try (var parser = FORMAT.parse(Files.newBufferedReader(csv))) {
                for (var row : parser) {
                    var person = person(row, csv);
                    // A row may give a role's own person a name; it stays the same person.
                    var known = people.put(person.username(), person);
                    if (known != null && !known.subject().equals(person.subject())) {
                        throw new SettingException("%s, line %d: the username \"%s\" belongs to the subject %s"
                                .formatted(csv, row.getRecordNumber() + 1, person.username(), known.subject()));
                    }
                }
            } catch (IOException | IllegalArgumentException e) {
                throw new UncheckedIOException("cannot read " + csv, new IOException(e));
            }
        }
        return new People(people);
    }

    /** The person with this username. */
    public Optional<Person> named(String username) {
        return Optional.ofNullable(byUsername.get(username));
    }

    /** Everybody, systems too. */
    public Collection<Person> all() {
        return byUsername.values();
    }

    /** Those who come with a password. */
    public Stream<Person> humans() {
        return all().stream().filter(person -> !person.isSystem());
    }

    /** Those who come with a secret. */
    public Stream<Person> systems() {
        return all().stream().filter(Person::isSystem);
    }

    /** The subject of somebody who is known only by a name or by roles: stable. */
    static String subjectOf(List<String> words) {
        return UUID.nameUUIDFromBytes(String.join(",", words).getBytes(StandardCharsets.UTF_8))
                .toString();
    }

    private static Person standingFor(String username, String role) {
        return new Person(username, subjectOf(List.of(username)), "Invented " + spoken(username), List.of(role), "");
    }

    private static Person person(CSVRecord row, Path csv) {
        var person = new Person(
                row.get("username"),
                row.get("subject"),
                row.get("name"),
                Stream.of(row.get("roles").split(";", -1)).map(String::strip).toList(),
                row.get("works_for"));
        for (var role : person.roles()) {
            // A system is a client with a secret; it cannot stand in a list of people.
            if (!ROLES.contains(role)) {
                throw new SettingException("%s, line %d: there is no role \"%s\" for a person"
                        .formatted(csv, row.getRecordNumber() + 1, role));
            }
        }
        return person;
    }

    /** Such as {@code Budget Office}. */
    private static String spoken(String word) {
        var spoken = new StringBuilder();
        for (var part : word.split("-", -1)) {
            spoken.append(spoken.isEmpty() ? "" : " ")
                    .append(Character.toUpperCase(part.charAt(0)))
                    .append(part.substring(1));
        }
        return spoken.toString();
    }
}
