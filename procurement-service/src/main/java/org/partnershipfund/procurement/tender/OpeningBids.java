package org.partnershipfund.procurement.tender;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.partnershipfund.kernel.Decision;
import org.partnershipfund.kernel.envelope.Envelope;
import org.partnershipfund.kernel.envelope.Envelope.Part;
import org.partnershipfund.kernel.envelope.EnvelopeException;
import org.partnershipfund.kernel.envelope.EnvelopeHead;
import org.partnershipfund.procurement.contract.Person;
import org.partnershipfund.procurement.process.Program;
import org.partnershipfund.procurement.rules.RuleBook;
import org.partnershipfund.procurement.tender.Tender.Closed;
import org.partnershipfund.procurement.tender.Tender.Evaluated;
import org.partnershipfund.procurement.tender.Tender.Opened;
import org.partnershipfund.procurement.tender.Tender.Opening;
import org.partnershipfund.procurement.tender.Tender.PricesOpened;
import org.partnershipfund.procurement.tender.TenderRefusal.NotNow;
import org.partnershipfund.procurement.tender.TenderRefusal.OfficerTwice;
import org.partnershipfund.procurement.tender.TenderRefusal.ShareWrong;
import org.partnershipfund.procurement.tender.TenderRefusal.WitnessesMissing;

/**
 * Two officers open the envelopes together: each hands in a share per envelope, and with the second's they open.
 *
 * <p>Source: docs/policy/tenders.md §5.
 *
 * @param part which envelopes
 * @param sealed all bids that were taken in and not withdrawn
 * @param before what the other officer handed in already
 */
public record OpeningBids(Part part, List<WaitingBid> sealed, List<Handed> before) {

    public OpeningBids {
        sealed = List.copyOf(sealed);
        before = List.copyOf(before);
    }

    /** Why these envelopes are not opened now, if they are not; nobody gets as much as a wrapped share before. */
    public static Optional<TenderRefusal> tooEarly(Tender tender, Part part) {
        boolean due = switch (tender) {
            case Closed closed -> part == closed.invitation().parts().getFirst();
            case Evaluated _ -> part == Part.PRICE;
            default -> false;
        };
        return due
                ? Optional.empty()
                : Optional.of(new NotNow(
                        tender.id(),
                        "it is %s; technical proposals are opened after the deadline of %s, prices after the ratings are final, of bids after the deadline"
                                .formatted(tender.word(), tender.invitation().closesAt())));
    }

    /** Why what an officer hands in is not taken, if it is not. */
    public Optional<TenderRefusal> fault(Tender tender, List<Handed> now, List<String> witnesses, RuleBook rules) {
        var early = tooEarly(tender, part);
        if (early.isPresent()) {
            return early;
        }
        Map<UUID, WaitingBid> bids = sealed.stream().collect(Collectors.toMap(WaitingBid::id, Function.identity()));
        Set<UUID> named = now.stream().map(Handed::bid).collect(Collectors.toUnmodifiableSet());
        if (!named.equals(bids.keySet()) || named.size() != now.size()) {
            return Optional.of(new ShareWrong(
                    tender.id(), "it takes one entry for each of the %d envelopes".formatted(bids.size())));
        }
        for (Handed one : now) {
            WaitingBid bid = bids.get(one.bid());
            EnvelopeHead head = bid == null ? null : bid.head();
            String share = one.share();
            if (head != null && share != null && !head.isShare(one.key(), bytes(share))) {
                return Optional.of(new ShareWrong(tender.id(), "that of bid %s is not its share".formatted(one.bid())));
            }
        }
        long least = tender.published()
                .map(publication -> rules.number("minimum-witnesses", publication.on()))
                .orElse(1);
        return witnesses.size() < least ? Optional.of(new WitnessesMissing(least)) : Optional.empty();
    }

    /** Whether that officer, or that key, was there before. */
    public Optional<TenderRefusal> again(Tender tender, Turn turn, List<Turn> turns) {
        if (turns.stream().anyMatch(one -> one.key() == turn.key())) {
            return Optional.of(
                    new NotNow(tender.id(), "the shares of this key are handed in; the other officer's are missing"));
        }
        return turns.stream().anyMatch(one -> one.by().equals(turn.by()))
                ? Optional.of(new OfficerTwice(tender.id()))
                : Optional.empty();
    }

    /** An officer's coming to the opening with one of the two keys. */
    public record Turn(int key, Person by, List<String> witnesses, Instant at) {
        public Turn {
            witnesses = List.copyOf(witnesses);
        }
    }

    /** An envelope's content, to be kept from now on. */
    public static final class Content {

        private final UUID bid;
        private final Part part;
        private final byte[] bytes;

        Content(UUID bid, Part part, byte[] bytes) {
            this.bid = bid;
            this.part = part;
            this.bytes = bytes;
        }

        public UUID bid() {
            return bid;
        }

        public Part part() {
            return part;
        }

