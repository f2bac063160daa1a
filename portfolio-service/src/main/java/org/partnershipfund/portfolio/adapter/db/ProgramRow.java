package org.partnershipfund.portfolio.adapter.db;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.partnershipfund.kernel.Versioned;
import org.partnershipfund.portfolio.partner.Partner;
import org.partnershipfund.portfolio.program.Grade;
import org.partnershipfund.portfolio.program.PriceSheet;
import org.partnershipfund.portfolio.program.Program;
import org.partnershipfund.portfolio.program.ProgramId;
import org.partnershipfund.portfolio.program.ServiceArea;

/** A program without its prices as it lies in table {@code program}. */
@Entity
@Table(name = "program")
class ProgramRow {

    @Id
    private UUID id;

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    @JoinColumn(name = "partner_id", updatable = false)
    private PartnerRow partner;

    private String name;

    @Column(name = "service_area", updatable = false)
    private String serviceArea;

    private String description;
    private String grades;
    private int capacity;

    @Column(name = "registered_at", updatable = false)
    private Instant registeredAt;

    @Column(name = "modified_at")
    private Instant modifiedAt;

    @Version
    private long version = 1;

    @SuppressWarnings("NullAway.Init") // Hibernate fills the fields
    protected ProgramRow() {}

    @SuppressWarnings("NullAway.Init") // take fills the rest
    ProgramRow(Program program, PartnerRow partner) {
        id = program.id().value();
        this.partner = partner;
        serviceArea = program.description().area().word();
        registeredAt = program.registeredAt();
        take(program);
    }

    final void take(Program program) {
        name = program.description().name();
        description = program.description().text();
        grades = Lists.joined(program.description().grades(), Grade::word);
        capacity = program.description().capacity();
        modifiedAt = program.modifiedAt();
    }

    long version() {
        return version;
    }

    ProgramId programId() {
        return new ProgramId(id);
    }

    Partner.Title partner() {
        return partner.title();
    }

    Versioned<Program> versioned(List<PriceSheet> sheets) {
        return new Versioned<>(
                new Program(
                        new ProgramId(id),
                        partner.partnerId(),
                        new Program.Description(
                                name,
                                ServiceArea.of(serviceArea),
                                description,
                                Lists.split(grades, Grade::of),
                                capacity),
                        sheets,
                        registeredAt,
                        modifiedAt),
                version);
    }
}
