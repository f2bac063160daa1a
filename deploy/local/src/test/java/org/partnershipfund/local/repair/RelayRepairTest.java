package org.partnershipfund.local.repair;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.ConnectException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.partnershipfund.local.place.Service;

/** An order to publish a log again is carried out by one, from the first step, until it is done. */
class RelayRepairTest {

    private static final List<String> ALL_STEPS =
            List.of("service is there", "hold", "new slot", "forget", "republish from 7", "resume");

    @TempDir
    private Path data;

    private final List<String> said = new ArrayList<>();
    private final Recorder steps = new Recorder();

    @Test
    void an_order_is_only_written_down() throws IOException {
        var order = repair().order(Service.ALLOCATION, 7);

        assertThat(steps.taken).isEmpty();
        assertThat(Files.readString(order)).isEqualTo("7");
        assertThat(repair().isUnfinished(Service.ALLOCATION)).isTrue();
        assertThat(repair().isUnfinished(Service.PORTFOLIO)).isFalse();
    }

    @Test
    void the_slot_is_always_made_before_the_log_is_read() throws Exception {
        var order = repair().order(Service.ALLOCATION, 7);

        repair().finish(Service.ALLOCATION);

        assertThat(steps.taken).isEqualTo(ALL_STEPS);
        assertThat(order).doesNotExist();
        assertThat(repair().isUnfinished(Service.ALLOCATION)).isFalse();
    }

    @ParameterizedTest(name = "cut off at step {0}")
    @ValueSource(ints = {1, 2, 3, 4, 5, 6})
    void whatever_step_it_dies_at_all_of_it_is_done_again(int step) throws Exception {
        var order = repair().order(Service.ALLOCATION, 7);
        steps.diesAt = step;
        assertThatThrownBy(() -> repair().finish(Service.ALLOCATION)).isInstanceOf(ConnectException.class);
        assertThat(order).exists();
        steps.taken.clear();

        repair().finish(Service.ALLOCATION);

        assertThat(steps.taken).isEqualTo(ALL_STEPS);
        assertThat(order).doesNotExist();
    }

    @Test
    void an_order_that_comes_meanwhile_is_carried_out_as_well() throws Exception {
        var first = repair().order(Service.ALLOCATION, 7);
        var orders = new ArrayList<Path>();
        steps.meanwhile = () -> orders.add(repair().order(Service.ALLOCATION, 3));

        repair().finish(Service.ALLOCATION);
        assertThat(first).doesNotExist();
        assertThat(orders).hasSize(1).allMatch(Files::exists);
        repair().finish(Service.ALLOCATION);

        assertThat(steps.taken).contains("republish from 7").endsWith("republish from 3", "resume");
        assertThat(orders).noneMatch(Files::exists);
    }

    @Test
    void two_orders_are_one_repair_from_the_earlier_position() throws Exception {
        var _ = repair().order(Service.ALLOCATION, 50);
        var _ = repair().order(Service.ALLOCATION, 7);

        repair().finish(Service.ALLOCATION);

        assertThat(steps.taken).isEqualTo(ALL_STEPS);
        assertThat(repair().isUnfinished(Service.ALLOCATION)).isFalse();
    }

    @Test
    void an_order_that_lost_its_position_publishes_everything() throws Exception {
        var order = repair().order(Service.ALLOCATION, 7);
        var _ = Files.writeString(order, "");

        repair().finish(Service.ALLOCATION);

        assertThat(steps.taken).contains("republish from 1");
    }

    @Test
    void without_an_order_nothing_is_touched() throws Exception {
        repair().finish(Service.ALLOCATION);

        assertThat(steps.taken).isEmpty();
    }

    @Test
    void before_a_start_the_order_is_written_before_the_slot_is_new() throws IOException {
        steps.diesAt = 1;

        assertThatThrownBy(() -> repair().prepare(Service.ALLOCATION)).isInstanceOf(ConnectException.class);

        assertThat(repair().isUnfinished(Service.ALLOCATION)).isTrue();
    }

    private RelayRepair repair() {
        return new RelayRepair(data, steps, said::add);
    }

    private interface Meanwhile {
        Object happens() throws IOException;
    }

    /** Notes each step, and dies once when it is told to. */
    private static final class Recorder implements RelayRepair.Steps {

        private final List<String> taken = new ArrayList<>();
        private Meanwhile meanwhile = () -> "nothing";
        private int diesAt;

        private void take(String step) throws ConnectException {
            taken.add(step);
            if (taken.size() == diesAt) {
                diesAt = 0;
                throw new ConnectException("the power is gone");
            }
        }

        @Override
        public void requireService(Service service) throws IOException {
            take("service is there");
        }

        @Override
        public void hold(Service service) throws IOException {
            take("hold");
        }

        @Override
        public boolean isSlotLost(Service service) {
            return false;
        }

        @Override
        public void renewSlot(Service service) throws IOException {
            take("new slot");
        }

        @Override
        public void forgetPosition(Service service) throws IOException {
            take("forget");
        }

        @Override
        public long republish(Service service, long fromPosition) throws IOException {
            take("republish from " + fromPosition);
            assertThat(meanwhile.happens()).isNotNull();
            meanwhile = () -> "nothing";
            return 5;
        }

        @Override
        public void resume(Service service) throws IOException {
            take("resume");
        }
    }
}
