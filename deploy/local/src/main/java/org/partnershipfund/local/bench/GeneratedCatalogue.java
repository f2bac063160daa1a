package org.partnershipfund.local.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.partnershipfund.local.sample.Sample;

/**
 * A catalogue that is the same in every run: programs of invented partners, and at which of the 118 schools they are.
 *
 * @param schools what {@code POST /schools/imports} takes
 * @param codes of those schools
 */
record GeneratedCatalogue(String schools, List<String> codes) {

    static final long SEED = 20_171_208;
    static final int PARTNERS = 250;
    static final int PROGRAMS = 10_000;
    static final int SCHOOLS_PER_PROGRAM = 10;

    static final List<String> WORDS = List.of(
            "homework",
            "reading",
            "science",
            "theater",
            "music",
            "robotics",
            "garden",
            "sailing",
            "chess",
            "dance",
            "mentoring",
            "college",
            "interviews",
            "kitchen",
            "history",
            "painting",
            "coding",
            "nature",
            "track",
            "tutoring",
            "families",
            "counseling",
            "newcomers",
            "geometry",
            "poetry",
            "leadership",
            "orchestra",
            "biology",
            "soccer",
            "yoga",
            "journalism",
            "astronomy",
            "pottery",
            "debate",
            "rowing",
            "libraries");

    static final List<String> AREAS = List.of(
            "academic|literacy",
            "academic|stem-science",
            "college-and-career|college-access",
            "health-and-wellness|social-emotional",
            "parents-and-family|family-engagement",
            "resource-and-capacity|volunteers",
            "afterschool-and-recreation|arts",
            "afterschool-and-recreation|sports");

    static final List<String> NEIGHBORHOODS =
            List.of("Dorchester", "Roxbury", "Mattapan", "East Boston", "Charlestown", "Brighton", "Hyde Park");

    static final List<String> DAYS = List.of("monday", "tuesday", "wednesday", "thursday", "friday");

    private static final int GRADES_PER_PROGRAM = 4;

    static GeneratedCatalogue of(Path sample) {
        String schools = new Sample(sample).places();
        return new GeneratedCatalogue(
                schools,
                schools.lines()
                        .skip(1)
                        .map(line -> line.substring(0, line.indexOf(',')))
                        .toList());
    }

    static String partner(int number) {
        return "Invented Partner %03d".formatted(number);
    }

    /** Writes what {@code POST /programs/imports} takes; line by line, as the launcher has little memory. */
    static void programs(Appendable csv) throws IOException {
        var chance = new Random(SEED);
        var _ = csv.append(
                "partner_name,program_name,service_area,terms,description,grades,languages,capacity,pupils_per_adult,schedule,sites,prices_from,prices\n");
        for (int number = 0; number < PROGRAMS; number++) {
            String[] area = one(AREAS, chance).split("\\|", -1);
            int from = 1 + chance.nextInt(8);
            var _ = csv.append(String.join(
                            ",",
                            partner(number % PARTNERS),
                            program(number),
                            area[0],
                            area[1],
                            IntStream.range(0, 12)
                                    .mapToObj(_ -> one(WORDS, chance))
                                    .collect(Collectors.joining(" ")),
                            IntStream.range(from, from + GRADES_PER_PROGRAM)
                                    .mapToObj(Integer::toString)
                                    .collect(Collectors.joining(";")),
                            chance.nextInt(3) == 0 ? "en;es" : "en",
                            Integer.toString(20 + chance.nextInt(400)),
                            Integer.toString(8 + chance.nextInt(12)),
                            one(DAYS, chance) + " 15:00-17:00",
                            chance.nextInt(3) == 0
                                    ? ""
                                    : String.format(
                                            Locale.ROOT,
                                            "House %d|%s|42.%06d|-71.%06d",
                                            number,
                                            one(NEIGHBORHOODS, chance),
                                            250_000 + chance.nextInt(150_000),
                                            10_000 + chance.nextInt(140_000)),
                            "2017-09-01",
                            "pupil|per-pupil|%d.00|One pupil".formatted(40 + chance.nextInt(1_200))))
                    .append('\n');
        }
    }

    /** Writes what {@code POST /partnerships/imports} takes. */
    void partnerships(Appendable csv) throws IOException {
        var chance = new Random(SEED + 1);
        var _ = csv.append("school_code,partner_name,program_name,funding,pupils,schedule,agreement,agreement_on\n");
        for (int number = 0; number < PROGRAMS; number++) {
            int first = chance.nextInt(codes.size());
            for (int place = 0; place < SCHOOLS_PER_PROGRAM; place++) {
                var _ = csv.append("%s,%s,%s,school-budget,%d,%s 15:00-16:30,,\n"
                        .formatted(
                                codes.get((first + place) % codes.size()),
                                partner(number % PARTNERS),
                                program(number),
                                1 + chance.nextInt(40),
                                one(DAYS, chance)));
            }
        }
    }

    /** Searches of one kind, as the parameters of {@code GET /programs/search}. */
    List<String> searches(Kind kind, int number) {
        var chance = new Random(SEED + kind.name().hashCode());
        List<String> searches = new ArrayList<>();
        for (int i = 0; i < number; i++) {
            searches.add(
                    switch (kind) {
                        case WORDS -> "q=%s+%s".formatted(one(WORDS, chance), one(WORDS, chance));
                        case MISSPELT -> "q=" + misspelt(one(WORDS, chance), chance);
                        case FACETS ->
                            "serviceArea=%s&grade=%d&day=%s"
                                    .formatted(
                                            one(AREAS, chance).split("\\|", -1)[0],
                                            1 + chance.nextInt(12),
                                            one(DAYS, chance));
                        case NEAR ->
                            "q=%s&nearSchool=%s&within=3000&sort=distance"
                                    .formatted(one(WORDS, chance), placed(chance));
                        case ALL -> "vetted=false&grade=" + (1 + chance.nextInt(12));
                    });
        }
        return searches;
    }

    /** What people ask for. */
    enum Kind {
        WORDS("two words"),
        MISSPELT("a misspelt word"),
        FACETS("three facets, no word"),
        NEAR("a word, within 3 km of a school"),
        ALL("one grade of all");

        private final String what;

        Kind(String what) {
            this.what = what;
        }

        String what() {
            return what;
        }
    }

    /** A school that is on the map. */
    private String placed(Random chance) {
        List<String> placed = schools.lines()
                .skip(1)
                .map(line -> line.split(",", -1))
                .filter(cells -> !cells[3].isEmpty())
                .map(cells -> cells[0])
                .toList();
        return one(placed, chance);
    }

    /** Without one of its inner letters. */
    private static String misspelt(String word, Random chance) {
        int letter = 2 + chance.nextInt(word.length() - 3);
        return word.substring(0, letter) + word.substring(letter + 1);
    }

    private static String program(int number) {
        var chance = new Random(SEED + number);
        return "%s and %s %05d".formatted(one(WORDS, chance), one(WORDS, chance), number);
    }

    private static <T> T one(List<T> list, Random chance) {
        return list.get(chance.nextInt(list.size()));
    }
}
