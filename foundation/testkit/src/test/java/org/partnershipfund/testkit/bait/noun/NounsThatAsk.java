package org.partnershipfund.testkit.bait.noun;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.Year;
import java.time.YearMonth;
import java.time.ZonedDateTime;
import java.time.chrono.JapaneseDate;
import java.util.Collections;
import java.util.Date;
import java.util.GregorianCalendar;
import java.util.List;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;

/** Each asks the clock or chance by a way of its own. */
@SuppressWarnings({"JavaUtilDate", "JavaTimeDefaultTimeZone"}) // bait
public final class NounsThatAsk {

    private NounsThatAsk() {}

    static final class AClock {
        Instant at(Clock clock) {
            return clock.instant();
        }
    }

    static final class TheInstant {
        Instant at() {
            return Instant.now();
        }
    }

    static final class TheDay {
        LocalDate at() {
            return LocalDate.now();
        }
    }

    static final class TheHour {
        LocalTime at() {
            return LocalTime.now();
        }
    }

    static final class TheDayAndHour {
        LocalDateTime at() {
            return LocalDateTime.now();
        }
    }

    static final class TheTimeHere {
        ZonedDateTime at() {
            return ZonedDateTime.now();
        }
    }

    static final class TheTimeThere {
        OffsetDateTime at() {
            return OffsetDateTime.now();
        }
    }

    static final class TheYear {
        Year at() {
            return Year.now();
        }
    }

    static final class TheMonth {
        YearMonth at() {
            return YearMonth.now();
        }
    }

    static final class AnotherCalendarsDay {
        JapaneseDate at() {
            return JapaneseDate.now();
        }
    }

    static final class TheOldDate {
        long at() {
            return new Date().getTime();
        }
    }

    static final class TheOldCalendar {
        int at() {
            return new GregorianCalendar().getFirstDayOfWeek();
        }
    }

    static final class TheMilliseconds {
        long at() {
            return System.currentTimeMillis();
        }
    }

    static final class TheNanoseconds {
        long at() {
            return System.nanoTime();
        }
    }

    static final class ADie {
        double thrown() {
            return Math.random();
        }
    }

    static final class AStrictDie {
        double thrown() {
            return StrictMath.random();
        }
    }

    static final class ASeededDie {
        int thrown() {
            return new Random(7).nextInt(6);
        }
    }

    static final class ASplitDie {
        int thrown() {
            return new SplittableRandom(7).nextInt(6);
        }
    }

    static final class ADieOfTheThread {
        int thrown() {
            return ThreadLocalRandom.current().nextInt(6);
        }
    }

    static final class ADeck {
        void shuffled(List<String> cards) {
            Collections.shuffle(cards);
        }
    }

    static final class AName {
        UUID drawn() {
            return UUID.randomUUID();
        }
    }
}
