package org.partnershipfund.allocation.adapter.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.partnershipfund.allocation.fixtures.Funds2019;
import org.partnershipfund.allocation.formula.Apportionment.Line;
import org.partnershipfund.allocation.formula.BoundedSplit.Part;
import org.partnershipfund.allocation.formula.Candidate;
import org.partnershipfund.allocation.formula.LargestRemainder.Share;
import org.partnershipfund.allocation.formula.Outcome.Funded;
import org.partnershipfund.allocation.fund.Fund.Adoption;
import org.partnershipfund.allocation.fund.Fund.Terms;
import org.partnershipfund.allocation.fund.FundEvent.FundAppropriated;
import org.partnershipfund.allocation.fund.FundEvent.FundClosed;
import org.partnershipfund.allocation.fund.FundEvent.FundOpened;
import org.partnershipfund.allocation.fund.FundId;
import org.partnershipfund.allocation.opportunityindex.IndexValue;
import org.partnershipfund.allocation.revision.Revision;
import org.partnershipfund.allocation.revision.RevisionEvent.AllocationRevised;
import org.partnershipfund.allocation.revision.RevisionEvent.RevisionProposed;
import org.partnershipfund.allocation.revision.RevisionId;
import org.partnershipfund.allocation.revision.Side;
import org.partnershipfund.allocation.scenario.Allocation;
import org.partnershipfund.allocation.scenario.AllocationId;
import org.partnershipfund.allocation.scenario.ScenarioEvent.AllocationPublished;
import org.partnershipfund.allocation.scenario.ScenarioId;
import org.partnershipfund.allocation.school.ResponsibilityCentre;
import org.partnershipfund.contracts.EventType;
import org.partnershipfund.contracts.Events;
import org.partnershipfund.foundation.eventlog.OnWire;
import org.partnershipfund.kernel.DomainEvent;
import org.partnershipfund.kernel.FiscalYear;
import org.partnershipfund.kernel.Money;
import org.partnershipfund.kernel.SchoolCode;

/** Our events become exactly the golden samples of the contracts. */
class AllocationEventsOnWireTest {

    private static final FundId FUND = new FundId(UUID.fromString("018f3b5e-0000-7000-8000-000000002019"));
    private static final FiscalYear FY2019 = new FiscalYear(2019);
    private static final SchoolCode PERKINS = new SchoolCode("00350231");
    private static final Money AMOUNT = Money.ofDollars("52775.72");
    private static final ObjectMapper JSON = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .build();

    @Test
    void a_fund_that_was_opened_is_the_sample() throws IOException {
        var event = new FundOpened(
                FUND,
                new Terms(
                        "Partnership Fund FY2019",
                        FY2019,
                        Money.ofDollars("5700000.00"),
                        Funds2019.CHART,
                        Funds2019.CALENDAR),
                Instant.parse("2017-12-01T14:00:00Z"));

        isTheSample(event, Events.FUND_OPENED, FUND.value().toString());
    }

    @Test
    void an_allocation_that_was_published_is_the_sample() throws IOException {
        var event = new AllocationPublished(
                FUND,
                new ScenarioId(UUID.fromString("018f3b5e-0000-7000-8000-000000000060")),
                FY2019,
                new Allocation(
                        new AllocationId(UUID.fromString("018f3b5e-0000-7000-8000-000000000231")),
                        new ResponsibilityCentre("900059"),
                        new Line(
                                1,
                                new Candidate(PERKINS, "Michael J Perkins", IndexValue.of("0.844538"), 238),
                                new Funded(new Part.Proportional(new Share(AMOUNT, 11_740, Money.ZERO))))),
                Instant.parse("2017-12-08T14:00:00Z"));

        isTheSample(event, Events.ALLOCATION_PUBLISHED, "00350231");
    }

    @Test
    void a_fund_that_was_appropriated_is_the_sample() throws IOException {
        var sample = JSON.readTree(sample(Events.FUND_APPROPRIATED));
        List<FundAppropriated.Line> lines = new ArrayList<>();
        sample.path("lines")
                .forEach(line -> lines.add(new FundAppropriated.Line(
                        new SchoolCode(line.path("schoolCode").asText()),
                        Money.ofDollars(line.path("amount").path("amount").asText()))));
        var event = new FundAppropriated(
                FUND,
                FY2019,
                new Adoption(
                        Money.ofDollars(sample.path("adopted").path("amount").asText()),
                        sample.path("vote").asText(),
                        LocalDate.parse(sample.path("adoptedOn").asText())),
                lines,
                Instant.parse(sample.path("appropriatedAt").asText()));

        isTheSample(event, Events.FUND_APPROPRIATED, FUND.value().toString());
    }

    @Test
    void a_fund_that_was_closed_is_the_sample() throws IOException {
        var event = new FundClosed(FUND, FY2019, Instant.parse("2019-07-01T13:00:00Z"));

        isTheSample(event, Events.FUND_CLOSED, FUND.value().toString());
    }

    @Test
    void a_revision_that_was_proposed_is_the_sample() throws IOException {
        isTheSample(
                new RevisionProposed(revision(Instant.parse("2018-01-24T15:00:00Z")), PERKINS),
                Events.REVISION_PROPOSED,
                "00350231");
    }

    @Test
    void an_allocation_that_was_revised_is_the_sample() throws IOException {
        var event = new AllocationRevised(
                revision(Instant.parse("2018-01-24T15:00:00Z")),
                new AllocationId(UUID.fromString("018f3b5e-0000-7000-8000-000000000231")),
                PERKINS,
                AMOUNT,
                Money.ofDollars("50775.72"),
                Instant.parse("2018-01-24T15:00:02Z"));

        isTheSample(event, Events.ALLOCATION_REVISED, "00350231");
    }

    private static Revision.Terms revision(Instant at) {
        return new Revision.Terms(
                new RevisionId(UUID.fromString("018f3b5e-0000-7000-8000-000000000901")),
                FUND,
                new Side.Line(PERKINS),
                new Side.Line(new SchoolCode("00350002")),
                Money.ofDollars("2000.00"),
                "Projected enrolment was corrected.",
                at);
    }

    @Test
    void an_event_of_another_service_is_a_bug() {
        DomainEvent stranger = () -> Instant.EPOCH;

        assertThatIllegalArgumentException().isThrownBy(() -> new AllocationEventsOnWire().of(stranger));
    }

    private static void isTheSample(DomainEvent event, EventType<?> type, String subject) throws IOException {
        OnWire<?> wire = new AllocationEventsOnWire().of(event).orElseThrow();

        assertThat(wire.type()).isEqualTo(type);
        assertThat(wire.subject()).isEqualTo(subject);
        assertThat(JSON.valueToTree(wire.data()).toPrettyString())
                .isEqualTo(JSON.readTree(sample(type)).toPrettyString());
    }

    private static String sample(EventType<?> type) throws IOException {
        try (InputStream sample = EventType.class.getResourceAsStream("/events/" + type.fileStem() + ".sample.json")) {
            return new String(Objects.requireNonNull(sample).readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