        public byte[] bytes() {
            return bytes.clone();
        }
    }

    /** Where envelopes lie one by one, so that nobody holds two of them at a time, and where their contents go. */
    public interface Box {

        /** The bid's envelope of the part that is opened, if it has one. */
        Optional<Envelope> take(UUID bid);

        /** Keeps what lay in it. */
        void keep(Content content);
    }

    /**
     * Opens, with both officers' shares.
     *
     * @param now what the second officer hands in
     * @param turns both officers
     * @param box taken from and given to one envelope at a time; nothing of it is kept here
     */
    public Decision<Tender> open(
            Tender tender,
            List<Handed> now,
            List<Turn> turns,
            Box box,
            PriceForm.Reader forms,
            Function<UUID, Optional<Program>> programs,
            Function<UUID, String> partnerName,
            Instant at) {
        List<Handed> all = new ArrayList<>(before);
        all.addAll(now);
        var opening = new Opening(
                turns.stream()
                        .sorted(Comparator.comparingInt(Turn::key))
                        .map(Turn::by)
                        .toList(),
                turns.stream()
                        .flatMap(turn -> turn.witnesses().stream())
                        .distinct()
                        .toList(),
                at);
        List<Bid> found = new ArrayList<>();
        Map<UUID, Bid> known = tender.bids().stream().collect(Collectors.toMap(Bid::id, Function.identity()));
        for (WaitingBid bid : sealed) {
            Bid until = known.getOrDefault(bid.id(), fresh(bid, partnerName));
            found.add(opened(tender.invitation(), bid, until, all, box, forms, programs));
        }
        Tender next = switch (tender) {
            case Closed(var invitation, var publication)
            when part == Part.TECHNICAL -> new Opened(invitation, publication, opening, found, List.of());
            case Closed(var invitation, var publication) ->
                new PricesOpened(invitation, publication, null, null, opening, found);
            case Evaluated(var invitation, var publication, var technical, var _, var evaluation) ->
                new PricesOpened(invitation, publication, technical, evaluation, opening, found);
            default -> throw new IllegalStateException("asked tooEarly before");
        };
        return Decision.accept(next);
    }

    private Bid fresh(WaitingBid bid, Function<UUID, String> partnerName) {
        return new Bid(
                bid.id(),
                bid.partner(),
                partnerName.apply(bid.partner()),
                bid.submittedAt(),
                bid.digest(),
                null,
                null,
                null);
    }

    private Bid opened(
            Invitation invitation,
            WaitingBid bid,
            Bid until,
            List<Handed> all,
            Box box,
            PriceForm.Reader forms,
            Function<UUID, Optional<Program>> programs) {
        if (!until.isReadable()) {
            return until;
        }
        var unread = all.stream()
                .filter(one -> one.bid().equals(bid.id()) && one.share() == null)
                .findFirst();
        if (unread.isPresent()) {
            return until.unreadable("the share of key %d could not be read: %s"
                    .formatted(unread.get().key() + 1, unread.get().why()));
        }
        byte[] one = share(all, bid.id(), 0);
        byte[] two = share(all, bid.id(), 1);
        if (one == null || two == null) {
            throw new IllegalStateException("both shares were asked for before");
        }
        Envelope envelope =
                box.take(bid.id()).orElseThrow(() -> new IllegalStateException("no envelope of " + bid.id()));
        byte[] content;
        try {
            content = envelope.open(invitation.id().value(), part, bid.partner(), one, two);
        } catch (EnvelopeException e) {
            return until.unreadable(String.valueOf(e.getMessage()));
        }
        box.keep(new Content(bid.id(), part, content));
        return part == Part.TECHNICAL
                ? until
                : priced(invitation, bid, until, content, Envelope.lot(one, two), forms, programs);
    }

    private static byte @Nullable [] share(List<Handed> all, UUID bid, int key) {
        for (Handed one : all) {
            String share = one.share();
            if (one.bid().equals(bid) && one.key() == key && share != null) {
                return bytes(share);
            }
        }
        return null;
    }

    private static byte[] bytes(String share) {
        return Base64.getDecoder().decode(share);
    }

    private static Bid priced(
            Invitation invitation,
            WaitingBid bid,
            Bid until,
            byte[] content,
            String lot,
            PriceForm.Reader forms,
            Function<UUID, Optional<Program>> programs) {
        try {
            PriceForm form = forms.read(content);
            Program program = programs.apply(form.program())
                    .filter(one -> one.partner().equals(bid.partner()))
                    .filter(one -> one.serviceArea().equals(invitation.serviceArea()))
                    .orElseThrow(() -> new PriceForm.UnreadableException(
                            "its program is none of the bidder's in " + invitation.serviceArea()));
            return until.priced(Price.of(form, invitation, program), lot);
        } catch (PriceForm.UnreadableException e) {
            return until.unreadable("the price: " + e.getMessage());
        }
    }
}
