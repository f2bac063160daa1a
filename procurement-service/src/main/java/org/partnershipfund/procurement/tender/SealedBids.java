package org.partnershipfund.procurement.tender;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.partnershipfund.kernel.envelope.Envelope;
import org.partnershipfund.kernel.envelope.Envelope.Part;
import org.partnershipfund.procurement.contract.Person;
import org.partnershipfund.procurement.tender.OpeningBids.Content;
import org.partnershipfund.procurement.tender.OpeningBids.Turn;

/** The box into which envelopes are put; what is in it is added to and never changed. */
public interface SealedBids {

    /** Puts envelopes in; an earlier bid of the same bidder does not count any more. */
    void submit(SealedBid bid);

    /**
     * How many bids the partner has put in so far, also those that do not count any more. Others who act for the same
     * partner wait until this transaction has ended; other partners do not.
     */
    int handedIn(TenderId tender, UUID partner);

    /** Takes a bidder's bid back: it does not count any more. */
    void withdraw(TenderId tender, UUID partner, Person by, Instant at);

    /** Every bid that counts, by id, with the head of its envelope of that part; the contents stay where they are. */
    List<WaitingBid> counting(TenderId tender, Part part);

    /** One envelope of a bid, if it has one of that part. */
    Optional<Envelope> envelope(TenderId tender, UUID bid, Part part);

    /** What somebody has to do with those who bid, or may bid in that service area. */
    Stake stake(TenderId tender, String serviceArea, Person who);

    /** How many count. */
    int count(TenderId tender);

    /** A bidder's own bid that counts, without its envelopes. */
    Optional<Receipt> receipt(TenderId tender, UUID partner);

    /** What a bidder has in hand. */
    record Receipt(UUID bid, TenderId tender, UUID partner, Instant submittedAt, List<String> digests) {
        public Receipt {
            digests = List.copyOf(digests);
        }
    }

    /** Keeps what an officer handed in. */
    void hand(TenderId tender, Part part, Turn turn, List<Handed> shares);

    /** What was handed in before. */
    List<Handed> handed(TenderId tender, Part part);

    /** Which officers came before. */
    List<Turn> turns(TenderId tender, Part part);

    /** Keeps what lay in an envelope. */
    void keep(Content content);

    /** What lay in an envelope, once it is open. */
    Optional<byte[]> content(TenderId tender, UUID bid, Part part);
}
