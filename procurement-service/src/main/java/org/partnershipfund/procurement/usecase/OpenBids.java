package org.partnershipfund.procurement.usecase;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.partnershipfund.kernel.Refusal;
import org.partnershipfund.kernel.RefusedException;
import org.partnershipfund.kernel.Versioned;
import org.partnershipfund.kernel.envelope.Envelope;
import org.partnershipfund.kernel.envelope.Envelope.Part;
import org.partnershipfund.procurement.contract.Person;
import org.partnershipfund.procurement.process.Programs;
import org.partnershipfund.procurement.rules.ProcurementRules;
import org.partnershipfund.procurement.tender.Handed;
import org.partnershipfund.procurement.tender.OpeningBids;
import org.partnershipfund.procurement.tender.OpeningBids.Turn;
import org.partnershipfund.procurement.tender.PriceForm;
import org.partnershipfund.procurement.tender.SealedBids;
import org.partnershipfund.procurement.tender.Stake.Act;
import org.partnershipfund.procurement.tender.Tender;
import org.partnershipfund.procurement.tender.Tender.Publication;
import org.partnershipfund.procurement.tender.TenderId;
import org.partnershipfund.procurement.tender.TenderRefusal.NoSuchTender;
import org.partnershipfund.procurement.tender.TenderRefusal.ShareWrong;
import org.partnershipfund.procurement.tender.Tenders;
import org.partnershipfund.procurement.tender.WaitingBid;

/** Two officers open the envelopes together. */
@ApplicationScoped
public class OpenBids {

    private final TenderDesk desk;
    private final Tenders tenders;
    private final SealedBids box;
    private final Programs programs;
    private final PriceForm.Reader forms;
    private final ProcurementRules rules;
    private final Clock clock;

    OpenBids(
            TenderDesk desk,
            Tenders tenders,
            SealedBids box,
            Programs programs,
            PriceForm.Reader forms,
            ProcurementRules rules,
            Clock clock) {
        this.desk = desk;
        this.tenders = tenders;
        this.box = box;
        this.programs = programs;
        this.forms = forms;
        this.rules = rules;
        this.clock = clock;
    }

    /** The envelopes' wrapped shares, of no use without the officers' private keys, and without names. */
    public record Wrapped(List<String> fingerprints, List<Shares> envelopes) {
        public Wrapped {
            fingerprints = List.copyOf(fingerprints);
            envelopes = List.copyOf(envelopes);
        }
    }

    /** Of one envelope. */
    public record Shares(UUID bid, String first, String second) {}

    /**
     * What the officers unwrap on their own machines.
     *
     * @throws RefusedException if these envelopes are not opened now, or they belong to a bidder
     */
    @Transactional
    public Wrapped wrapped(TenderId id, Part part, Person by) {
        Tender tender = tenders.find(id)
                .orElseThrow(() -> new RefusedException(new NoSuchTender(id.value())))
                .value()
                .at(clock.instant());
        refuse(OpeningBids.tooEarly(tender, part));
        desk.requireNoStake(tender, Act.OPEN, by);
        List<Shares> shares = new ArrayList<>();
        for (WaitingBid bid : box.counting(id, part)) {
            var head = bid.head();
            if (head != null) {
                shares.add(
                        new Shares(bid.id(), head.share(0).text(), head.share(1).text()));
            }
        }
        return new Wrapped(fingerprints(tender), shares);
    }

    /** A share that an officer unwrapped, in base64; or why there is none. */
    public record Unwrapped(
            UUID bid, @Nullable String share, @Nullable String why) {}

    /**
     * Takes one officer's shares; with the second's, the envelopes open.
     *
     * @param fingerprint of the key by which they were unwrapped
     * @throws RefusedException if it is too early, a share is wrong, the same officer comes twice, or belongs to a bidder
     */
    @Transactional
    public Versioned<Tender> hand(
            TenderId id, Part part, String fingerprint, List<Unwrapped> unwrapped, List<String> witnesses, Person by) {
        var held = desk.hold(id);
        refuse(OpeningBids.tooEarly(held.now(), part));
        desk.requireNoStake(held.now(), Act.OPEN, by);
        int key = fingerprints(held.now()).indexOf(fingerprint);
        if (key < 0) {
            throw new RefusedException(new ShareWrong(id, "none of its keys has the fingerprint " + fingerprint));
        }
        List<Handed> now = unwrapped.stream()
                .map(one -> new Handed(one.bid(), key, by, one.share(), one.why()))
                .toList();
        var turn = new Turn(key, by, witnesses, held.at());
        var earlier = box.turns(id, part);
        var opening = new OpeningBids(part, box.counting(id, part), box.handed(id, part));
        refuse(opening.again(held.now(), turn, earlier));
        refuse(opening.fault(held.now(), now, witnesses, rules.all()));
        box.hand(id, part, turn, now);
        if (earlier.isEmpty()) {
            // The other half is missing: nothing can be read yet. The next who looks sees another version.
            return desk.store("OpeningBegun", held, held.read().value());
        }
        List<Turn> both = new ArrayList<>(earlier);
        both.add(turn);
        var found = opening.open(
                        held.now(),
                        now,
                        both,
                        oneByOne(id, part),
                        forms,
                        programs::find,
                        partner -> programs.partnerName(partner).orElse(partner.toString()),
                        held.at())
                .orRefuse()
                .state();
        return desk.store(
                part == Part.TECHNICAL ? "ProposalsOpened" : "PricesOpened",
                held,
                found,
                opening.sealed().stream().map(Taken::of).toList());
    }

    private OpeningBids.Box oneByOne(TenderId id, Part part) {
        return new OpeningBids.Box() {
            @Override
            public Optional<Envelope> take(UUID bid) {
                return box.envelope(id, bid, part);
            }

            @Override
            public void keep(OpeningBids.Content content) {
                box.keep(content);
            }
        };
    }

    /** Who put the envelope in, and when: the trail learns it now. */
    record Taken(UUID bid, UUID partner, Person by, Instant at) {
        static Taken of(WaitingBid bid) {
            return new Taken(bid.id(), bid.partner(), bid.by(), bid.submittedAt());
        }
    }

    private static List<String> fingerprints(Tender tender) {
        return tender.published().map(Publication::fingerprints).orElse(List.of());
    }

    private static void refuse(Optional<? extends Refusal> why) {
        if (why.isPresent()) {
            throw new RefusedException(why.get());
        }
    }
}
