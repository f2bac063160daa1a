package org.partnershipfund.procurement.tender;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.partnershipfund.kernel.envelope.Envelope.Part;
import org.partnershipfund.procurement.contract.Person;

/**
 * A tender is always in exactly one of these states. What is in a sealed envelope has no place in the states before its
 * opening: it cannot be shown, because it is not there.
 *
 * <p>Source: docs/policy/tenders.md §2.
 */
public sealed interface Tender {

    /** What is tendered. */
    Invitation invitation();

    default TenderId id() {
        return invitation().id();
    }

    /** Written, seen by the offices only; the officers register their keys. */
    record Drafted(Invitation invitation, List<OfficerKey> keys) implements Tender {
        public Drafted {
            keys = List.copyOf(keys);
        }
    }

    /** Public; envelopes are taken in. */
    record Published(Invitation invitation, Publication publication) implements Tender {}

    /** The deadline is over; nothing is opened yet. */
    record Closed(Invitation invitation, Publication publication) implements Tender {}

    /** Technical proposals are open and are rated; prices are sealed. */
    record Opened(
            Invitation invitation, Publication publication, Opening technical, List<Bid> bids, List<Mark.Sheet> sheets)
            implements Tender {
        public Opened {
            bids = List.copyOf(bids);
            sheets = List.copyOf(sheets);
        }
    }

    /** The ratings are final; prices are sealed. */
    record Evaluated(
            Invitation invitation, Publication publication, Opening technical, List<Bid> bids, Evaluation evaluation)
            implements Tender {
        public Evaluated {
            bids = List.copyOf(bids);
        }
    }

    /**
     * Everything is open.
     *
     * @param technical null for bids
     * @param evaluation null for bids
     */
    record PricesOpened(
            Invitation invitation,
            Publication publication,
            @Nullable Opening technical,
            @Nullable Evaluation evaluation,
            Opening prices,
            List<Bid> bids)
            implements Tender {
        public PricesOpened {
            bids = List.copyOf(bids);
        }
    }

    /** Decided. */
    record Awarded(PricesOpened opened, Choice choice) implements Tender {
        @Override
        public Invitation invitation() {
            return opened.invitation();
        }
    }

    /** Ended without an award; what was sealed stays so. */
    record Cancelled(Tender before, String reason, Person by, Instant at) implements Tender {
        @Override
        public Invitation invitation() {
            return before.invitation();
        }
    }

    /**
     * How it was made public.
     *
     * @param on the day whose rules count: that of the last notice
     */
    record Publication(List<OfficerKey> keys, List<Notice> notices, LocalDate on, Instant at) {
        public Publication {
            keys = List.copyOf(keys);
            notices = List.copyOf(notices);
        }

        /** What envelopes are sealed to, in this order. */
        public List<String> fingerprints() {
            return keys.stream().map(OfficerKey::fingerprint).toList();
        }
    }

    /** Who opened, and who looked on. */
    record Opening(List<Person> officers, List<String> witnesses, Instant at) {
        public Opening {
            officers = List.copyOf(officers);
            witnesses = List.copyOf(witnesses);
        }
    }

    /** What each evaluator said, and what they say together. */
    record Evaluation(List<Mark.Sheet> sheets, List<Mark.Consensus> consensus, Instant at) {
        public Evaluation {
            sheets = List.copyOf(sheets);
            consensus = List.copyOf(consensus);
        }

        /** What they say together of that proposal. */
        public Optional<Mark.Consensus> of(UUID bid) {
            return consensus.stream().filter(one -> one.bid().equals(bid)).findFirst();
        }
    }

    /**
     * Whom the officer chose.
     *
     * @param ranking readable bids that are not left out, the cheapest first, equals in the order of the draw
     * @param drawn whether a draw decided the order of equals
     */
    record Choice(
            List<UUID> bids, List<LeftOut> left, String justification, List<UUID> ranking, boolean drawn, Instant at) {
        public Choice {
            bids = List.copyOf(bids);
            left = List.copyOf(left);
            ranking = List.copyOf(ranking);
        }
    }

    /** Whose bid is left out, because bid or bidder is not responsive or not responsible. */
    record LeftOut(UUID bid, String reason) {}

    /** How it was made public, if it was. */
    default Optional<Publication> published() {
        return switch (this) {
            case Drafted _ -> Optional.empty();
            case Published(var _, var publication) -> Optional.of(publication);
            case Closed(var _, var publication) -> Optional.of(publication);
            case Opened opened -> Optional.of(opened.publication());
            case Evaluated evaluated -> Optional.of(evaluated.publication());
            case PricesOpened opened -> Optional.of(opened.publication());
            case Awarded awarded -> Optional.of(awarded.opened().publication());
            case Cancelled cancelled -> cancelled.before().published();
        };
    }

    /** What was found at the opening; empty before. */
    default List<Bid> bids() {
        return switch (this) {
            case Drafted _, Published _, Closed _ -> List.of();
            case Opened opened -> opened.bids();
            case Evaluated evaluated -> evaluated.bids();
            case PricesOpened opened -> opened.bids();
            case Awarded awarded -> awarded.opened().bids();
            case Cancelled cancelled -> cancelled.before().bids();
        };
    }

    /** What the evaluators said together; empty before it is final. */
    default Optional<Evaluation> evaluated() {
        return switch (this) {
            case Drafted _, Published _, Closed _, Opened _ -> Optional.empty();
            case Evaluated evaluated -> Optional.of(evaluated.evaluation());
            case PricesOpened opened -> Optional.ofNullable(opened.evaluation());
            case Awarded awarded -> Optional.ofNullable(awarded.opened().evaluation());
            case Cancelled cancelled -> cancelled.before().evaluated();
        };
    }

    /** The word of the state. */
    default String word() {
        return switch (this) {
            case Drafted _ -> "drafted";
            case Published _ -> "published";
            case Closed _ -> "closed";
            case Opened _ -> "opened";
            case Evaluated _ -> "evaluated";
            case PricesOpened _ -> "prices-opened";
            case Awarded _ -> "awarded";
            case Cancelled _ -> "cancelled";
        };
    }

    /** The tender at that instant: at the deadline it closes by itself. */
    default Tender at(Instant now) {
        return this instanceof Published(var invitation, var publication) && !now.isBefore(invitation.closesAt())
                ? new Closed(invitation, publication)
                : this;
    }

    /** Whether somebody is shown who bid: never before the opening. */
    default boolean isOpened(Part part) {
        return switch (this) {
            case Drafted _, Published _, Closed _ -> false;
            case Opened _, Evaluated _ -> part == Part.TECHNICAL;
            case PricesOpened _, Awarded _ -> true;
            case Cancelled cancelled -> cancelled.before().isOpened(part);
        };
    }
}
