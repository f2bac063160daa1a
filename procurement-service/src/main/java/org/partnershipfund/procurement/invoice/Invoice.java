package org.partnershipfund.procurement.invoice;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.partnershipfund.kernel.Money;
import org.partnershipfund.kernel.SchoolCode;
import org.partnershipfund.procurement.contract.ContractId;
import org.partnershipfund.procurement.contract.Person;
import org.partnershipfund.procurement.invoice.Verification.Verdict;
import org.partnershipfund.procurement.process.ProcessId;

/**
 * An invoice goes through five hands, never twice through the same: {@link Submission}, {@link Checking},
 * {@link Paying} decide what each of them may do.
 *
 * <p>Source: docs/policy/invoices.md.
 */
public sealed interface Invoice {

    /** What the partner sent; the same in every state. */
    Bill bill();

    /** What the schools said so far. */
    List<Verification> verifications();

    /** What was decided about single lines afterwards, in order; the last one counts. */
    List<LineDecision> decisions();

    default InvoiceId id() {
        return bill().id();
    }

    /** What the partner asks for. */
    record Bill(
            InvoiceId id,
            ContractId contract,
            ProcessId process,
            UUID partner,
            String number,
            List<InvoiceLine> lines,
            Person submittedBy,
            Instant submittedAt) {
        public Bill {
            lines = List.copyOf(lines);
        }

        /** All lines together. */
        public Money amount() {
            return lines.stream().map(InvoiceLine::amount).reduce(Money.ZERO, Money::plus);
        }

        /** What is asked of each school. */
        public Map<SchoolCode, Money> bySchool() {
            Map<SchoolCode, Money> sums = new TreeMap<>();
            lines.forEach(line -> sums.merge(line.school(), line.amount(), Money::plus));
            return sums;
        }

        /** The line at a place, counted from 1. */
        public Optional<InvoiceLine> line(int place) {
            return place >= 1 && place <= lines.size() ? Optional.of(lines.get(place - 1)) : Optional.empty();
        }
    }

    /** One hand it went through. */
    record Hand(Person by, Instant at) {}

    /** Some schools have not spoken yet. */
    record Submitted(Bill bill, List<Verification> verifications, List<LineDecision> decisions) implements Invoice {
        public Submitted {
            verifications = List.copyOf(verifications);
            decisions = List.copyOf(decisions);
        }
    }

    /** Every school has spoken, and a line is in dispute. */
    record Disputed(Bill bill, List<Verification> verifications, List<LineDecision> decisions) implements Invoice {
        public Disputed {
            verifications = List.copyOf(verifications);
            decisions = List.copyOf(decisions);
        }
    }

    /** Every school says what of it was delivered, and nothing is in dispute. */
    record Verified(Bill bill, List<Verification> verifications, List<LineDecision> decisions) implements Invoice {
        public Verified {
            verifications = List.copyOf(verifications);
            decisions = List.copyOf(decisions);
        }
    }

    /** Nothing of it is owed; the partner sends another invoice, under another number. */
    record Rejected(Bill bill, List<Verification> verifications, List<LineDecision> decisions) implements Invoice {
        public Rejected {
            verifications = List.copyOf(verifications);
            decisions = List.copyOf(decisions);
        }
    }

    /** The contracting officer certifies that the work is done and what is accepted is due. */
    record Certified(Bill bill, List<Verification> verifications, List<LineDecision> decisions, Hand certified)
            implements Invoice {
        public Certified {
            verifications = List.copyOf(verifications);
            decisions = List.copyOf(decisions);
        }
    }

    /** The City Auditor has it: from here on it is paid and credited, and nothing else. */
    sealed interface Booked extends Invoice {

        Certified certified();

        Hand received();

        Settlement settlement();

        @Override
        default Bill bill() {
            return certified().bill();
        }

        @Override
        default List<Verification> verifications() {
            return certified().verifications();
        }

        @Override
        default List<LineDecision> decisions() {
            return certified().decisions();
        }
    }

    /** Nothing is paid yet. */
    record Received(Certified certified, Hand received, Settlement settlement) implements Booked {}

    /** Something is paid, and something is due. */
    record PartlyPaid(Certified certified, Hand received, Settlement settlement) implements Booked {}

    /** Nothing is due any more, and something was paid. */
    record Paid(Certified certified, Hand received, Settlement settlement) implements Booked {}

    /** Nothing is due any more, because all of it was credited before it was paid. */
    record Credited(Certified certified, Hand received, Settlement settlement) implements Booked {}

