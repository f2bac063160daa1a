package org.partnershipfund.local.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.partnershipfund.local.faults.Deeds.Command;
import org.partnershipfund.local.faults.Deeds.Deed;
import org.partnershipfund.local.faults.Deeds.Outcome;
import org.partnershipfund.local.faults.Deeds.Trace;

/** Whoever looks for what was lost has to find it when it is. */
class TheAuditorTest {

    static Stream<Arguments> every_command_and_each_of_its_traces() {
        return Arrays.stream(Command.values())
                .flatMap(command -> command.traces().stream().map(trace -> Arguments.of(command, trace)));
    }

    @ParameterizedTest
    @MethodSource("every_command_and_each_of_its_traces")
    void an_effect_that_is_missing_or_doubled_at_one_place_is_found(Command command, Trace strange) {
        for (Outcome outcome : List.of(Outcome.ACCEPTED, Outcome.UNKNOWN)) {
            Deed deed = new Deed(command, "it", outcome);
            assertThat(deed.wrong(Trace::once)).isEmpty();
            assertThat(deed.wrong(trace -> trace.equals(strange) ? 0 : trace.once()))
                    .get()
                    .asString()
                    .contains("%s in %s 0"
                            .formatted(strange.what(), strange.service().module()));
            assertThat(deed.wrong(trace -> trace.equals(strange) ? 2 * trace.once() : trace.once()))
                    .isPresent();
        }
    }

    @ParameterizedTest
    @MethodSource("every_command_and_each_of_its_traces")
    void an_effect_of_what_was_refused_is_found(Command command, Trace strange) {
        Deed deed = new Deed(command, "it", Outcome.REFUSED);

        assertThat(deed.wrong(_ -> 0)).isEmpty();
        assertThat(deed.wrong(trace -> trace.equals(strange) ? 1 : 0)).isPresent();
    }

    @Test
    void what_got_no_answer_may_have_happened_or_not() {
        Deed deed = new Deed(Command.OPEN_A_FUND, "it", Outcome.UNKNOWN);

        assertThat(deed.wrong(_ -> 0)).isEmpty();
        assertThat(deed.wrong(Trace::once)).isEmpty();
    }

    @Test
    void events_in_order_are_not_complained_of_whatever_the_order_of_the_keys() {
        assertThat(disorder(Map.of("school", List.of("3"), "fund", List.of("1", "2"))))
                .isEmpty();
    }

    @Test
    void events_of_one_key_in_another_order_are_found() {
        assertThat(disorder(Map.of("fund", List.of("2", "1"), "school", List.of("3"))))
                .containsExactly("event 1 of key fund came after one that allocation-service said later");
    }

    @Test
    void an_event_that_never_came_is_found() {
        assertThat(disorder(Map.of("fund", List.of("1", "3"))))
                .containsExactly("allocation-service said event 2, and it is not on the topic");
    }

    @Test
    void an_event_that_nobody_said_is_found_unless_it_was_made_up_by_the_trial() {
        assertThat(disorder(Map.of("fund", List.of("1", "made up", "2", "invented", "3"))))
                .containsExactly("event invented is on the topic, and allocation-service never said it");
    }

    private static List<String> disorder(Map<String, List<String>> appeared) {
        return Afterwards.disorder("allocation-service", List.of("1", "2", "3"), appeared, Set.of("made up"));
    }
}
