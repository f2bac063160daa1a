package org.partnershipfund.local.sample;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.partnershipfund.local.sample.Table.Row;

/**
 * Makes up which program was at which school in school year 2017-18: 28 per school on average over all real schools,
 * which is the district's own figure and the only one in it that is not invented.
 */
final class Catalogue {

    /** The letter's average. */
    static final int PER_SCHOOL = 28;

    private static final int FARTHEST_FROM_AVERAGE = 16;
    private static final List<String> DAYS = List.of("monday", "tuesday", "wednesday", "thursday", "friday");

    /** Area, sub-term, the program's last word, what it does; three of them for each organisation. */
    private static final String TABLE = """
            academic                   | literacy              | Readers    | Reading in pairs
            academic                   | stem-mathematics      | Numbers    | Mathematics circles
            academic                   | stem-technology       | Coders     | Computer science after class
            academic                   | english-learners      | Bridges    | Language for newcomers
            college-and-career         | college-access        | Applicants | Visits and applications
            college-and-career         | workforce-development | Apprentices | Days at work
            health-and-wellness        | social-emotional      | Circles    | Social-emotional learning in small groups
            health-and-wellness        | physical-health       | Movers     | Movement before school
            parents-and-family         | family-engagement     | Evenings   | Evenings for families
            resource-and-capacity      | volunteers            | Helpers    | Trained volunteers
            afterschool-and-recreation | arts                  | Studio     | Studio afternoons
            afterschool-and-recreation | sports                | Teams      | Teams and coaches
            afterschool-and-recreation | enrichment            | Explorers  | Trips and projects
            """;

    private static final List<List<String>> KINDS = TABLE.lines()
            .map(line -> Arrays.stream(line.split("\\|", -1)).map(String::strip).toList())
            .toList();

    /** Organisations run three more programs each, for the grades of the one they have. */
    private static final int MORE_EACH = 3;

    private final Table schools;
    private final List<Offer> more;
    private final List<Offer> all;
    private final Random random;

    private record Offer(Program by, String name, List<String> kind) {}

    Catalogue(int seed, Table schools, List<Program> programs) {
        this.schools = schools;
        this.random = new Random(seed + 1L);
        this.more = programs.stream().flatMap(this::more).toList();
        this.all = Stream.concat(programs.stream().map(one -> new Offer(one, one.name(), List.of())), more.stream())
                .toList();
    }

    private Stream<Offer> more(Program by) {
        List<List<String>> kinds = new ArrayList<>(KINDS);
        Collections.shuffle(kinds, random);
        String first = by.partnerName().split(" ", 2)[0];
        return kinds.stream().limit(MORE_EACH).map(kind -> new Offer(by, first + " " + kind.get(2), kind));
    }

    /** What {@code POST /programs/imports} takes: the programs that nobody applies with. */
    Table programs() {
        var table = new Table.Writer(
                "partner_name",
                "program_name",
                "service_area",
                "terms",
                "description",
                "grades",
                "languages",
                "capacity",
                "pupils_per_adult",
                "schedule",
                "sites",
                "prices_from",
                "prices");
        more.forEach(offer -> table.row(
                offer.by().partnerName(),
                offer.name(),
                offer.kind().get(0),
                offer.kind().get(1),
                "Invented: " + offer.kind().get(3),
                String.join(";", offer.by().grades()),
                random.nextInt(3) == 0 ? "en;es" : "en",
                3_000 + 100 * random.nextInt(20),
                8 + random.nextInt(12),
                session(),
                "",
                "2017-09-01",
                "pupil|per-pupil|%d.00|One pupil for a school year".formatted(60 + 5 * random.nextInt(60))));
        return table.table();
    }

    /** What {@code POST /partnerships/imports} takes. */
    Table partnerships() {
        var table = new Table.Writer(
                "school_code",
                "partner_name",
                "program_name",
                "funding",
                "pupils",
                "schedule",
                "agreement",
                "agreement_on");
        List<Row> places = new ArrayList<>(schools.all());
        Collections.shuffle(places, random);
        for (int place = 0; place < places.size(); place += 2) {
            // Two schools stand as far above and below the average; one that is left over stands on it.
            boolean paired = place + 1 < places.size();
            int away = paired ? random.nextInt(FARTHEST_FROM_AVERAGE + 1) : 0;
            at(places.get(place), PER_SCHOOL + away, table);
            if (paired) {
                at(places.get(place + 1), PER_SCHOOL - away, table);
            }
        }
        return table.table();
    }

    private void at(Row school, int number, Table.Writer table) {
        List<String> grades = school.list("grades").stream()
                .map(grade -> grade.startsWith("0") ? grade.substring(1) : grade)
                .toList();
        List<Offer> fitting = new ArrayList<>(all.stream()
                .filter(offer -> offer.by().grades().stream().anyMatch(grades::contains))
                .toList());
        if (fitting.size() < number) {
            throw new IllegalStateException("too few programs for " + school.text("school_code"));
        }
        Collections.shuffle(fitting, random);
        fitting.stream().limit(number).forEach(offer -> {
            boolean signed = random.nextInt(5) < 3;
            table.row(
                    school.text("school_code"),
                    offer.by().partnerName(),
                    offer.name(),
                    List.of("school-budget", "other", "no-cost").get(random.nextInt(3)),
                    5 + random.nextInt(40),
                    session(),
                    signed ? "MOU 2017-%04d".formatted(random.nextInt(10_000)) : "",
                    signed ? "2017-09-01" : "");
        });
    }

    private String session() {
        int hour = 13 + random.nextInt(3);
        return "%s %d:00-%d:30".formatted(DAYS.get(random.nextInt(DAYS.size())), hour, hour + 1);
    }
}
