package org.partnershipfund.procurement.usecase;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Proxy;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jspecify.annotations.Nullable;
import org.partnershipfund.kernel.Decision;
import org.partnershipfund.kernel.Decision.Accepted;
import org.partnershipfund.kernel.Ids;
import org.partnershipfund.kernel.Money;
import org.partnershipfund.kernel.SchoolCode;
import org.partnershipfund.procurement.contract.Contracts;
import org.partnershipfund.procurement.fixtures.Books;
import org.partnershipfund.procurement.fixtures.InMemoryBooks;
import org.partnershipfund.procurement.fixtures.Policy;
import org.partnershipfund.procurement.ledger.BudgetLine;
import org.partnershipfund.procurement.ledger.FundId;
import org.partnershipfund.procurement.ledger.RememberedFund;
import org.partnershipfund.procurement.ledger.YearEnds;
import org.partnershipfund.procurement.process.Processes;
import org.partnershipfund.procurement.reservation.ApprovedSelection;
import org.partnershipfund.procurement.reservation.Holding;
import org.partnershipfund.procurement.reservation.Holding.Withdrawn;
import org.partnershipfund.procurement.reservation.Holdings;
import org.partnershipfund.procurement.usecase.AppropriateLines.Appropriation;
import org.partnershipfund.procurement.usecase.OpenBudgetLine.Allocation;

/**
 * Whatever the other services say, in whatever order and however often, and at whatever step a transaction is aborted: each
 * line holds exactly the cents of a simple model of boxes.
 */
class EventsAgainstAModelTest {

    private static final int SCHOOLS = 2;
    private static final int SELECTIONS = 3;
    private static final long POOL = 10_000;
    private static final Clock CLOCK = Clock.fixed(Books.ON_MARCH_28, ZoneOffset.UTC);

    enum Said {
        FUND_OPENED,
        ALLOCATION_PUBLISHED,
        LESS_IS_ASKED,
        MORE_IS_REVISED,
        APPROPRIATED,
        SELECTION_APPROVED,
        SELECTION_WITHDRAWN,
        FUND_CLOSED
    }

    /**
     * An event.
     *
     * @param which of the schools, selections or revisions; few, so that the same comes twice
     * @param dieAt at which write the transaction is aborted first; 0 for never
     */
    record Event(Said said, int which, int size, int dieAt) {}

    @Provide
    Arbitrary<List<Event>> stories() {
        Arbitrary<Said> words = Arbitraries.frequency(
                net.jqwik.api.Tuple.of(2, Said.FUND_OPENED),
                net.jqwik.api.Tuple.of(4, Said.ALLOCATION_PUBLISHED),
                net.jqwik.api.Tuple.of(4, Said.LESS_IS_ASKED),
                net.jqwik.api.Tuple.of(4, Said.MORE_IS_REVISED),
                net.jqwik.api.Tuple.of(3, Said.APPROPRIATED),
                net.jqwik.api.Tuple.of(12, Said.SELECTION_APPROVED),
                net.jqwik.api.Tuple.of(4, Said.SELECTION_WITHDRAWN),
                net.jqwik.api.Tuple.of(1, Said.FUND_CLOSED));
        return Combinators.combine(
                        words,
                        Arbitraries.integers().between(0, 1_000),
                        Arbitraries.integers().between(0, 1_000_000),
                        Arbitraries.frequencyOf(
                                net.jqwik.api.Tuple.of(2, Arbitraries.just(0)),
                                net.jqwik.api.Tuple.of(1, Arbitraries.integers().between(1, 8))))
                .as(Event::new)
                .list()
                .ofMinSize(10)
                .ofMaxSize(80);
    }

    @Property(tries = 500)
    void every_line_holds_the_cents_of_the_model_after_each_event(@ForAll("stories") List<Event> story) {
        var service = new Service();
        var model = new Model();
        for (Event event : story) {
            service.hears(event, model);
            service.agrees(model, event);
        }
    }

