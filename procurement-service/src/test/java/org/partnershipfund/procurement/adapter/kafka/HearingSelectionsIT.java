package org.partnershipfund.procurement.adapter.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.partnershipfund.procurement.fixtures.Wire.allocationPublished;
import static org.partnershipfund.procurement.fixtures.Wire.allocationRevised;
import static org.partnershipfund.procurement.fixtures.Wire.fundAppropriated;
import static org.partnershipfund.procurement.fixtures.Wire.fundOpened;
import static org.partnershipfund.procurement.fixtures.Wire.partnerMembers;
import static org.partnershipfund.procurement.fixtures.Wire.program;
import static org.partnershipfund.procurement.fixtures.Wire.revisionProposed;
import static org.partnershipfund.procurement.fixtures.Wire.selectionApproved;
import static org.partnershipfund.procurement.fixtures.Wire.selectionWithdrawn;
import static org.partnershipfund.procurement.fixtures.Wire.standing;
import static org.partnershipfund.testkit.Soon.soon;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.partnershipfund.contracts.Events;
import org.partnershipfund.foundation.sql.Sql;
import org.partnershipfund.kernel.SchoolCode;
import org.partnershipfund.procurement.fixtures.Said;
import org.partnershipfund.procurement.ledger.Account;
import org.partnershipfund.procurement.ledger.BudgetLines;
import org.partnershipfund.procurement.ledger.FundId;
import org.partnershipfund.procurement.ledger.Ledger;
import org.partnershipfund.procurement.ledger.LedgerSlice;
import org.partnershipfund.procurement.process.Programs;
import org.partnershipfund.testkit.BackboneResource;

/** Approved selections and revised allocations, from bytes on Kafka to cents in the ledger and answers said. */
@QuarkusTest
@WithTestResource(value = BackboneResource.class, initArgs = @ResourceArg(name = "service", value = "procurement"))
class HearingSelectionsIT {

    private static final AtomicInteger SCHOOLS = new AtomicInteger(50_000_000);

    @Inject
    @ConfigProperty(name = "kafka.bootstrap.servers")
    String kafka;

    @Inject
    BudgetLines lines;

    @Inject
    Ledger ledger;

    @Inject
    Letters letters;

    @Inject
    Said said;

    @Inject
    Programs programs;

    @Inject
    Sql sql;

    private KafkaProducer<String, byte[]> producer;
    private final UUID fund = UUID.randomUUID();
    private final UUID selection = UUID.randomUUID();
    private final String school = school();

    @BeforeEach
    void open() {
        producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", kafka), new StringSerializer(), new ByteArraySerializer());
    }

    @AfterEach
    void close() {
        producer.close();
    }

    @AfterEach
    void the_books_balance_and_agree_with_their_papers() {
        var trial = ledger.trialBalance(LedgerSlice.of(new FundId(fund)));
        assertThat(trial.disagreements()).isEmpty();
        assertThat(trial.papers().disagreements()).isEmpty();
        assertThat(trial.papers().agree()).isTrue();
        assertThat(trial.balances()).isTrue();
    }

    @Test
    void every_line_of_an_approved_selection_is_reserved_and_it_is_said() {
        planned(school, "100.00");

        say(selectionApproved(selection, 1, fund, school, "90.00", lines("60.00", "30.00")));

        awaitSaid(selection, "FundsReserved");
        assertThat(cents(Account.RESERVED)).isEqualTo(9_000);
        assertThat(cents(Account.AVAILABLE)).isEqualTo(1_000);
        assertThat(said.latest(selection.toString(), "FundsReserved"))
                .contains("\"version\":1", "\"60.00\"", "\"30.00\"", "\"commitmentId\"");
    }

    @Test
    void heard_twice_it_is_reserved_once() {
        planned(school, "100.00");
        var approved = selectionApproved(selection, 1, fund, school, "60.00", lines("60.00"));

        say(approved, approved);
        say(selectionApproved(selection, 1, fund, school, "60.00", lines("60.00")));
        UUID other = UUID.randomUUID();
        say(selectionApproved(other, 1, fund, school, "40.00", lines("40.00")));

        awaitSaid(other, "FundsReserved");
        awaitSaid(selection, "FundsReserved");
        assertThat(cents(Account.RESERVED)).isEqualTo(10_000);
    }

    @Test
    void a_selection_ahead_of_fund_and_line_waits_for_both() {
        say(selectionApproved(selection, 1, fund, school, "60.00", lines("60.00")));
        awaitLetter(selection.toString(), "parked: waits for fund:" + fund);

        say(fundOpened(fund));
        awaitLetter(selection.toString(), "parked: waits for line:%s:%s".formatted(fund, school));
        say(allocationPublished(fund, school, "100.00"));

        awaitSaid(selection, "FundsReserved");
        assertThat(letters.open(selection.toString())).isEmpty();
    }

