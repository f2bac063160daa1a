package org.partnershipfund.procurement.tender;

import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.partnershipfund.kernel.Money;
import org.partnershipfund.kernel.Refusal;
import org.partnershipfund.procurement.process.ProcessId;

/** Every way a tender can say no. */
public sealed interface TenderRefusal extends Refusal {

    /** A moment as people of the district read it. */
    private static String moment(ZonedDateTime at) {
        return DateTimeFormatter.ofPattern("d MMMM uuuu, HH:mm:ss zzz", Locale.US)
                .format(at);
    }

    /** No tender has this id. */
    record NoSuchTender(UUID tender) implements TenderRefusal {
        @Override
        public String sentence() {
            return "There is no tender %s.".formatted(tender);
        }
    }

    /** No bid of the tender that is open has this id. */
    record NoSuchBid(TenderId tender, UUID bid) implements TenderRefusal {
        @Override
        public String sentence() {
            return "Tender %s has no readable bid %s; its register lists them once they are open."
                    .formatted(tender, bid);
        }
    }

    /** No question of the tender has this id. */
    record NoSuchQuestion(TenderId tender, UUID question) implements TenderRefusal {
        @Override
        public String sentence() {
            return "Tender %s has no question %s.".formatted(tender, question);
        }
    }

    /** Its state does not allow it. */
    record NotNow(TenderId tender, String why) implements TenderRefusal {
        @Override
        public String sentence() {
            return "Tender %s does not allow that now: %s.".formatted(tender, why);
        }
    }

    /** Proposals without the written reason that the law asks for. */
    record ReasonForProposalsMissing() implements TenderRefusal {
        @Override
        public String sentence() {
            return "Proposals instead of bids take a written reason; say it in whyProposals, or invite bids.";
        }
    }

    /** What is invited for is not complete, or contradicts itself. */
    record TermsIncomplete(String what) implements TenderRefusal {
        @Override
        public String sentence() {
            return "The invitation cannot be drafted so: %s.".formatted(what);
        }
    }

    /** A framework that ends before it begins, or runs too long. */
    record TermNotPossible(LocalDate from, LocalDate until, LocalDate latest) implements TenderRefusal {
        @Override
        public String sentence() {
            return "A framework from %s ends after that day and by %s, not on %s.".formatted(from, latest, until);
        }
    }

    /** The process is not put to a sealed competition, or has a tender. */
    record ProcessNotTenderable(ProcessId process, String why) implements TenderRefusal {
        @Override
        public String sentence() {
            return "Process %s cannot be tendered: %s.".formatted(process, why);
        }
    }

    /** It is no public key. */
    record KeyUnusable(String why) implements TenderRefusal {
        @Override
        public String sentence() {
            return "The key cannot be registered: %s. Make one with ./fund bid keys.".formatted(why);
        }
    }

    /** Envelopes need two officers. */
    record KeysMissing(TenderId tender, int missing) implements TenderRefusal {
        @Override
        public String sentence() {
            return "Tender %s needs the public keys of two officers before it is published; %d missing."
                    .formatted(tender, missing);
        }
    }

    /** After the deadline nothing is taken in or back. */
    record BidTooLate(TenderId tender, ZonedDateTime closed, ZonedDateTime now) implements TenderRefusal {
        @Override
        public String sentence() {
            return "Tender %s closed at its deadline of %s; it is %s by the clock of this service. Late bids are not kept."
                    .formatted(tender, moment(closed), moment(now));
        }
    }

    /** A partner replaces its bid so often and no more. */
    record TooManyReplacements(TenderId tender, int most) implements TenderRefusal {
        @Override
        public String sentence() {
            return "The partner has replaced its bid in tender %s %d times, as often as the rules allow; the newest one counts and may still be taken back."
                    .formatted(tender, most);
        }
    }

    /** Questions end before the deadline, so that answers reach everybody. */
    record QuestionTooLate(TenderId tender, LocalDate last, ZonedDateTime closes) implements TenderRefusal {
        @Override
        public String sentence() {
            return "Questions about tender %s were taken until the end of %s; it closes on %s."
                    .formatted(tender, last, moment(closes));
        }
    }

    /** A question is answered once, to everybody. */
    record AnsweredAlready(UUID question) implements TenderRefusal {
        @Override
        public String sentence() {
            return "Question %s is answered; an answer is public and is not changed.".formatted(question);
        }
    }

    /** Not sealed as the tender asks. */
    record EnvelopeUnusable(String part, String why) implements TenderRefusal {
        @Override
        public String sentence() {
            return "The envelope %s is not taken in: %s.".formatted(part, why);
        }
    }

    /** The law asks every bidder for both certificates. */
    record CertificatesMissing() implements TenderRefusal {
        @Override
        public String sentence() {
            return "A bid certifies nonCollusion (c.30B s.10) and taxAttestation (c.62C s.49A); both must be true.";
        }
    }