    /** A story in which every event does what it is for, so that the property is not about refusals only. */
    @Property(tries = 20)
    void a_whole_year_moves_money_through_every_box(@ForAll("endings") int dieAt) {
        var service = new Service();
        var model = new Model();
        for (Event event : List.of(
                new Event(Said.FUND_OPENED, 0, 0, dieAt),
                new Event(Said.ALLOCATION_PUBLISHED, 0, 4_000, dieAt),
                new Event(Said.ALLOCATION_PUBLISHED, 1, 4_000, dieAt),
                new Event(Said.LESS_IS_ASKED, 0, 500, dieAt),
                new Event(Said.MORE_IS_REVISED, 1, 500, dieAt),
                new Event(Said.SELECTION_APPROVED, 0, 1_000, dieAt),
                new Event(Said.SELECTION_APPROVED, 1, 1_000, dieAt),
                new Event(Said.APPROPRIATED, 2, 0, dieAt),
                new Event(Said.SELECTION_APPROVED, SELECTIONS, 2_000, dieAt),
                new Event(Said.SELECTION_WITHDRAWN, 1, 0, dieAt))) {
            service.hears(event, model);
            service.agrees(model, event);
        }
        assertThat(model.reserved(0)).isEqualTo(2_001);
        assertThat(model.lines[0].appropriated + model.lines[1].appropriated).isPositive();
        service.hears(new Event(Said.FUND_CLOSED, 0, 0, dieAt), model);
        service.agrees(model, new Event(Said.FUND_CLOSED, 0, 0, dieAt));
        assertThat(model.lines[0].lapsed).isPositive();
        assertThat(model.reserved(0)).isZero();
    }

    @Provide
    Arbitrary<Integer> endings() {
        return Arbitraries.integers().between(0, 8);
    }

    /** Cents in boxes, and what was said of each selection last. */
    private static final class Model {

        static final class Line {
            boolean open;
            long planned;
            long appropriated;
            long available;
            long lapsed;
        }

        static final class Selection {
            int version;
            long held;
            boolean withdrawn;
        }

        final Line[] lines = {new Line(), new Line()};
        final Map<Integer, Selection> selections = new HashMap<>();
        final Set<String> answered = new HashSet<>();
        boolean known;

        long unplanned() {
            long left = POOL;
            for (Line line : lines) {
                left -= line.planned + line.appropriated;
            }
            return left;
        }

        long reserved(int school) {
            return selections.entrySet().stream()
                    .filter(one -> one.getKey() % SCHOOLS == school)
                    .mapToLong(one -> one.getValue().held)
                    .sum();
        }

        void publish(int school, long cents) {
            Line line = lines[school];
            if (known && !line.open && cents <= unplanned()) {
                line.open = true;
                line.planned = cents;
                line.available = cents;
            }
        }

        void takeOff(String revision, int school, long cents) {
            Line line = lines[school];
            if (known && line.open && answered.add(revision) && line.appropriated == 0 && cents <= line.available) {
                line.planned -= cents;
                line.available -= cents;
            }
        }

        void raise(String revision, int school, long cents) {
            Line line = lines[school];
            if (known && line.open && !answered.contains(revision) && line.appropriated == 0 && cents <= unplanned()) {
                boolean _ = answered.add(revision);
                line.planned += cents;
                line.available += cents;
            }
        }

        void appropriate(Map<Integer, Long> votes) {
            boolean all = known
                    && votes.entrySet().stream().allMatch(vote -> {
                        Line line = lines[vote.getKey()];
                        return line.open
                                && (line.planned == vote.getValue()
                                        || (line.planned == 0 && line.appropriated == vote.getValue()));
                    });
            if (all) {
                votes.forEach((school, cents) -> {
                    Line line = lines[school];
                    line.appropriated += line.planned;
                    line.planned = 0;
                });
            }
        }

        void approve(int selection, int version, long cents) {
            Line line = lines[selection % SCHOOLS];
            var one = selections.get(selection);
            if (!line.open || (one != null && one.version >= version)) {
                return;
            }
            Selection now = selections.computeIfAbsent(selection, _ -> new Selection());
            now.version = version;
            if (cents <= line.available + now.held) {
                line.available += now.held - cents;
                now.held = cents;
                now.withdrawn = false;
            } else if (now.withdrawn) {
                now.withdrawn = false;
            }
        }

        void withdraw(int selection) {
            var one = selections.get(selection);
            if (one != null && !one.withdrawn) {
                lines[selection % SCHOOLS].available += one.held;
                one.held = 0;
                one.withdrawn = true;
            }
        }

        void close() {
            if (!known) {
                return;
            }
            selections.forEach((selection, one) -> {
                if (one.held > 0) {
                    withdraw(selection);
                }
            });
            for (Line line : lines) {
                line.lapsed += line.available;
                line.available = 0;
            }
        }
    }

    /** The transaction was aborted. */
    private static final class Aborted extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    /** The use cases, on books in memory of which an aborted transaction leaves nothing. */
    private static final class Service {

