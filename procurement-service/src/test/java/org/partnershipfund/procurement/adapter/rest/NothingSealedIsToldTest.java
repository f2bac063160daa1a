package org.partnershipfund.procurement.adapter.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.partnershipfund.procurement.fixtures.Bidding.DEADLINE;
import static org.partnershipfund.procurement.fixtures.Bidding.OFFICER_ONE;
import static org.partnershipfund.procurement.fixtures.Bidding.OFFICER_TWO;
import static org.partnershipfund.procurement.fixtures.Bidding.ZONE;
import static org.partnershipfund.procurement.fixtures.Bidding.invitation;
import static org.partnershipfund.procurement.fixtures.Bidding.keys;
import static org.partnershipfund.procurement.fixtures.Bidding.notice;
import static org.partnershipfund.procurement.fixtures.Purchases.id;
import static org.partnershipfund.procurement.fixtures.Purchases.program;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jspecify.annotations.Nullable;
import org.partnershipfund.kernel.Decision;
import org.partnershipfund.kernel.Decision.Accepted;
import org.partnershipfund.kernel.envelope.Envelope;
import org.partnershipfund.kernel.envelope.Envelope.Part;
import org.partnershipfund.procurement.contract.Person;
import org.partnershipfund.procurement.fixtures.Bidding;
import org.partnershipfund.procurement.fixtures.Policy;
import org.partnershipfund.procurement.process.Program;
import org.partnershipfund.procurement.rules.RuleBook;
import org.partnershipfund.procurement.tender.Choosing;
import org.partnershipfund.procurement.tender.Handed;
import org.partnershipfund.procurement.tender.Invitation.Kind;
import org.partnershipfund.procurement.tender.Judging;
import org.partnershipfund.procurement.tender.Mark;
import org.partnershipfund.procurement.tender.OpeningBids;
import org.partnershipfund.procurement.tender.OpeningBids.Turn;
import org.partnershipfund.procurement.tender.Rating;
import org.partnershipfund.procurement.tender.SealedBid;
import org.partnershipfund.procurement.tender.Tender;
import org.partnershipfund.procurement.tender.Tender.Drafted;
import org.partnershipfund.procurement.tender.Tendering;
import org.partnershipfund.procurement.tender.WaitingBid;

/**
 * Whatever people do in whatever order, a tender goes through the states of a simple model, keeps no late bid, and tells
 * nothing that is sealed: neither in what is stored of it nor in what anybody is shown.
 */
class NothingSealedIsToldTest {

    private static final RuleBook RULES = Policy.rules();
    private static final Map<String, String> PRICES = Map.of("A", "71234.56", "B", "69876.54", "C", "70707.07");

    /** What somebody does next. */
    enum Act {
        DAY_PASSES,
        DEADLINE_COMES,
        A_BIDS,
        B_BIDS,
        C_BIDS,
        A_WITHDRAWS,
        ONE_OPENS_TECHNICAL,
        TWO_OPENS_TECHNICAL,
        ONE_OPENS_PRICES,
        TWO_OPENS_PRICES,
        EVALUATORS_RATE,
        RATINGS_FINAL,
        AWARD,
        CANCEL
    }

    @Provide
    Arbitrary<List<Act>> stories() {
        return Arbitraries.of(Act.class).list().ofMinSize(5).ofMaxSize(40);
    }

    @Property(tries = 300)
    void a_random_story_tells_nothing_that_is_sealed(@ForAll("stories") List<Act> story, @ForAll Kind kind) {
        var office = new Office(kind);
        for (Act act : story) {
            office.does(act);
            office.check();
        }
    }

    /** A story in which all goes well, so that every state is looked at for certain. */
    @Property(tries = 2)
    void a_whole_life_tells_each_thing_in_its_time(@ForAll Kind kind) {
        var office = new Office(kind);
        List<Act> life = kind == Kind.BIDS
                ? List.of(
                        Act.A_BIDS,
                        Act.B_BIDS,
                        Act.A_WITHDRAWS,
                        Act.C_BIDS,
                        Act.DEADLINE_COMES,
                        Act.ONE_OPENS_PRICES,
                        Act.TWO_OPENS_PRICES,
                        Act.AWARD)
                : List.of(
                        Act.A_BIDS,
                        Act.B_BIDS,
                        Act.DEADLINE_COMES,
                        Act.TWO_OPENS_TECHNICAL,
                        Act.ONE_OPENS_TECHNICAL,
                        Act.EVALUATORS_RATE,
                        Act.RATINGS_FINAL,
                        Act.ONE_OPENS_PRICES,
                        Act.TWO_OPENS_PRICES,
                        Act.AWARD);
        for (Act act : life) {
            office.does(act);
            office.check();
        }
        assertThat(office.tender.word()).isEqualTo("awarded");
        assertThat(office.view(false).toString()).contains(PRICES.get("B"));
    }

