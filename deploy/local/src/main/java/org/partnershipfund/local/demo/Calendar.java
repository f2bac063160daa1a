package org.partnershipfund.local.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.partnershipfund.local.client.SuiteClient;
import org.partnershipfund.local.place.Place;
import org.partnershipfund.local.place.Service;

/** Turns the pages of the district's calendar, for all services at once. */
final class Calendar {

    private static final ZoneId BOSTON = ZoneId.of("America/New_York");
    private static final DateTimeFormatter IN_WORDS =
            DateTimeFormatter.ofPattern("EEEE, d MMMM yyyy, HH:mm", Locale.ENGLISH);

    private final SuiteClient operator;
    private final Place place;
    private final Narrator narrator;

    Calendar(SuiteClient operator, Place place, Narrator narrator) {
        this.operator = operator;
        this.place = place;
        this.narrator = narrator;
    }

    /** That time in Boston, as a door takes it. */
    static String instant(LocalDateTime local) {
        return local.atZone(BOSTON).toInstant().toString();
    }

    /** It becomes that time in Boston, unless the suite runs on real time, which is said. */
    void turnTo(LocalDateTime local) {
        Instant instant = local.atZone(BOSTON).toInstant();
        String setting = "{\"instant\": \"%s\", \"asOf\": \"%s\"}".formatted(instant, Instant.now());
        for (Service service : Service.values()) {
            if (place.settings().without(service)) {
                continue;
            }
            var answer = operator.put(service.api(), "/district-clock", setting);
            if (answer.status() == 404) {
                narrator.tell(
                        "It stays today: this suite runs on real time (./fund up --clock-adjustable opens the clock).");
                return;
            }
            JsonNode _ = answer.expecting(200).json();
        }
        narrator.tell("It is %s in Boston.", IN_WORDS.format(local));
    }
}
