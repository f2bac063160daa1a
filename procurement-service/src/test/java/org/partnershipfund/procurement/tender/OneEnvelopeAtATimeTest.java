package org.partnershipfund.procurement.tender;

import static org.assertj.core.api.Assertions.assertThat;
import static org.partnershipfund.procurement.fixtures.Bidding.DEADLINE;
import static org.partnershipfund.procurement.fixtures.Bidding.OFFICER_ONE;
import static org.partnershipfund.procurement.fixtures.Bidding.OFFICER_TWO;
import static org.partnershipfund.procurement.fixtures.Bidding.invitation;
import static org.partnershipfund.procurement.fixtures.Bidding.keys;
import static org.partnershipfund.procurement.fixtures.Bidding.notice;
import static org.partnershipfund.procurement.fixtures.Purchases.id;

import java.lang.ref.WeakReference;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.partnershipfund.kernel.envelope.Envelope;
import org.partnershipfund.kernel.envelope.Envelope.Part;
import org.partnershipfund.kernel.envelope.EnvelopeException;
import org.partnershipfund.procurement.contract.Person;
import org.partnershipfund.procurement.fixtures.Bidding;
import org.partnershipfund.procurement.tender.OpeningBids.Content;
import org.partnershipfund.procurement.tender.OpeningBids.Turn;
import org.partnershipfund.procurement.tender.Tender.Closed;
import org.partnershipfund.procurement.tender.Tender.Publication;

/**
 * Fifty proposals as long as they may be are 200 MB, more than the heap has: an opening never holds more than one of
 * them. Counted is what is still reachable, so shorter ones show it as well.
 */
class OneEnvelopeAtATimeTest {

    private static final int BIDS = 20;
    private static final int LENGTH = 256 * 1024;

    @Test
    void an_opening_holds_one_envelope_at_a_time_however_many_and_long_they_are() throws EnvelopeException {
        List<WaitingBid> waiting = new ArrayList<>();
        List<Handed> one = new ArrayList<>();
        List<Handed> two = new ArrayList<>();
        for (int i = 0; i < BIDS; i++) {
            UUID bid = id("bid " + i);
            var sealed = seal(i, 1);
            waiting.add(new WaitingBid(
                    bid,
                    id("partner " + i),
                    "digest",
                    new Person("issuer", "member"),
                    DEADLINE,
                    sealed.envelope().head()));
            one.add(handed(bid, 0, OFFICER_ONE, sealed));
            two.add(handed(bid, 1, OFFICER_TWO, sealed));
        }
        var opening = new OpeningBids(Part.TECHNICAL, waiting, one);
        var closed = new Closed(
                invitation(Invitation.Kind.PROPOSALS, false, DEADLINE),
                new Publication(
                        keys(),
                        List.of(notice("office", LocalDate.of(2018, 2, 12))),
                        LocalDate.of(2018, 2, 12),
                        DEADLINE));
        var box = new Watched();

        Tender opened = opening.open(
                        closed,
                        two,
                        List.of(
                                new Turn(0, OFFICER_ONE, List.of("R. Ames"), DEADLINE),
                                new Turn(1, OFFICER_TWO, List.of("R. Ames"), DEADLINE)),
                        box,
                        _ -> {
                            throw new AssertionError("no price is read");
                        },
                        _ -> Optional.empty(),
                        UUID::toString,
                        DEADLINE)
                .orRefuse()
                .state();

        assertThat(opened.bids()).hasSize(BIDS).allMatch(Bid::isReadable);
        assertThat(box.bytes).isEqualTo((long) BIDS * LENGTH);
        assertThat(box.mostReachable).as("envelopes and contents in memory").isLessThanOrEqualTo(1);
    }

    private static Handed handed(UUID bid, int key, Person by, Envelope.Sealed sealed) {
        return new Handed(
                bid, key, by, Base64.getEncoder().encodeToString(sealed.shares().get(key)), null);
    }

    /** The same shares for the same number, however long the content is. */
    private static Envelope.Sealed seal(int number, int length) throws EnvelopeException {
        return Envelope.seal(
                Bidding.TENDER.value(),
                Part.TECHNICAL,
                id("partner " + number),
                List.of(Bidding.ONE.getPublic(), Bidding.TWO.getPublic()),
                new byte[length],
                new Random(number));
    }

    /** A box that makes each envelope when it is taken, and looks which of the earlier ones somebody still holds. */
    private static final class Watched implements OpeningBids.Box {

        private final List<WeakReference<Object>> given = new ArrayList<>();
        private final Map<UUID, Integer> numbers = new HashMap<>();
        private long mostReachable;
        private long bytes;

        Watched() {
            for (int i = 0; i < BIDS; i++) {
                numbers.put(id("bid " + i), i);
            }
        }

        @Override
        public Optional<Envelope> take(UUID bid) {
            System.gc();
            mostReachable = Math.max(
                    mostReachable,
                    given.stream().filter(one -> !one.refersTo(null)).count());
            try {
                var envelope =
                        seal(Objects.requireNonNull(numbers.get(bid)), LENGTH).envelope();
                given.add(new WeakReference<>(envelope));
                return Optional.of(envelope);
            } catch (EnvelopeException e) {
                throw new AssertionError(e);
            }
        }

        @Override
        public void keep(Content content) {
            bytes += content.bytes().length;
            given.add(new WeakReference<>(content));
        }
    }
}