    /** The nouns with a box in memory, and beside them the model: a word, and who has a bid that counts. */
    private static final class Office {

        private final Kind kind;
        private final Map<String, SealedBid> box = new LinkedHashMap<>();
        private final Map<Part, List<Turn>> turns = new LinkedHashMap<>();
        private final Map<Part, List<Handed>> handed = new LinkedHashMap<>();
        private Instant now = Instant.parse("2018-02-12T14:00:00Z");
        private Tender tender;
        private int bids;

        private String model = "published";
        private final List<String> counting = new ArrayList<>();
        private boolean rated;

        Office(Kind kind) {
            this.kind = kind;
            tender = Tendering.publish(
                            new Drafted(invitation(kind, false, DEADLINE), keys()),
                            List.of(notice("office", LocalDate.of(2018, 2, 12))),
                            Set.of("office"),
                            RULES,
                            ZONE,
                            now)
                    .orRefuse()
                    .state();
        }

        void does(Act act) {
            switch (act) {
                case DAY_PASSES -> now = now.plus(Duration.ofDays(1));
                case DEADLINE_COMES -> now = now.isBefore(DEADLINE) ? DEADLINE : now;
                case A_BIDS -> bids("A");
                case B_BIDS -> bids("B");
                case C_BIDS -> bids("C");
                case A_WITHDRAWS -> withdraws("A");
                case ONE_OPENS_TECHNICAL -> opens(Part.TECHNICAL, 0);
                case TWO_OPENS_TECHNICAL -> opens(Part.TECHNICAL, 1);
                case ONE_OPENS_PRICES -> opens(Part.PRICE, 0);
                case TWO_OPENS_PRICES -> opens(Part.PRICE, 1);
                case EVALUATORS_RATE -> rate();
                case RATINGS_FINAL -> conclude();
                case AWARD -> award();
                case CANCEL -> cancel();
            }
            tender = tender.at(now);
            if (model.equals("published") && !now.isBefore(DEADLINE)) {
                model = "closed";
            }
        }

        private void bids(String letter) {
            boolean taken = Tendering.late(tender.at(now), ZONE, now).isEmpty();
            assertThat(taken).isEqualTo(model.equals("published") && now.isBefore(DEADLINE));
            if (taken) {
                box.put(
                        letter,
                        Bidding.bid(
                                id("bid " + letter + bids++),
                                letter,
                                kind == Kind.PROPOSALS ? "secret plan of " + letter : null,
                                Bidding.form(program(letter).id(), PRICES.getOrDefault(letter, "")),
                                now));
                counting.remove(letter);
                counting.add(letter);
            }
        }

        private void withdraws(String letter) {
            if (Tendering.late(tender.at(now), ZONE, now).isEmpty()) {
                box.remove(letter);
                counting.remove(letter);
            }
        }

        private void opens(Part part, int key) {
            Tender closed = tender.at(now);
            boolean due = kind == Kind.BIDS
                    ? part == Part.PRICE && model.equals("closed")
                    : model.equals(part == Part.TECHNICAL ? "closed" : "evaluated");
            assertThat(OpeningBids.tooEarly(closed, part).isEmpty()).isEqualTo(due);
            if (!due) {
                return;
            }
            Person by = key == 0 ? OFFICER_ONE : OFFICER_TWO;
            var before = turns.getOrDefault(part, List.of());
            var opening = new OpeningBids(part, waiting(part), handed.getOrDefault(part, List.of()));
            List<Handed> shares = box.values().stream()
                    .map(bid -> new Handed(bid.id(), key, by, Bidding.unwrap(envelope(bid, part), key), null))
                    .toList();
            var turn = new Turn(key, by, List.of("R. Ames"), now);
            if (opening.again(closed, turn, before).isPresent()) {
                return;
            }
            assertThat(opening.fault(closed, shares, turn.witnesses(), RULES)).isEmpty();
            turns.put(part, Stream.concat(before.stream(), Stream.of(turn)).toList());
            handed.put(
                    part,
                    Stream.concat(opening.before().stream(), shares.stream()).toList());
            if (before.isEmpty()) {
                return;
            }
            tender = opening.open(
                            closed,
                            shares,
                            turns.get(part),
                            Bidding.box(part, box.values()),
                            new PriceForms(),
                            this::offered,
                            partner -> "Partner " + partner,
                            now)
                    .orRefuse()
                    .state();
            model = part == Part.TECHNICAL ? "opened" : "prices-opened";
            assertThat(tender.bids()).allMatch(bid -> bid.isReadable());
        }

