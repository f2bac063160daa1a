package org.partnershipfund.local.faults;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;
import org.partnershipfund.local.place.Service;

/** What was asked of the doors while things broke, how they answered, and what must therefore be found afterwards. */
final class Deeds {

    /** How many schools a fund of the load serves, and what it shares out among them. */
    static final int SCHOOLS = 10;

    static final long POOL_CENTS = 100_000_000;

    /** How a command ended for the one who gave it. */
    enum Outcome {
        /** A door said yes, though perhaps not to the first attempt. */
        ACCEPTED,
        /** A door said no. */
        REFUSED,
        /** No door said anything, and the caller went away. */
        UNKNOWN;

        /** As a sentence says it. */
        String inWords() {
            return switch (this) {
                case ACCEPTED -> "accepted";
                case REFUSED -> "refused";
                case UNKNOWN -> "never answered";
            };
        }
    }

    /**
     * Where an effect is seen.
     *
     * @param sql counts it for every mark there is
     * @param once what it says when the deed had its effect once
     */
    record Trace(Service service, String what, String sql, long once) {}

    /** What may be asked, and every trace that it leaves. The mark is a name, an id or a reason that nothing else has. */
    enum Command {
        OPEN_A_FUND(
                new Trace(Service.ALLOCATION, "fund", "SELECT name, count(*) FROM fund GROUP BY name", 1),
                new Trace(Service.ALLOCATION, "FundOpened", said("FundOpened", "name"), 1),
                new Trace(
                        Service.PROCUREMENT,
                        "remembered fund",
                        "SELECT name, count(*) FROM remembered_fund GROUP BY name",
                        1),
                new Trace(
                        Service.APPROVAL,
                        "remembered fund",
                        "SELECT name, count(*) FROM remembered_fund GROUP BY name",
                        1)),
        PUBLISH_ALLOCATIONS(
                new Trace(
                        Service.ALLOCATION, "allocated fund", "SELECT id::text, 1 FROM fund WHERE state <> 'open'", 1),
                new Trace(Service.ALLOCATION, "AllocationPublished", said("AllocationPublished", "fundId"), SCHOOLS),
                new Trace(
                        Service.PROCUREMENT,
                        "budget lines",
                        "SELECT fund_id::text, count(*) FROM budget_line GROUP BY fund_id",
                        SCHOOLS),
                new Trace(
                        Service.PROCUREMENT,
                        "cents on the lines",
                        "SELECT fund_id::text, sum(planned_cents + appropriated_cents) FROM budget_line GROUP BY fund_id",
                        POOL_CENTS),
                new Trace(
                        Service.APPROVAL,
                        "remembered allocations",
                        "SELECT fund_id::text, count(*) FROM remembered_allocation GROUP BY fund_id",
                        SCHOOLS),
                new Trace(
                        Service.APPROVAL,
                        "cents of the allocations",
                        "SELECT fund_id::text, sum(amount_cents) FROM remembered_allocation GROUP BY fund_id",
                        POOL_CENTS)),
        APPROPRIATE(
                new Trace(
                        Service.ALLOCATION,
                        "appropriated fund",
                        "SELECT id::text, 1 FROM fund WHERE state = 'appropriated'",
                        1),
                new Trace(Service.ALLOCATION, "FundAppropriated", said("FundAppropriated", "fundId"), 1),
                new Trace(
                        Service.PROCUREMENT,
                        "cents appropriated",
                        "SELECT fund_id::text, sum(appropriated_cents) FROM budget_line GROUP BY fund_id",
                        POOL_CENTS),
                new Trace(
                        Service.PROCUREMENT,
                        "appropriating transfers",
                        "SELECT fund_id::text, count(*) FROM transfer JOIN budget_line ON budget_line.id = line_id WHERE debit = 'appropriated' GROUP BY fund_id",
                        SCHOOLS)),
        /** A saga: allocation-service asks, the ledger gives the money up, allocation-service moves it. */
        MOVE_MONEY(
                new Trace(
                        Service.ALLOCATION,
                        "accepted revision",
                        "SELECT reason, count(*) FROM revision WHERE state = 'accepted' GROUP BY reason",
                        1),
                new Trace(Service.ALLOCATION, "RevisionProposed", said("RevisionProposed", "reason"), 1)),
        REGISTER_A_PARTNER(
                new Trace(Service.PORTFOLIO, "partner", "SELECT name, count(*) FROM partner GROUP BY name", 1),
                new Trace(Service.PORTFOLIO, "PartnerRegistered", said("PartnerRegistered", "name"), 1),
                new Trace(
                        Service.APPROVAL,
                        "remembered partner",
                        "SELECT name, count(*) FROM remembered_partner GROUP BY name",
                        1)),
        SUBMIT_A_SELECTION(
                new Trace(
                        Service.APPROVAL,
                        "submitted selection",
                        "SELECT id::text, 1 FROM selection WHERE state = 'submitted'",
                        1),
                new Trace(Service.APPROVAL, "SelectionSubmitted", said("SelectionSubmitted", "selectionId"), 1)),
        /** Not a command of anybody: what an event has to do that was said before its cause. */
        HEAR_LATE(
                new Trace(
                        Service.PROCUREMENT,
                        "budget line",
                        "SELECT fund_id::text, count(*) FROM budget_line WHERE planned_cents = 5277572 GROUP BY fund_id",
                        1),
                new Trace(
                        Service.PROCUREMENT,
                        "transfer",
                        "SELECT fund_id::text, count(*) FROM transfer JOIN budget_line ON budget_line.id = line_id GROUP BY fund_id",
                        1),
                new Trace(
                        Service.APPROVAL,
                        "remembered allocation",
                        "SELECT fund_id::text, count(*) FROM remembered_allocation WHERE amount_cents = 5277572 GROUP BY fund_id",
                        1));