    /** Where each line stands, in the order of the bill. */
    default List<LineAmounts> amounts() {
        List<LineAmounts> all = new ArrayList<>();
        for (int place = 1; place <= bill().lines().size(); place++) {
            all.add(amounts(place, bill().lines().get(place - 1)));
        }
        return all;
    }

    private LineAmounts amounts(int place, InvoiceLine line) {
        Optional<Verdict> verdict = verifications().stream()
                .flatMap(said -> said.verdicts().stream())
                .filter(one -> one.line() == place)
                .findFirst();
        Optional<LineDecision> decided =
                decisions().stream().filter(one -> one.line() == place).reduce((_, later) -> later);
        boolean spoken = verifications().stream().anyMatch(said -> said.school().equals(line.school()));
        boolean disputed =
                decided.isEmpty() && verdict.filter(Verdict::disputed).isPresent();
        @Nullable Money accepted = decided.map(LineDecision::accepted)
                .or(() -> verdict.map(Verdict::accepted))
                .or(() -> spoken ? Optional.of(line.amount()) : Optional.empty())
                .filter(_ -> !disputed)
                .orElse(null);
        Money open = accepted == null ? line.amount() : accepted;
        return switch (this) {
            case Rejected _ ->
                new LineAmounts(place, line, accepted, false, null, Money.ZERO, Money.ZERO, Money.ZERO, Money.ZERO);
            case Submitted _, Disputed _, Verified _ ->
                new LineAmounts(place, line, accepted, disputed, null, open, Money.ZERO, Money.ZERO, Money.ZERO);
            case Certified _ ->
                new LineAmounts(place, line, accepted, false, open, open, Money.ZERO, Money.ZERO, Money.ZERO);
            case Booked booked -> {
                var settled = booked.settlement();
                Money claimed = open.minus(settled.waived(place));
                Money paid = settled.paid(place);
                yield new LineAmounts(
                        place,
                        line,
                        accepted,
                        false,
                        open,
                        claimed,
                        paid,
                        settled.returned(place),
                        claimed.minus(paid));
            }
        };
    }

    /** One of the amounts over all lines. */
    default Money total(Function<LineAmounts, @Nullable Money> amount) {
        return amounts().stream()
                .<Money>flatMap(line -> Stream.ofNullable(amount.apply(line)))
                .reduce(Money.ZERO, Money::plus);
    }

    /** One of the amounts for each school. */
    default Map<SchoolCode, Money> bySchool(Function<LineAmounts, Money> amount) {
        Map<SchoolCode, Money> sums = new TreeMap<>();
        amounts().forEach(line -> sums.merge(line.line().school(), amount.apply(line), Money::plus));
        return sums;
    }

    /** What was paid and credited of it; nothing before the City Auditor has it. */
    default Settlement settled() {
        return this instanceof Booked booked ? booked.settlement() : Settlement.NONE;
    }

    /** Who certified it and when; null before. */
    default @Nullable Hand certification() {
        return switch (this) {
            case Submitted _, Disputed _, Verified _, Rejected _ -> null;
            case Certified certified -> certified.certified();
            case Booked booked -> booked.certified().certified();
        };
    }

    /** The state's word in tables and on the wire. */
    static String word(Invoice invoice) {
        return switch (invoice) {
            case Submitted _ -> "submitted";
            case Disputed _ -> "disputed";
            case Verified _ -> "verified";
            case Rejected _ -> "rejected";
            case Certified _ -> "certified";
            case Received _ -> "received";
            case PartlyPaid _ -> "partly-paid";
            case Paid _ -> "paid";
            case Credited _ -> "credited";
        };
    }

    /** On whose desk it lies. Source: docs/policy/invoices.md §7. */
    static Desk desk(Invoice invoice) {
        return Desk.of(word(invoice));
    }

    /** Since when it lies there. */
    static Instant waitingSince(Invoice invoice) {
        return switch (invoice) {
            case Submitted submitted -> submitted.bill().submittedAt();
            case Disputed _, Verified _, Rejected _ -> lastChecked(invoice);
            case Certified certified -> certified.certified().at();
            case Received received -> received.received().at();
            case PartlyPaid partly -> partly.received().at();
            case Booked done ->
                Stream.concat(
                                done.settlement().payments().stream().map(Settlement.Payment::at),
                                done.settlement().credits().stream().map(Settlement.CreditNote::at))
                        .max(Instant::compareTo)
                        .orElse(done.received().at());
        };
    }

    private static Instant lastChecked(Invoice invoice) {
        return Stream.concat(
                        invoice.verifications().stream().map(Verification::at),
                        invoice.decisions().stream().map(LineDecision::at))
                .max(Instant::compareTo)
                .orElse(invoice.bill().submittedAt());
    }
}