        private List<WaitingBid> waiting(Part part) {
            return box.values().stream().map(bid -> Bidding.waiting(bid, part)).toList();
        }

        private static Envelope envelope(SealedBid bid, Part part) {
            return Objects.requireNonNull(bid.envelope(part));
        }

        private Optional<Program> offered(UUID asked) {
            return PRICES.keySet().stream()
                    .map(letter -> program(letter))
                    .filter(one -> one.id().equals(asked))
                    .findFirst();
        }

        private void rate() {
            for (var bid : tender.bids()) {
                for (String evaluator : List.of("one", "two")) {
                    var marks = List.of(new Mark("experience", Rating.ADVANTAGEOUS, "As we saw"));
                    accepts(
                            Judging.rate(tender, new Mark.Sheet(new Person("issuer", evaluator), bid.id(), marks)),
                            model.equals("opened"));
                }
            }
            rated |= model.equals("opened");
        }

        private void conclude() {
            var said = tender.bids().stream()
                    .map(bid -> new Mark.Consensus(
                            bid.id(),
                            List.of(new Mark("experience", Rating.ADVANTAGEOUS, "We agree")),
                            Rating.ADVANTAGEOUS,
                            "On the whole"))
                    .toList();
            boolean may = model.equals("opened") && (rated || counting.isEmpty());
            accepts(Judging.conclude(tender, said, RULES, now), may);
            model = may ? "evaluated" : model;
        }

        private void award() {
            var best = counting.stream()
                    .min(Comparator.comparing(letter -> PRICES.getOrDefault(letter, "")))
                    .map(letter -> Objects.requireNonNull(box.get(letter)).id());
            boolean may = model.equals("prices-opened") && best.isPresent();
            accepts(
                    new Choosing(best.stream().toList(), List.of(), "The best").of(tender, RULES, text -> text, now),
                    may);
            model = may ? "awarded" : model;
        }

        private void cancel() {
            boolean may = !model.equals("awarded") && !model.equals("cancelled");
            accepts(Tendering.cancel(tender.at(now), "No money", OFFICER_ONE, now), may);
            model = may ? "cancelled" : model;
        }

        private void accepts(Decision<Tender> decision, boolean expected) {
            assertThat(decision instanceof Accepted<Tender>).isEqualTo(expected);
            if (decision instanceof Accepted<Tender>(Tender next, var _)) {
                tender = next;
            }
        }

        TenderJson view(boolean office) {
            return TenderJson.of(tender, List.of(), counting::size, office, ZONE);
        }

        void check() {
            assertThat(tender.word()).isEqualTo(model);
            String office = view(true).toString();
            String everybody = view(false).toString();
            String stored = tender.toString();
            for (String letter : PRICES.keySet()) {
                String price = PRICES.getOrDefault(letter, "");
                assertThat(List.of(office, everybody, stored)).noneMatch(text -> text.contains("secret plan"));
                if (!tender.isOpened(Part.PRICE)) {
                    assertThat(List.of(office, everybody, stored)).noneMatch(text -> text.contains(price));
                }
                if (kind == Kind.PROPOSALS && !model.equals("awarded")) {
                    assertThat(everybody).doesNotContain(price);
                }
                if (!tender.isOpened(Part.PRICE) && !tender.isOpened(Part.TECHNICAL)) {
                    String partner = id("partner " + letter).toString();
                    assertThat(List.of(office, everybody, stored))
                            .noneMatch(text -> text.contains(partner) || text.contains("member of"));
                }
            }
            @Nullable Integer told = view(true).bidsReceived();
            if (model.equals("published")) {
                assertThat(told).isNull();
            } else if (!model.equals("cancelled")) {
                assertThat(told).isEqualTo(counting.size());
            }
        }
    }
}
