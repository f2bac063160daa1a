package org.partnershipfund.local.demo;

import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.partnershipfund.local.demo.Year.Kind;
import org.partnershipfund.local.place.Door;
import org.partnershipfund.local.sample.Council;
import org.partnershipfund.local.sample.Council.Seat;
import org.partnershipfund.local.sample.Person;

/** The School Site Councils after their elections, and who answers for which school. */
final class CouncilsAreSeated implements Chapter {

    private final Stage stage;

    CouncilsAreSeated(Stage stage) {
        this.stage = stage;
    }

    @Override
    public void play() throws InterruptedException {
        Narrator narrator = stage.narrator();
        narrator.chapter("Autumn 2017: councils are elected, networks assigned");
        narrator.rule(
                "a school's choice needs its School Site Council and its Instructional Superintendent",
                "approval of the School Site Council and the Instructional Superintendent");
        stage.calendar().turnTo(LocalDateTime.of(2017, 11, 13, 9, 0));
        List<Council> councils = stage.sample().councils();
        List<Thing> seated = stage.crowd().map("councils are seated", councils, this::seat);
        Map<Integer, Long> sizes =
                counted(seated, council -> council.json().path("seats").size());
        narrator.tell(
                "The partnerships team records %d councils with %d voting members; councils by size: %s; by the number of parents: %s.",
                seated.size(),
                seated.stream()
                        .mapToInt(council -> council.json().path("seats").size())
                        .sum(),
                sizes,
                counted(seated, council -> council.text("parentParity")));
        var networks = stage.sample().networks();
        Map<String, Person> people =
                stage.sample().people().stream().collect(Collectors.toMap(Person::username, Function.identity()));
        networks.forEach((supervisor, schools) -> {
            Person person = Objects.requireNonNull(people.get(supervisor));
            var _ = stage.cast()
                    .partnershipsTeam()
                    .post(
                            Door.APPROVAL,
                            "/supervisor-assignments",
                            Map.of(
                                    "supervisor",
                                    stage.cast().person(person.subject()),
                                    "network",
                                    person.worksFor(),
                                    "schoolCodes",
                                    schools,
                                    "from",
                                    "2017-11-13",
                                    "until",
                                    "2019-06-30"))
                    .made();
        });
        narrator.tell("%d Instructional Superintendents answer for %d schools.", networks.size(), councils.size());
    }

    private static <K> Map<K, Long> counted(List<Thing> councils, Function<Thing, K> by) {
        return councils.stream().collect(Collectors.groupingBy(by, TreeMap::new, Collectors.counting()));
    }

    private Thing seat(Council council) {
        Seat coChair =
                council.seats().stream().filter(Seat::coChair).findFirst().orElseThrow();
        Thing seated = stage.cast()
                .partnershipsTeam()
                .put(
                        Door.APPROVAL,
                        "/councils/" + council.schoolCode(),
                        Map.of(
                                "staffSize", council.staffSize(),
                                "parentParity", council.parentParity(),
                                "highSchool", council.highSchool(),
                                "coChair", stage.cast().person(coChair.subject()),
                                "seats",
                                        council.seats().stream().map(this::seat).toList()))
                .made();
        Map<String, String> keys = council.seats().stream().collect(Collectors.toMap(Seat::subject, Seat::key));
        seated.json().path("seats").forEach(seat -> {
            String key = keys.get(seat.path("member").path("subject").asText());
            var _ = stage.year()
                    .keep(
                            Kind.SEAT,
                            council.schoolCode() + " " + key,
                            seat.path("id").asText());
        });
        return seated;
    }

    private Map<String, Object> seat(Seat seat) {
        return Map.of(
                "group", seat.group(),
                "member", stage.cast().person(seat.subject()),
                "name", seat.name(),
                "from", "2017-11-13",
                "until", "2019-06-30");
    }
}
