package org.partnershipfund.procurement.tender;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.partnershipfund.kernel.Decision;
import org.partnershipfund.procurement.rules.RuleBook;
import org.partnershipfund.procurement.tender.Mark.Consensus;
import org.partnershipfund.procurement.tender.Mark.Sheet;
import org.partnershipfund.procurement.tender.Tender.Evaluated;
import org.partnershipfund.procurement.tender.Tender.Evaluation;
import org.partnershipfund.procurement.tender.Tender.Opened;
import org.partnershipfund.procurement.tender.TenderRefusal.ConsensusOutside;
import org.partnershipfund.procurement.tender.TenderRefusal.MarksIncomplete;
import org.partnershipfund.procurement.tender.TenderRefusal.NoSuchBid;
import org.partnershipfund.procurement.tender.TenderRefusal.NotNow;
import org.partnershipfund.procurement.tender.TenderRefusal.TooFewEvaluators;

/** Evaluators rate proposals before anybody knows a price. Source: docs/policy/tenders.md §6. */
public final class Judging {

    private Judging() {}

    /** What one evaluator says of one proposal; a newer sheet takes the place of the older until ratings are final. */
    public static Decision<Tender> rate(Tender tender, Sheet sheet) {
        if (!(tender instanceof Opened(var invitation, var publication, var technical, var bids, var sheets))) {
            return Decision.refuse(notOpened(tender));
        }
        if (bids.stream().noneMatch(bid -> bid.id().equals(sheet.bid()) && bid.isReadable())) {
            return Decision.refuse(new NoSuchBid(tender.id(), sheet.bid()));
        }
        if (!isComplete(invitation, sheet.marks())) {
            return Decision.refuse(new MarksIncomplete(invitation.criteria()));
        }
        List<Sheet> all = new ArrayList<>(sheets);
        all.removeIf(one -> one.bid().equals(sheet.bid()) && one.evaluator().equals(sheet.evaluator()));
        all.add(sheet);
        return Decision.accept(new Opened(invitation, publication, technical, bids, all));
    }

    private static NotNow notOpened(Tender tender) {
        return new NotNow(
                tender.id(),
                "proposals are rated after their opening and until the ratings are final; it is " + tender.word());
    }

    private static boolean isComplete(Invitation invitation, List<Mark> marks) {
        Set<String> named = marks.stream().map(Mark::criterion).collect(Collectors.toUnmodifiableSet());
        return marks.size() == named.size() && named.equals(Set.copyOf(invitation.criteria()));
    }

    /** What the evaluators say together; it is final, and prices may be opened. */
    public static Decision<Tender> conclude(Tender tender, List<Consensus> consensus, RuleBook rules, Instant at) {
        if (!(tender instanceof Opened(var invitation, var publication, var technical, var bids, var sheets))) {
            return Decision.refuse(notOpened(tender));
        }
        int least = rules.number("minimum-evaluators", publication.on());
        for (Bid bid : bids) {
            if (!bid.isReadable()) {
                continue;
            }
            List<Sheet> of =
                    sheets.stream().filter(one -> one.bid().equals(bid.id())).toList();
            if (of.size() < least) {
                return Decision.refuse(new TooFewEvaluators(bid.id(), of.size(), least));
            }
            var said =
                    consensus.stream().filter(one -> one.bid().equals(bid.id())).toList();
            if (said.size() != 1 || !isComplete(invitation, said.getFirst().marks())) {
                return Decision.refuse(new MarksIncomplete(invitation.criteria()));
            }
            for (Mark mark : said.getFirst().marks()) {
                if (isOutside(mark, of)) {
                    return Decision.refuse(new ConsensusOutside(bid.id(), mark.criterion(), mark.rating()));
                }
            }
            var ratings =
                    said.getFirst().marks().stream().map(Mark::rating).sorted().toList();
            Rating composite = said.getFirst().composite();
            if (!ratings.isEmpty()
                    && (composite.compareTo(ratings.getFirst()) < 0 || composite.compareTo(ratings.getLast()) > 0)) {
                return Decision.refuse(new ConsensusOutside(bid.id(), "all criteria together", composite));
            }
        }
        var stranger = consensus.stream()
                .filter(one -> bids.stream().noneMatch(bid -> bid.id().equals(one.bid()) && bid.isReadable()))
                .findFirst();
        return stranger.isPresent()
                ? Decision.refuse(new NoSuchBid(tender.id(), stranger.get().bid()))
                : Decision.accept(
                        new Evaluated(invitation, publication, technical, bids, new Evaluation(sheets, consensus, at)));
    }

    /** A consensus is nobody's view if it is better than the best of them, or worse than the worst. */
    private static boolean isOutside(Mark mark, List<Sheet> sheets) {
        List<Rating> given = sheets.stream()
                .flatMap(sheet -> sheet.marks().stream())
                .filter(one -> one.criterion().equals(mark.criterion()))
                .map(Mark::rating)
                .sorted()
                .toList();
        return mark.rating().compareTo(given.getFirst()) < 0 || mark.rating().compareTo(given.getLast()) > 0;
    }
}