    @Test
    void what_the_line_does_not_have_is_refused_whole_and_a_newer_version_reserves_anew() {
        planned(school, "100.00");

        say(selectionApproved(selection, 1, fund, school, "100.01", lines("60.00", "40.01")));
        awaitSaid(selection, "ReservationRefused");
        assertThat(cents(Account.RESERVED)).isZero();
        assertThat(said.latest(selection.toString(), "ReservationRefused"))
                .contains("\"requested\":{\"amount\":\"100.01\"", "\"available\":{\"amount\":\"100.00\"", "was asked");

        say(selectionApproved(selection, 2, fund, school, "80.00", lines("80.00")));
        awaitSaid(selection, "ReservationRefused", "FundsReserved");
        say(selectionApproved(selection, 3, fund, school, "95.00", lines("95.00")));
        awaitSaid(selection, "ReservationRefused", "FundsReserved", "FundsReserved");

        assertThat(cents(Account.RESERVED)).isEqualTo(9_500);
    }

    @Test
    void a_refused_newer_version_leaves_what_the_older_one_holds() {
        planned(school, "100.00");
        say(selectionApproved(selection, 1, fund, school, "80.00", lines("80.00")));

        say(selectionApproved(selection, 2, fund, school, "100.01", lines("100.01")));

        awaitSaid(selection, "FundsReserved", "ReservationRefused");
        assertThat(cents(Account.RESERVED)).isEqualTo(8_000);
    }

    @Test
    void an_amendment_changes_the_line_by_the_difference_larger_refused_and_smaller() {
        planned(school, "100.00");
        say(selectionApproved(selection, 1, fund, school, "80.00", lines("60.00", "20.00")));

        say(selectionApproved(selection, 2, fund, school, "95.00", lines("60.00", "35.00")));
        awaitSaid(selection, "FundsReserved", "FundsReserved");
        assertThat(cents(Account.AVAILABLE)).isEqualTo(500);
        say(selectionApproved(selection, 3, fund, school, "100.01", lines("100.01")));
        awaitSaid(selection, "FundsReserved", "FundsReserved", "ReservationRefused");
        assertThat(cents(Account.RESERVED)).isEqualTo(9_500);
        say(selectionApproved(selection, 4, fund, school, "30.00", lines("30.00")));
        awaitSaid(selection, "FundsReserved", "FundsReserved", "ReservationRefused", "FundsReserved");

        assertThat(cents(Account.RESERVED)).isEqualTo(3_000);
        assertThat(cents(Account.AVAILABLE)).isEqualTo(7_000);
    }

    @Test
    void a_withdrawn_selection_gives_its_money_back() {
        planned(school, "100.00");
        say(selectionApproved(selection, 1, fund, school, "80.00", lines("80.00")));
        awaitSaid(selection, "FundsReserved");

        say(selectionWithdrawn(selection, 1, fund, school), selectionWithdrawn(selection, 1, fund, school));

        soon().untilAsserted(() -> assertThat(cents(Account.RESERVED)).isZero());
        assertThat(cents(Account.AVAILABLE)).isEqualTo(10_000);
    }

    @Test
    void lines_that_do_not_add_up_are_a_dead_letter() {
        planned(school, "100.00");

        say(selectionApproved(selection, 1, fund, school, "80.00", lines("79.99")));

        awaitLetter(selection.toString(), "dead: the lines add up to $79.99, the total is $80.00");
    }

    @Test
    void a_revision_moves_planned_money_and_a_vote_on_it_waits_for_the_raise() {
        String other = school();
        planned(school, "100.00");
        planned(other, "50.00");
        UUID revision = UUID.randomUUID();

        say(revisionProposed(revision, fund, school, "30.00"), revisionProposed(revision, fund, school, "30.00"));
        soon().untilAsserted(
                        () -> assertThat(said.about(school)).containsExactly("RevisionAccepted", "RevisionAccepted"));
        assertThat(cents(Account.PLANNED)).isEqualTo(7_000);
        say(fundAppropriated(fund, "150.00", Map.of(school, "70.00", other, "80.00")));
        awaitLetter(fund.toString(), "parked: waits for revised:%s:%s".formatted(fund, other));
        say(allocationRevised(revision, fund, school, "100.00", "70.00"));
        say(allocationRevised(revision, fund, other, "50.00", "80.00"));

        soon().untilAsserted(() -> assertThat(letters.open(fund.toString())).isEmpty());
        assertThat(cents(Account.APPROPRIATED)).isEqualTo(7_000);
        assertThat(cents(other, Account.APPROPRIATED)).isEqualTo(8_000);
        UUID late = UUID.randomUUID();
        say(revisionProposed(late, fund, other, "1.00"));
        soon().untilAsserted(
                        () -> assertThat(said.latest(other, "RevisionRefused")).contains("is appropriated"));
    }

