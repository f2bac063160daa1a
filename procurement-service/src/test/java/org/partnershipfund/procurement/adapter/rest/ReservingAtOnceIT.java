package org.partnershipfund.procurement.adapter.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.is;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.partnershipfund.testkit.BackboneResource;

/** Many selections want the same money in the same moment. */
@QuarkusTest
@WithTestResource(value = BackboneResource.class, initArgs = @ResourceArg(name = "service", value = "procurement"))
class ReservingAtOnceIT extends BuyingStory {

    @Test
    void many_selections_at_once_never_reserve_more_than_the_line_has() throws Exception {
        List<UUID> selections = new ArrayList<>();
        List<Callable<Boolean>> approvals = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            UUID selection = UUID.randomUUID();
            selections.add(selection);
            approvals.add(() -> {
                approve(selection, 1, one, harbor, "3000.00");
                return true;
            });
        }

        try (var threads = Executors.newFixedThreadPool(8)) {
            for (Future<Boolean> done : threads.invokeAll(approvals)) {
                assertThat(done.get()).isTrue();
            }
        }

        assertThat(selections.stream().map(selection -> said.about(selection.toString())))
                .filteredOn(List.of("FundsReserved")::equals)
                .hasSize(33);
        line(one).body("items[0].balance.reserved.amount", is("99000.00"));
    }
}