    /** Nobody bids for a partner of which nothing is known here. */
    record BidderNotKnown(UUID partner, String serviceArea) implements TenderRefusal {
        @Override
        public String sentence() {
            return "Partner %s has no registered program in %s that you may bid for; register it, or try again in a moment."
                    .formatted(partner, serviceArea);
        }
    }

    /** Nothing of the bidder is in the box. */
    record NoBidOfYours(TenderId tender) implements TenderRefusal {
        @Override
        public String sentence() {
            return "You have no bid in tender %s.".formatted(tender);
        }
    }

    /** What was handed in does not fit the envelopes. */
    record ShareWrong(TenderId tender, String why) implements TenderRefusal {
        @Override
        public String sentence() {
            return "The shares for tender %s are not taken: %s.".formatted(tender, why);
        }
    }

    /** Two officers, not one twice. */
    record OfficerTwice(TenderId tender) implements TenderRefusal {
        @Override
        public String sentence() {
            return "You have handed in the shares of the other key of tender %s; another officer hands in these."
                    .formatted(tender);
        }
    }

    /** Nobody decides about bids who has to do with one of the bidders. */
    record BelongsToBidder(TenderId tender, String why) implements TenderRefusal {
        @Override
        public String sentence() {
            return "You have no part in deciding tender %s: %s. Let another person of the office do it."
                    .formatted(tender, why);
        }
    }

    /** Openings have witnesses. */
    record WitnessesMissing(long least) implements TenderRefusal {
        @Override
        public String sentence() {
            return "An opening is witnessed by %d or more who are named in witnesses.".formatted(least);
        }
    }

    /** Not every criterion once. */
    record MarksIncomplete(List<String> criteria) implements TenderRefusal {
        public MarksIncomplete {
            criteria = List.copyOf(criteria);
        }

        @Override
        public String sentence() {
            return "Each proposal is rated once by each criterion: %s.".formatted(criteria);
        }
    }

    /** Ratings are not final before enough have rated. */
    record TooFewEvaluators(UUID bid, int evaluators, int least) implements TenderRefusal {
        @Override
        public String sentence() {
            return "%d evaluators have rated proposal %s; it takes %d before the ratings are final."
                    .formatted(evaluators, bid, least);
        }
    }

    /** A consensus that nobody holds. */
    record ConsensusOutside(UUID bid, String criterion, Rating rating) implements TenderRefusal {
        @Override
        public String sentence() {
            return "No evaluator rated %s of proposal %s as far as %s; a consensus lies between the best and the worst of them."
                    .formatted(criterion, bid, rating.word());
        }
    }

    /** None, more than invited for, or one twice. */
    record TooManyAwards(int asked, int most) implements TenderRefusal {
        @Override
        public String sentence() {
            return "%d bids are named; the invitation allows 1 to %d different ones.".formatted(asked, most);
        }
    }

    /** Unreadable, unacceptable, or left out. */
    record BidNotAwardable(UUID bid, String why) implements TenderRefusal {
        @Override
        public String sentence() {
            return "Bid %s cannot be awarded: %s.".formatted(bid, why);
        }
    }

    /** Somebody responsible and responsive is better placed. */
    record NotTheBestBid(UUID bid, String name, Money price) implements TenderRefusal {
        @Override
        public String sentence() {
            return "Bid %s of %s over %s comes first, by its price or by the draw among equals; award it, or leave it out with the reason."
                    .formatted(bid, name, price);
        }
    }

    /** A call-off names no award. */
    record NoSuchFrameworkAward(String reference) implements TenderRefusal {
        @Override
        public String sentence() {
            return "There is no framework award '%s'; GET /framework-awards lists them, and route.reference is the id of one."
                    .formatted(reference);
        }
    }

    /** The award does not cover the purchase. */
    record AwardDoesNotCover(UUID award, String why) implements TenderRefusal {
        @Override
        public String sentence() {
            return "Framework award %s does not cover it: %s.".formatted(award, why);
        }
    }

    /** All that is called off stays within what was published. */
    record FrameworkExceeded(UUID award, TenderId tender, Money value, Money called) implements TenderRefusal {
        @Override
        public String sentence() {
            return "With this, %s would be called off from the awards of tender %s, which was published for %s in all its years; take less from award %s, or put the purchase to a competition of its own."
                    .formatted(called, tender, value, award);
        }
    }

    /** A call-off takes units of the award, and no others. */
    record UnitsNotAwarded(UUID award, List<String> codes) implements TenderRefusal {
        public UnitsNotAwarded {
            codes = List.copyOf(codes);
        }

        @Override
        public String sentence() {
            return "A call-off says in units how much it takes, each quantity above 0; award %s has %s."
                    .formatted(award, codes);
        }
    }
}
