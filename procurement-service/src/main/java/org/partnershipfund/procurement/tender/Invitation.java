package org.partnershipfund.procurement.tender;

import java.time.Instant;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.partnershipfund.kernel.Money;
import org.partnershipfund.kernel.envelope.Envelope.Part;
import org.partnershipfund.procurement.contract.Person;
import org.partnershipfund.procurement.process.ProcessId;
import org.partnershipfund.procurement.rules.RuleBook;
import org.partnershipfund.procurement.tender.TenderRefusal.ReasonForProposalsMissing;
import org.partnershipfund.procurement.tender.TenderRefusal.TermNotPossible;
import org.partnershipfund.procurement.tender.TenderRefusal.TermsIncomplete;

/**
 * What an officer invites offers for; it never changes, so that everybody bids for the same.
 *
 * <p>Source: docs/policy/tenders.md §1.
 *
 * @param value all years with options, as estimated; of a process it is what the process is worth
 * @param whyProposals the written reason for asking for proposals instead of bids; null for bids
 * @param criteria by which proposals are rated; none for bids
 * @param closesAt until when envelopes are taken in
 */
public record Invitation(
        TenderId id,
        Kind kind,
        String title,
        String description,
        String serviceArea,
        Subject subject,
        Money value,
        @Nullable String whyProposals,
        List<String> criteria,
        Instant closesAt,
        Person draftedBy,
        LocalDate draftedOn) {

    public Invitation {
        criteria = List.copyOf(criteria);
    }

    /** How the winner is found. */
    public enum Kind {
        /** An invitation for bids: the best price of a responsible and responsive bidder. */
        BIDS,
        /** A request for proposals: the most advantageous one, price and quality together. */
        PROPOSALS;

        /** The word on the wire. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** What is tendered. */
    public sealed interface Subject {}

    /** What one contracting process buys. */
    public record ForProcess(ProcessId process) implements Subject {}

    /**
     * A service area for the whole district, before schools choose: several awards, from which they call off.
     *
     * @param items what has a unit price
     */
    public record Framework(LocalDate from, LocalDate until, int mostAwards, List<Item> items) implements Subject {
        public Framework {
            items = List.copyOf(items);
        }
    }

    /**
     * Something with a unit price.
     *
     * @param quantity how many the district expects in all; only offers are compared by it, nothing is promised
     */
    public record Item(String code, String description, String unit, long quantity) {}

    /** Which envelopes a bidder sends. */
    public List<Part> parts() {
        return kind == Kind.PROPOSALS ? List.of(Part.TECHNICAL, Part.PRICE) : List.of(Part.PRICE);
    }

    /** Why it cannot be tendered so, if it cannot. */
    Optional<TenderRefusal> fault(RuleBook rules) {
        if (kind == Kind.PROPOSALS && (whyProposals == null || whyProposals.isBlank())) {
            return Optional.of(new ReasonForProposalsMissing());
        }
        if (kind == Kind.PROPOSALS
                && (criteria.isEmpty() || Set.copyOf(criteria).size() < criteria.size())) {
            return Optional.of(new TermsIncomplete("a request for proposals has criteria, each named once"));
        }
        if (kind == Kind.BIDS && !criteria.isEmpty()) {
            return Optional.of(
                    new TermsIncomplete("bids are compared by their price; leave criteria out, or ask for proposals"));
        }
        return switch (subject) {
            case ForProcess _ -> Optional.empty();
            case Framework framework -> fault(framework, rules);
        };
    }

    private Optional<TenderRefusal> fault(Framework framework, RuleBook rules) {
        int years = rules.number("term-years", draftedOn);
        LocalDate latest = framework.from().plusYears(years).minusDays(1);
        if (!framework.until().isAfter(framework.from()) || framework.until().isAfter(latest)) {
            return Optional.of(new TermNotPossible(framework.from(), framework.until(), latest));
        }
        Set<String> codes = new HashSet<>();
        return framework.items().isEmpty()
                        || !framework.items().stream().allMatch(item -> codes.add(item.code()) && item.quantity() > 0)
                ? Optional.of(new TermsIncomplete(
                        "a framework has items, each with a code of its own and a quantity above 0"))
                : Optional.empty();
    }
}
