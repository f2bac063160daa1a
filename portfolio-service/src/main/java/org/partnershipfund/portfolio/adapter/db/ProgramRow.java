package org.partnershipfund.portfolio.adapter.db;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OrderColumn;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.partnershipfund.kernel.Versioned;
import org.partnershipfund.portfolio.partner.Partner;
import org.partnershipfund.portfolio.program.Delivery;
import org.partnershipfund.portfolio.program.Grade;
import org.partnershipfund.portfolio.program.PriceSheet;
import org.partnershipfund.portfolio.program.Program;
import org.partnershipfund.portfolio.program.ProgramId;
import org.partnershipfund.portfolio.program.ServiceArea;
import org.partnershipfund.portfolio.program.SubTerm;

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
    private String terms;
    private String languages;
    private String schedule;

    @Column(name = "pupils_per_adult")
    private @Nullable Integer pupilsPerAdult;

    @ElementCollection
    @CollectionTable(name = "program_site", joinColumns = @JoinColumn(name = "program_id"))
    @OrderColumn(name = "place")
    private List<SiteCell> sites = new ArrayList<>();

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
        Delivery delivery = program.description().delivery();
        terms = Lists.joined(delivery.terms(), SubTerm::word);
        languages = Lists.joined(delivery.languages(), Function.identity());
        schedule = Lists.joined(delivery.schedule(), Sessions::written);
        pupilsPerAdult = delivery.pupilsPerAdult().orElse(null);
        List<SiteCell> cells = delivery.sites().stream().map(SiteCell::of).toList();
        if (!sites.equals(cells)) {
            sites.clear();
            sites.addAll(cells);
        }
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

    private Delivery delivery() {
        return new Delivery(
                Lists.split(terms, SubTerm::of),
                Lists.split(languages, Function.identity()),
                Lists.split(schedule, Sessions::read),
                sites.stream().map(SiteCell::site).toList(),
                Optional.ofNullable(pupilsPerAdult));
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
                                capacity,
                                delivery()),
                        sheets,
                        registeredAt,
                        modifiedAt),
                version);
    }
}
