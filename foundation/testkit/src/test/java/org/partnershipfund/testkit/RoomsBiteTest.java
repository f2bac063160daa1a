package org.partnershipfund.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.partnershipfund.testkit.bait.noun.NounWithAFramework;
import org.partnershipfund.testkit.bait.noun.NounsThatAsk;

/** A rule that cannot fail protects nobody: each is shown a room that breaks it. */
class RoomsBiteTest {

    private static final String BAIT = "org.partnershipfund.testkit.bait";
    private static final JavaClasses BAD_ROOMS = new ClassFileImporter().importPackages(BAIT);

    static List<ArchRule> rules() {
        return Rooms.of(BAIT).rules();
    }

    static Stream<Class<?>> askers() {
        return Arrays.stream(NounsThatAsk.class.getDeclaredClasses()).sorted(Comparator.comparing(Class::getName));
    }

    @ParameterizedTest
    @MethodSource("askers")
    void each_way_to_ask_the_clock_or_chance_is_found(Class<?> asker) {
        JavaClasses room = new ClassFileImporter().importClasses(asker);

        assertThat(Rooms.of(BAIT).nounsAskNobody().evaluate(room).hasViolation())
                .isTrue();
    }

    @ParameterizedTest
    @MethodSource("rules")
    void a_room_that_breaks_the_rule_is_found(ArchRule rule) {
        assertThat(BAD_ROOMS).isNotEmpty();
        assertThat(rule.evaluate(BAD_ROOMS).hasViolation()).isTrue();
    }

    @Test
    void a_library_is_lent_to_one_room_and_found_in_every_other() {
        JavaClasses room = new ClassFileImporter().importClasses(NounWithAFramework.class);

        assertThat(Rooms.of(BAIT)
                        .lending("noun", "jakarta.persistence..")
                        .nounsArePlainJava()
                        .evaluate(room)
                        .hasViolation())
                .isFalse();
        assertThat(Rooms.of(BAIT)
                        .lending("another", "jakarta.persistence..")
                        .nounsArePlainJava()
                        .evaluate(room)
                        .hasViolation())
                .isTrue();
    }
}
