package org.partnershipfund.procurement.usecase;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.partnershipfund.kernel.Ids;
import org.partnershipfund.kernel.RefusedException;
import org.partnershipfund.kernel.envelope.Envelope;
import org.partnershipfund.kernel.envelope.Envelope.Part;
import org.partnershipfund.kernel.envelope.EnvelopeException;
import org.partnershipfund.procurement.contract.Person;
import org.partnershipfund.procurement.process.Programs;
import org.partnershipfund.procurement.rules.ProcurementRules;
import org.partnershipfund.procurement.tender.SealedBid;
import org.partnershipfund.procurement.tender.SealedBids;
import org.partnershipfund.procurement.tender.SealedBids.Receipt;
import org.partnershipfund.procurement.tender.Tender;
import org.partnershipfund.procurement.tender.Tender.Publication;
import org.partnershipfund.procurement.tender.TenderId;
import org.partnershipfund.procurement.tender.TenderRefusal.BidderNotKnown;
import org.partnershipfund.procurement.tender.TenderRefusal.CertificatesMissing;
import org.partnershipfund.procurement.tender.TenderRefusal.EnvelopeUnusable;
import org.partnershipfund.procurement.tender.TenderRefusal.NoBidOfYours;
import org.partnershipfund.procurement.tender.Tendering;

/**
 * Takes envelopes in, until the deadline.
 *
 * <p>Nothing of it is written into the audit trail, which names who acts: the row itself keeps who and when, and the
 * opening writes it into the trail (docs/policy/tenders.md §4.6).
 */
@ApplicationScoped
public class SubmitBid {

    private final TenderDesk desk;
    private final SealedBids box;
    private final Programs programs;
    private final ProcurementRules rules;
    private final Ids ids;
    private final Clock clock;

    SubmitBid(TenderDesk desk, SealedBids box, Programs programs, ProcurementRules rules, Ids ids, Clock clock) {
        this.desk = desk;
        this.box = box;
        this.programs = programs;
        this.rules = rules;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * Takes a bid in; it replaces the bidder's earlier one.
     *
     * @param envelopes as the bidder's tool wrote them
     * @param certified that there was no collusion and taxes are paid
     * @param partners for whom the person acts
     * @throws RefusedException if it is late, not sealed as the tender asks, or one replacement too many
     */
    @Transactional
    public Receipt submit(
            TenderId id, UUID partner, Map<Part, byte[]> envelopes, boolean certified, Person by, Set<UUID> partners) {
        var held = desk.share(id);
        Tendering.late(held.now(), clock.getZone(), held.at()).ifPresent(why -> {
            throw new RefusedException(why);
        });
        var invitation = held.now().invitation();
        if (!partners.contains(partner) || !programs.offers(partner, invitation.serviceArea())) {
            throw new RefusedException(new BidderNotKnown(partner, invitation.serviceArea()));
        }
        if (!certified) {
            throw new RefusedException(new CertificatesMissing());
        }
        List<String> keys =
                held.now().published().map(Publication::fingerprints).orElse(List.of());
        Map<Part, Envelope> read = new EnumMap<>(Part.class);
        for (Part part : Part.values()) {
            byte[] bytes = envelopes.get(part);
            boolean asked = invitation.parts().contains(part);
            if (asked != (bytes != null)) {
                throw unusable(part, asked ? "it is missing" : "the tender asks for none");
            }
            if (bytes != null) {
                read.put(part, envelope(id, part, bytes, keys));
            }
        }
        Envelope price = read.get(Part.PRICE);
        if (price == null) {
            throw new IllegalStateException("every tender asks for a price");
        }
        tooOften(held.now(), box.handedIn(id, partner));
        box.submit(new SealedBid(ids.next(), id, partner, read, price.digest(), by, held.at()));
        return box.receipt(id, partner).orElseThrow();
    }

    private void tooOften(Tender tender, int before) {
        Tendering.tooOften(tender, before, rules.all()).ifPresent(why -> {
            throw new RefusedException(why);
        });
    }

    private static Envelope envelope(TenderId id, Part part, byte[] bytes, List<String> keys) {
        try {
            var envelope = Envelope.of(bytes);
            if (!envelope.isFor(id.value(), part, keys)) {
                throw unusable(part, "it was sealed for another tender, another part, or to other keys than " + keys);
            }
            if (!envelope.isShortEnough(part)) {
                throw unusable(
                        part, "its content is longer than the %d bytes that it may have".formatted(part.longest()));
            }
            return envelope;
        } catch (EnvelopeException e) {
            throw unusable(part, String.valueOf(e.getMessage()));
        }
    }

    private static RefusedException unusable(Part part, String why) {
        return new RefusedException(new EnvelopeUnusable(part.name().toLowerCase(Locale.ROOT), why));
    }

    /**
     * Takes the bidder's bid back.
     *
     * @throws RefusedException if it is too late, or there is none
     */
    @Transactional
    public void withdraw(TenderId id, UUID partner, Person by, Set<UUID> partners) {
        var held = desk.share(id);
        Tendering.late(held.now(), clock.getZone(), held.at()).ifPresent(why -> {
            throw new RefusedException(why);
        });
        if (!partners.contains(partner)
                || box.handedIn(id, partner) == 0
                || box.receipt(id, partner).isEmpty()) {
            throw new RefusedException(new NoBidOfYours(id));
        }
        box.withdraw(id, partner, by, held.at());
    }
}