        private final FundId fund = new FundId(UUID.randomUUID());
        private final SchoolCode[] schools = {new SchoolCode("00350001"), new SchoolCode("00350002")};
        private final InMemoryBooks books = new InMemoryBooks();
        private final Map<UUID, Holding> held = new LinkedHashMap<>();
        private final Map<UUID, SchoolCode> of = new HashMap<>();
        private int writesLeft = Integer.MAX_VALUE;

        private final Ids ids = () -> {
            write();
            return UUID.randomUUID();
        };
        private final Holdings holdings = port(Holdings.class, (name, given) -> switch (name) {
            case "hold" -> Optional.ofNullable(held.get((UUID) given[0]));
            case "store" -> {
                write();
                var holding = (Holding) given[0];
                var _ = held.put(holding.selection(), holding);
                var _ = of.put(holding.selection(), (SchoolCode) given[2]);
                yield null;
            }
            case "holdUncontracted" ->
                held.values().stream()
                        .filter(one -> !one.lines().isEmpty())
                        .map(one -> new Holdings.Place(
                                one.selection(), one.version(), of.getOrDefault(one.selection(), schools[0])))
                        .toList();
            default -> throw new AssertionError(name + " is not asked for what nobody buys");
        });
        private final ProcessDesk processes = new ProcessDesk(
                port(Processes.class, (name, _) -> {
                    throw new AssertionError(name + " is not asked: nobody buys yet");
                }),
                holdings,
                Policy::rules);
        private final RememberFund remember = new RememberFund(books, _ -> write());
        private final OpenBudgetLine open = new OpenBudgetLine(books, books, books, _ -> write(), ids);
        private final AppropriateLines appropriate =
                new AppropriateLines(books, books, books, books, _ -> write(), ids);
        private final ReviseLine revise =
                new ReviseLine(books, books, books, books, _ -> write(), _ -> write(), ids, CLOCK);
        private final ReserveSelection reserve = new ReserveSelection(
                holdings,
                processes,
                port(Contracts.class, (name, _) -> {
                    throw new AssertionError(name + " is not asked: nothing is under contract yet");
                }),
                books,
                books,
                books,
                _ -> write(),
                _ -> write(),
                ids,
                CLOCK);
        private final CloseLines close = new CloseLines(
                books,
                holdings,
                processes,
                reserve,
                books,
                books,
                port(YearEnds.class, (_, _) -> {
                    write();
                    return null;
                }),
                _ -> write(),
                ids);

        private void write() {
            if (--writesLeft == 0) {
                throw new Aborted();
            }
        }

        private interface Answers {
            @Nullable Object to(String name, Object[] given);
        }

        private static <T> T port(Class<T> type, Answers answers) {
            return type.cast(Proxy.newProxyInstance(
                    type.getClassLoader(),
                    new Class<?>[] {type},
                    (_, method, given) -> answers.to(method.getName(), given == null ? new Object[0] : given)));
        }

        /** In a transaction that is aborted first, if it is to be; then once more. */
        private void transaction(int dieAt, Supplier<Decision<?>> work) {
            Runnable back = books.remembered();
            var heldBefore = Map.copyOf(held);
            writesLeft = dieAt == 0 ? Integer.MAX_VALUE : dieAt;
            try {
                if (work.get() instanceof Accepted<?>) {
                    return;
                }
                // A refusal rolls back.
                restore(back, heldBefore);
            } catch (Aborted aborted) {
                restore(back, heldBefore);
                transaction(0, work);
            }
        }

        private void restore(Runnable back, Map<UUID, Holding> before) {
            back.run();
            held.clear();
            held.putAll(before);
        }

