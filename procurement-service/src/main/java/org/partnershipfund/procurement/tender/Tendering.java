package org.partnershipfund.procurement.tender;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.partnershipfund.kernel.Decision;
import org.partnershipfund.kernel.Refusal;
import org.partnershipfund.procurement.contract.Person;
import org.partnershipfund.procurement.process.ProcessRefusal.DateNotPossible;
import org.partnershipfund.procurement.process.ProcessRefusal.NoticeTooShort;
import org.partnershipfund.procurement.process.ProcessRefusal.PlacesMissing;
import org.partnershipfund.procurement.rules.RuleBook;
import org.partnershipfund.procurement.tender.Tender.Awarded;
import org.partnershipfund.procurement.tender.Tender.Cancelled;
import org.partnershipfund.procurement.tender.Tender.Drafted;
import org.partnershipfund.procurement.tender.Tender.Publication;
import org.partnershipfund.procurement.tender.Tender.Published;
import org.partnershipfund.procurement.tender.TenderRefusal.BidTooLate;
import org.partnershipfund.procurement.tender.TenderRefusal.KeysMissing;
import org.partnershipfund.procurement.tender.TenderRefusal.NotNow;
import org.partnershipfund.procurement.tender.TenderRefusal.QuestionTooLate;
import org.partnershipfund.procurement.tender.TenderRefusal.TooManyReplacements;

/** A tender is drafted, published, asked about, bid for, cancelled. Source: docs/policy/tenders.md §1 to §4. */
public final class Tendering {

    /** How many officers open together. */
    private static final int KEYS = 2;

    private Tendering() {}

    /** Drafts the tender. */
    public static Decision<Tender> draft(Invitation invitation, RuleBook rules) {
        var fault = invitation.fault(rules);
        return fault.isPresent() ? Decision.refuse(fault.get()) : Decision.accept(new Drafted(invitation, List.of()));
    }

    /** An officer's public key; a newer one of the same officer takes the place of the older. */
    public static Decision<Tender> register(Tender tender, OfficerKey key) {
        if (!(tender instanceof Drafted(var invitation, var keys))) {
            return Decision.refuse(
                    new NotNow(tender.id(), "keys are registered before the publication; it is " + tender.word()));
        }
        List<OfficerKey> all = new ArrayList<>(keys);
        all.removeIf(one -> one.officer().equals(key.officer()));
        if (all.size() == KEYS) {
            return Decision.refuse(new NotNow(tender.id(), "two other officers have registered their keys"));
        }
        if (all.stream().anyMatch(one -> one.fingerprint().equals(key.fingerprint()))) {
            return Decision.refuse(
                    new NotNow(tender.id(), "another officer has registered the same key; each makes their own"));
        }
        all.add(key);
        return Decision.accept(new Drafted(invitation, all));
    }

    /**
     * Publishes it once the notices stand.
     *
     * @param places where the rules want a notice for its value
     */
    public static Decision<Tender> publish(
            Tender tender, List<Notice> notices, Set<String> places, RuleBook rules, ZoneId zone, Instant now) {
        if (!(tender instanceof Drafted(var invitation, var keys))) {
            return Decision.refuse(new NotNow(tender.id(), "it is " + tender.word() + " already"));
        }
        if (keys.size() < KEYS) {
            return Decision.refuse(new KeysMissing(tender.id(), KEYS - keys.size()));
        }
        Set<String> missing = new TreeSet<>(places);
        missing.removeAll(notices.stream().map(Notice::place).collect(Collectors.toUnmodifiableSet()));
        if (!missing.isEmpty()) {
            return Decision.refuse(new PlacesMissing(List.copyOf(missing)));
        }
        LocalDate today = LocalDate.ofInstant(now, zone);
        var wrong = notices.stream()
                .filter(one -> one.postedOn().isBefore(invitation.draftedOn())
                        || one.postedOn().isAfter(today))
                .findFirst();
        if (wrong.isPresent()) {
            return Decision.refuse(new DateNotPossible(
                    "notice (" + wrong.get().place() + ")", wrong.get().postedOn(), invitation.draftedOn(), today));
        }
        LocalDate last = lastNotice(notices);
        LocalDate earliest = last.plusDays(rules.number("notice-days", last));
        LocalDate closes = LocalDate.ofInstant(invitation.closesAt(), zone);
        // Nobody seals anything before the keys are public, so it is published while there is time to bid.
        return closes.isBefore(earliest) || !now.isBefore(invitation.closesAt())
                ? Decision.refuse(
                        new NoticeTooShort(last, closes, earliest.isAfter(closes) ? earliest : today.plusDays(1)))
                : Decision.accept(new Published(invitation, new Publication(keys, notices, last, now)));
    }

    /** The day whose rules count: by then the notice stood everywhere. */
    public static LocalDate lastNotice(List<Notice> notices) {
        return notices.stream()
                .map(Notice::postedOn)
                .max(Comparator.naturalOrder())
                .orElse(LocalDate.MIN);
    }

    /**
     * Why an envelope is not taken in at that instant, or taken back, if it is not. What comes at the deadline itself is
     * late.
     */
    public static Optional<Refusal> late(Tender tender, ZoneId zone, Instant now) {
        return switch (tender) {
            case Drafted drafted -> Optional.of(new NotNow(drafted.id(), "it is not published yet"));
            case Cancelled cancelled -> Optional.of(new NotNow(cancelled.id(), "it is cancelled"));
            case Published published when now.isBefore(published.invitation().closesAt()) -> Optional.empty();
            default ->
                Optional.of(new BidTooLate(
                        tender.id(), tender.invitation().closesAt().atZone(zone), now.atZone(zone)));
        };
    }

    /**
     * Why no newer bid of the partner is taken, if none is: each lies in the box for good.
     *
     * @param before how many of the partner's are in the box
     */
    public static Optional<TenderRefusal> tooOften(Tender tender, int before, RuleBook rules) {
        return tender.published()
                .map(publication -> rules.number("bid-replacements", publication.on()))
                .filter(most -> before > most)
                .map(most -> new TooManyReplacements(tender.id(), most));
    }

    /** Why no question is taken any more, if none is. */
    public static Optional<Refusal> lateToAsk(Tender tender, RuleBook rules, ZoneId zone, Instant now) {
        if (!(tender instanceof Published(var invitation, var publication))) {
            return Optional.of(
                    new NotNow(tender.id(), "questions are asked while it is published; it is " + tender.word()));
        }
        LocalDate closes = LocalDate.ofInstant(invitation.closesAt(), zone);
        LocalDate last = closes.minusDays(rules.number("question-days", publication.on()));
        LocalDate today = LocalDate.ofInstant(now, zone);
        return today.isAfter(last)
                ? Optional.of(new QuestionTooLate(
                        tender.id(), last, invitation.closesAt().atZone(zone)))
                : Optional.empty();
    }

    /** Ends it without an award. */
    public static Decision<Tender> cancel(Tender tender, String reason, Person by, Instant now) {
        return tender instanceof Awarded || tender instanceof Cancelled
                ? Decision.refuse(new NotNow(tender.id(), "it is " + tender.word()))
                : Decision.accept(new Cancelled(tender, reason, by, now));
    }
}