        // Made by List.of, of records.
        @SuppressWarnings("ImmutableEnumChecker")
        private final List<Trace> traces;

        Command(Trace... traces) {
            this.traces = List.of(traces);
        }

        List<Trace> traces() {
            return traces;
        }

        /** As a sentence says it. */
        String inWords() {
            return name().toLowerCase(Locale.ROOT).replace('_', ' ');
        }

        private static String said(String event, String mark) {
            return """
                    SELECT payload::jsonb ->> '%s', count(*) FROM event_log WHERE type LIKE '%%.%s.v1' GROUP BY 1""".formatted(mark, event);
        }
    }

    /** One thing that was asked. */
    record Deed(Command command, String mark, Outcome outcome) {

        /**
         * What is wrong with the traces it left. Accepted: once everywhere. Refused: nowhere. No answer: once everywhere
         * or nowhere; never here and not there.
         *
         * @param found what each trace counts for its mark
         */
        Optional<String> wrong(ToLongFunction<Trace> found) {
            List<Trace> traces = command.traces();
            boolean once = traces.stream().allMatch(trace -> found.applyAsLong(trace) == trace.once());
            boolean nowhere = traces.stream().allMatch(trace -> found.applyAsLong(trace) == 0);
            boolean right = switch (outcome) {
                case ACCEPTED -> once;
                case REFUSED -> nowhere;
                case UNKNOWN -> once || nowhere;
            };
            return right
                    ? Optional.empty()
                    : Optional.of("%s \"%s\" was %s, and has: %s"
                            .formatted(
                                    command.inWords(),
                                    mark,
                                    outcome.inWords(),
                                    traces.stream()
                                            .map(trace -> "%s in %s %d (once is %d)"
                                                    .formatted(
                                                            trace.what(),
                                                            trace.service().module(),
                                                            found.applyAsLong(trace),
                                                            trace.once()))
                                            .collect(Collectors.joining(", "))));
        }
    }

    private final List<Deed> all = new ArrayList<>();
    private final List<String> wrong = new ArrayList<>();

    /** Keeps one. */
    synchronized void add(Command command, String mark, Outcome outcome) {
        all.add(new Deed(command, mark, outcome));
    }

    /** Keeps what no door may ever answer. */
    synchronized void wrong(String sentence) {
        wrong.add(sentence);
    }

    synchronized List<Deed> all() {
        return List.copyOf(all);
    }

    synchronized List<String> wrong() {
        return List.copyOf(wrong);
    }

    /** How many there are of each outcome. */
    synchronized Map<Outcome, Integer> counts() {
        Map<Outcome, Integer> counts = new EnumMap<>(Outcome.class);
        for (Outcome outcome : Outcome.values()) {
            counts.put(outcome, 0);
        }
        all.forEach(deed -> {
            var _ = counts.merge(deed.outcome(), 1, Integer::sum);
        });
        return counts;
    }
}