        void hears(Event event, Model model) {
            int school = event.which() % SCHOOLS;
            int selection = event.which() % SELECTIONS;
            int version = 1 + event.which() / SELECTIONS % 4;
            int revision = event.which() / SCHOOLS % 5;
            long cents = 1L + event.size() % 5_000;
            switch (event.said()) {
                case FUND_OPENED -> {
                    transaction(
                            event.dieAt(),
                            () -> remember.remember(
                                    RememberedFund.opened(fund, "Fund", Books.FY2019, new Money(POOL), Books.CHART)));
                    model.known = true;
                }
                case ALLOCATION_PUBLISHED -> {
                    transaction(
                            event.dieAt(),
                            () -> open.open(new Allocation(
                                    fund,
                                    Books.FY2019,
                                    schools[school],
                                    "School",
                                    Books.CENTRE,
                                    new Money(cents),
                                    "event",
                                    Books.ON_DECEMBER_8)));
                    model.publish(school, cents);
                }
                case LESS_IS_ASKED -> {
                    transaction(
                            event.dieAt(),
                            () -> revise.takeOff(
                                    new UUID(7, revision), fund, schools[school], new Money(cents), "Fewer", "event"));
                    model.takeOff(revision + " " + school, school, cents);
                }
                case MORE_IS_REVISED -> {
                    transaction(
                            event.dieAt(),
                            () -> revise.revise(
                                    new UUID(7, revision),
                                    fund,
                                    schools[school],
                                    new Money(100),
                                    new Money(100 + cents),
                                    "More",
                                    "event"));
                    model.raise(revision + " " + school, school, cents);
                }
                case APPROPRIATED -> appropriate(event, model);
                case SELECTION_APPROVED -> {
                    transaction(event.dieAt(), () -> reserve.reserve(approved(selection, version, cents)));
                    model.approve(selection, version, cents);
                }
                case SELECTION_WITHDRAWN -> {
                    int last = Optional.ofNullable(model.selections.get(selection))
                            .map(one -> one.version)
                            .orElse(1);
                    transaction(
                            event.dieAt(),
                            () -> reserve.withdraw(
                                    new UUID(8, selection),
                                    last,
                                    fund,
                                    schools[selection % SCHOOLS],
                                    "Other plans",
                                    "event"));
                    model.withdraw(selection);
                }
                case FUND_CLOSED -> {
                    transaction(event.dieAt(), () -> close.close(fund, Books.FY2019, "event", Instant.EPOCH));
                    model.close();
                }
            }
        }

        private void appropriate(Event event, Model model) {
            Map<Integer, Long> votes = new LinkedHashMap<>();
            for (int school = 0; school < SCHOOLS; school++) {
                if (event.which() % 3 == 2 || event.which() % 3 == school) {
                    var line = model.lines[school];
                    long all = line.planned > 0 ? line.planned : line.appropriated;
                    votes.put(school, all + (event.size() % 5 == 4 ? 1 : 0));
                }
            }
            if (votes.containsValue(0L)) {
                return;
            }
            List<Appropriation.Line> lines = new ArrayList<>();
            votes.forEach((school, cents) -> lines.add(new Appropriation.Line(schools[school], new Money(cents))));
            Money sum =
                    new Money(votes.values().stream().mapToLong(Long::longValue).sum());
            transaction(
                    event.dieAt(),
                    () -> appropriate.appropriate(new Appropriation(
                            fund,
                            Books.FY2019,
                            sum,
                            "School Committee",
                            LocalDate.of(2018, 3, 28),
                            lines,
                            "event",
                            Books.ON_MARCH_28)));
            model.appropriate(votes);
        }

        private ApprovedSelection approved(int selection, int version, long cents) {
            return new ApprovedSelection(
                    new UUID(8, selection),
                    version,
                    fund,
                    Books.FY2019,
                    schools[selection % SCHOOLS],
                    new Money(cents),
                    List.of(new ApprovedSelection.Line(
                            UUID.randomUUID(),
                            new UUID(9, 1),
                            "Harbor Club",
                            new UUID(9, 2),
                            "Harbor",
                            "tutoring",
                            new Money(cents))),
                    "event");
        }

        void agrees(Model model, Event after) {
            for (int school = 0; school < SCHOOLS; school++) {
                var line = model.lines[school];
                var found = books.lock(fund, Set.of(schools[school])).stream().findFirst();
                assertThat(found.isPresent()).as("line after %s", after).isEqualTo(line.open);
                List<Long> boxes = found.map(BudgetLine::balance)
                        .map(balance -> List.of(
                                balance.planned().cents(),
                                balance.appropriated().cents(),
                                balance.available().cents(),
                                balance.reserved().cents(),
                                balance.lapsed().cents()))
                        .orElse(List.of(0L, 0L, 0L, 0L, 0L));
                assertThat(boxes)
                        .as("planned, appropriated, available, reserved, lapsed of school %d after %s", school, after)
                        .containsExactly(
                                line.planned, line.appropriated, line.available, model.reserved(school), line.lapsed);
            }
            model.selections.forEach((selection, one) -> {
                Holding holding = held.get(new UUID(8, selection));
                if (holding == null) {
                    throw new AssertionError("nothing of selection %d after %s".formatted(selection, after));
                }
                assertThat(holding.version()).isEqualTo(one.version);
                assertThat(holding instanceof Withdrawn).isEqualTo(one.withdrawn);
            });
        }
    }
}