    @Test
    void committed_money_is_not_taken_off_and_the_answer_stays_the_same() {
        planned(school, "100.00");
        say(selectionApproved(selection, 1, fund, school, "80.00", lines("80.00")));
        awaitSaid(selection, "FundsReserved");
        UUID revision = UUID.randomUUID();

        say(revisionProposed(revision, fund, school, "20.01"));
        soon().untilAsserted(() -> assertThat(said.about(school)).containsExactly("RevisionRefused"));
        say(selectionWithdrawn(selection, 1, fund, school));
        soon().untilAsserted(() -> assertThat(cents(Account.RESERVED)).isZero());
        say(revisionProposed(revision, fund, school, "20.01"));

        soon().untilAsserted(
                        () -> assertThat(said.about(school)).containsExactly("RevisionRefused", "RevisionRefused"));
        assertThat(said.latest(school, "RevisionRefused")).contains("\"available\":{\"amount\":\"20.00\"");
        assertThat(cents(Account.PLANNED)).isEqualTo(10_000);
    }

    @Test
    void a_smaller_allocation_that_the_ledger_was_not_asked_about_waits() {
        planned(school, "100.00");
        UUID revision = UUID.randomUUID();

        say(allocationRevised(revision, fund, school, "100.00", "70.00"));

        awaitLetter(school, "parked: waits for revision:" + revision);
    }

    @Test
    void members_and_programs_are_remembered_as_they_were_said_last() {
        UUID partner = UUID.randomUUID();
        UUID program = UUID.randomUUID();

        say(
                partnerMembers(Events.PARTNER_REGISTERED, partner, "registeredAt", "a", "b"),
                partnerMembers(Events.PARTNER_MEMBERS_CHANGED, partner, "changedAt", "b", "c"),
                program(Events.PROGRAM_REGISTERED, program, "Homework Club", "registeredAt"),
                program(Events.PROGRAM_CHANGED, program, "Reading Club", "changedAt"));

        soon().untilAsserted(() -> assertThat(members(partner)).containsExactly("b", "c"));
        soon().untilAsserted(() -> assertThat(programs.find(program))
                .hasValueSatisfying(found -> assertThat(found.name()).isEqualTo("Reading Club")));
    }

    @Test
    void a_suspension_is_heard_and_ended_by_the_reinstatement_of_the_same_vetting() {
        UUID program = UUID.randomUUID();
        UUID vetting = UUID.randomUUID();
        LocalDate january20 = LocalDate.of(2018, 1, 20);

        say(
                standing(Events.PROGRAM_SUSPENDED, program, vetting, "suspendedFrom", "2018-01-15"),
                standing(Events.PROGRAM_SUSPENDED, program, vetting, "suspendedFrom", "2018-01-15"),
                standing(Events.PROGRAM_REINSTATED, program, UUID.randomUUID(), "reinstatedOn", "2018-01-16"));
        soon().untilAsserted(() ->
                assertThat(programs.suspendedSince(program, january20)).contains(LocalDate.of(2018, 1, 15)));
        assertThat(programs.suspendedSince(program, LocalDate.of(2018, 1, 14))).isEmpty();
        say(standing(Events.PROGRAM_REINSTATED, program, vetting, "reinstatedOn", "2018-01-20"));

        soon().untilAsserted(() ->
                assertThat(programs.suspendedSince(program, january20)).isEmpty());
        assertThat(programs.suspendedSince(program, january20.minusDays(1))).isPresent();
    }

    private List<String> members(UUID partner) {
        return sql.list(
                "SELECT subject FROM partner_member WHERE partner_id = ? ORDER BY subject",
                row -> row.getString(1),
                partner);
    }

    private static Map<UUID, String> lines(String... amounts) {
        Map<UUID, String> lines = new LinkedHashMap<>();
        for (String amount : amounts) {
            lines.put(UUID.randomUUID(), amount);
        }
        return lines;
    }

    private static String school() {
        return "%08d".formatted(SCHOOLS.getAndIncrement());
    }

    private void planned(String code, String dollars) {
        say(fundOpened(fund), allocationPublished(fund, code, dollars));
        soon().untilAsserted(() ->
                assertThat(lines.list(of(code), Optional.empty(), 10)).hasSize(1));
    }

    @SafeVarargs
    private void say(ProducerRecord<String, byte[]>... records) {
        for (ProducerRecord<String, byte[]> record : records) {
            try {
                var _ = producer.send(record).get();
            } catch (InterruptedException | ExecutionException e) {
                throw new AssertionError("Kafka did not take a record", e);
            }
        }
    }

    private void awaitSaid(UUID subject, String... names) {
        soon().untilAsserted(() -> assertThat(said.about(subject.toString())).containsExactly(names));
    }

    private void awaitLetter(String subject, String letter) {
        soon().untilAsserted(() -> assertThat(letters.open(subject)).containsExactly(letter));
    }

    private long cents(Account account) {
        return cents(school, account);
    }

    private long cents(String code, Account account) {
        return lines.list(of(code), Optional.empty(), 10)
                .getFirst()
                .value()
                .balance()
                .of(account)
                .cents();
    }

    private static LedgerSlice of(String code) {
        return new LedgerSlice(
                Optional.empty(),
                Optional.of(new SchoolCode(code)),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }
}
