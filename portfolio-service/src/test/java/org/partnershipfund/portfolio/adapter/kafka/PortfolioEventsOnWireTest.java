package org.partnershipfund.portfolio.adapter.kafka;

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
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.partnershipfund.contracts.EventType;
import org.partnershipfund.contracts.Events;
import org.partnershipfund.foundation.eventlog.OnWire;
import org.partnershipfund.kernel.DomainEvent;
import org.partnershipfund.kernel.FiscalYear;
import org.partnershipfund.kernel.SchoolCode;
import org.partnershipfund.portfolio.catalogue.Partnership;
import org.partnershipfund.portfolio.catalogue.PartnershipId;
import org.partnershipfund.portfolio.fixtures.Harbor;
import org.partnershipfund.portfolio.partner.PartnerEvent.PartnerMembersChanged;
import org.partnershipfund.portfolio.partner.PartnerEvent.PartnerRegistered;
import org.partnershipfund.portfolio.partner.PartnerKind;
import org.partnershipfund.portfolio.program.ProgramEvent.ProgramChanged;
import org.partnershipfund.portfolio.program.ProgramEvent.ProgramRegistered;
import org.partnershipfund.portfolio.vetting.Application.Suspended;
import org.partnershipfund.portfolio.vetting.Application.Vetted;
import org.partnershipfund.portfolio.vetting.VettingEvent.ApplicationSubmitted;
import org.partnershipfund.portfolio.vetting.VettingEvent.ProgramReinstated;
import org.partnershipfund.portfolio.vetting.VettingEvent.ProgramSuspended;
import org.partnershipfund.portfolio.vetting.VettingEvent.ProgramVetted;

/** Our events become exactly the golden samples of the contracts. */
class PortfolioEventsOnWireTest {

    private static final String PARTNER = Harbor.ALLIANCE.value().toString();
    private static final String PROGRAM = Harbor.CLUB.value().toString();
    private static final ObjectMapper JSON = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .build();

    @Test
    void a_partner_that_was_registered_is_the_sample() throws IOException {
        var event = new PartnerRegistered(
                Harbor.ALLIANCE,
                "Harbor Youth Alliance",
                PartnerKind.NONPROFIT,
                List.of(Harbor.DIRECTOR),
                Harbor.ON_2_OCTOBER);

        isTheSample(event, Events.PARTNER_REGISTERED, PARTNER);
    }

    @Test
    void members_that_changed_are_the_sample() throws IOException {
        var event = new PartnerMembersChanged(
                Harbor.ALLIANCE, List.of(Harbor.DIRECTOR), Instant.parse("2017-10-03T14:00:00Z"));

        isTheSample(event, Events.PARTNER_MEMBERS_CHANGED, PARTNER);
    }

    @Test
    void a_program_that_was_registered_is_the_sample() throws IOException {
        var event =
                new ProgramRegistered(Harbor.club(), "Harbor Youth Alliance", Instant.parse("2017-10-02T15:00:00Z"));

        isTheSample(event, Events.PROGRAM_REGISTERED, PROGRAM);
    }

    @Test
    void a_program_that_changed_is_the_sample() throws IOException {
        var event = new ProgramChanged(Harbor.club(), "Harbor Youth Alliance", Instant.parse("2017-10-04T15:00:00Z"));

        isTheSample(event, Events.PROGRAM_CHANGED, PROGRAM);
    }

    @Test
    void an_application_that_was_submitted_is_the_sample() throws IOException {
        var event =
                new ApplicationSubmitted(Harbor.APPLICATION, Harbor.submitted().intent(), Harbor.ON_5_OCTOBER);

        isTheSample(event, Events.APPLICATION_SUBMITTED, PROGRAM);
    }

    @Test
    void a_program_that_was_vetted_is_the_sample() throws IOException {
        isTheSample(new ProgramVetted((Vetted) Harbor.vetted()), Events.PROGRAM_VETTED, PROGRAM);
    }

    @Test
    void a_program_that_was_suspended_is_the_sample() throws IOException {
        isTheSample(new ProgramSuspended((Suspended) Harbor.suspended()), Events.PROGRAM_SUSPENDED, PROGRAM);
    }

    @Test
    void a_program_that_was_reinstated_is_the_sample() throws IOException {
        var reinstated = (Vetted) Harbor.reinstated();
        var end = reinstated.dossier().suspensions().getLast().end().orElseThrow();

        isTheSample(new ProgramReinstated(reinstated, end), Events.PROGRAM_REINSTATED, PROGRAM);
    }

    @Test
    void a_partnership_that_was_registered_is_the_sample() throws IOException {
        var partnership = Partnership.contracted(
                        Optional.empty(),
                        new PartnershipId(Harbor.id("0431")),
                        Harbor.CLUB,
                        new SchoolCode("00350231"),
                        new FiscalYear(2019),
                        Harbor.id("1101"),
                        Instant.parse("2018-07-02T15:00:01Z"))
                .orRefuse();

        isTheSample(
                partnership.events().getFirst(),
                Events.PARTNERSHIP_REGISTERED,
                Harbor.id("0431").toString());
    }

    @Test
    void an_event_of_another_service_is_a_bug() {
        DomainEvent stranger = () -> Instant.EPOCH;

        assertThatIllegalArgumentException().isThrownBy(() -> new PortfolioEventsOnWire().of(stranger));
    }

    private static void isTheSample(DomainEvent event, EventType<?> type, String subject) throws IOException {
        OnWire<?> wire = new PortfolioEventsOnWire().of(event).orElseThrow();

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
