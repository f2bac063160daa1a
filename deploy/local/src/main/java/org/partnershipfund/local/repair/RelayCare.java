package org.partnershipfund.local.repair;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.function.Consumer;
import org.partnershipfund.local.client.UnexpectedAnswerException;
import org.partnershipfund.local.connect.Relays;
import org.partnershipfund.local.place.Place;
import org.partnershipfund.local.place.Secrets;
import org.partnershipfund.local.place.Service;
import org.partnershipfund.local.place.SettingException;
import org.partnershipfund.local.postgres.Logins;
import org.partnershipfund.local.process.Sentence;
import org.partnershipfund.local.process.StartFailedException;
import org.partnershipfund.local.service.ReplicationSlots;

/** One round of care for one relay: what is missing is given, what failed is restarted, what was lost is repaired. */
public final class RelayCare {

    private final Relays relays;
    private final ReplicationSlots slots;
    private final RelayRepair repair;

    public RelayCare(Place place, Consumer<String> say) {
        this.relays = new Relays(place);
        this.slots = new ReplicationSlots(new Logins(place, new Secrets(place.secrets())));
        this.repair = repair(place, say);
    }

    /** The repair of this suite's relays, to order or to look at. */
    public static RelayRepair repair(Place place, Consumer<String> say) {
        var logins = new Logins(place, new Secrets(place.secrets()));
        return new RelayRepair(
                place.data(), new SuiteSteps(place, new Relays(place), new ReplicationSlots(logins)), say);
    }

    /**
     * Looks after one relay.
     *
     * @throws IOException when it could not be helped this time; the next round tries again
     */
    public Relays.State tend(Service service) throws IOException, InterruptedException {
        try {
            var state = relays.state(service);
            if (state != Relays.State.STOPPED && !repair.isUnfinished(service) && slots.isLost(service)) {
                var _ = repair.order(service, 1);
            }
            if (repair.isUnfinished(service)) {
                repair.finish(service);
            } else {
                relays.mend(service, state);
            }
            return state;
        } catch (StartFailedException | UnexpectedAnswerException | UncheckedIOException | SettingException e) {
            throw new IOException(Sentence.of(e), e);
        }
    }

    /** Whether the relay delivers: its connector runs and reads its slot, and nothing is left to be published again. */
    public boolean isDelivering(Service service) throws IOException, InterruptedException {
        return relays.state(service) == Relays.State.RUNNING && slots.isRead(service) && !repair.isUnfinished(service);
    }
}
