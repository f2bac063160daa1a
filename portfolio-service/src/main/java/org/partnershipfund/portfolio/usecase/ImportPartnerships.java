package org.partnershipfund.portfolio.usecase;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.partnershipfund.kernel.AuditTrail;
import org.partnershipfund.kernel.Decision.Accepted;
import org.partnershipfund.kernel.Decision.Refused;
import org.partnershipfund.kernel.DomainEvent;
import org.partnershipfund.kernel.FiscalYear;
import org.partnershipfund.kernel.Ids;
import org.partnershipfund.kernel.Outbox;
import org.partnershipfund.kernel.SchoolCode;
import org.partnershipfund.portfolio.catalogue.Partnership;
import org.partnershipfund.portfolio.catalogue.Partnership.Details;
import org.partnershipfund.portfolio.catalogue.Partnership.Source;
import org.partnershipfund.portfolio.catalogue.PartnershipId;
import org.partnershipfund.portfolio.catalogue.Partnerships;
import org.partnershipfund.portfolio.catalogue.Partnerships.Place;
import org.partnershipfund.portfolio.catalogue.Schools;
import org.partnershipfund.portfolio.catalogue.Voice;
import org.partnershipfund.portfolio.partner.PartnerId;
import org.partnershipfund.portfolio.partner.Partners;
import org.partnershipfund.portfolio.program.ProgramId;
import org.partnershipfund.portfolio.program.Programs;

/** Registers the partnerships of a year by a file (catalogue §5.6): all lines or none. */
@ApplicationScoped
public class ImportPartnerships {

    private final Partnerships partnerships;
    private final Partners partners;
    private final Programs programs;
    private final Schools schools;
    private final Outbox outbox;
    private final AuditTrail audit;
    private final Ids ids;
    private final Clock clock;

    ImportPartnerships(
            Partnerships partnerships,
            Partners partners,
            Programs programs,
            Schools schools,
            Outbox outbox,
            AuditTrail audit,
            Ids ids,
            Clock clock) {
        this.partnerships = partnerships;
        this.partners = partners;
        this.programs = programs;
        this.schools = schools;
        this.outbox = outbox;
        this.audit = audit;
        this.ids = ids;
        this.clock = clock;
    }

    /** One line of the file; partner and program are named, whatever their capitals. */
    public record Line(long number, SchoolCode school, String partner, String program, Details details) {}

    /** Why a line cannot be used. */
    public record Fault(long line, String column, String value, String reason) {}

    private record Reading(List<Partnership> partnerships, List<DomainEvent> events, List<Fault> faults) {}

    /** What is wrong with the lines, by line: none in a good file. */
    @Transactional
    public List<Fault> check(List<Line> file, FiscalYear year, Source source) {
        return read(file, year, source).faults();
    }

    /**
     * Registers all of them.
     *
     * @param file in which {@link #check} found no fault within the same transaction
     * @param digest SHA-256 of the file's bytes, for the audit
     */
    @Transactional
    public void importAll(List<Line> file, FiscalYear year, Source source, String digest) {
        Reading reading = read(file, year, source);
        if (!reading.faults().isEmpty()) {
            throw new IllegalArgumentException(
                    "a file with faults: " + reading.faults().getFirst());
        }
        partnerships.addAll(reading.partnerships());
        outbox.add(reading.events());
        audit.record(new AuditTrail.Change(
                "PartnershipsImported",
                digest,
                null,
                new Imported(reading.partnerships().size(), year, source, digest)));
    }

    private record Imported(int partnerships, FiscalYear year, Source source, String digest) {}

    private Reading read(List<Line> file, FiscalYear year, Source source) {
        Map<String, Map<String, ProgramId>> offered = offered(file);
        List<ProgramId> named = offered.values().stream()
                .flatMap(programsByName -> programsByName.values().stream())
                .distinct()
                .toList();
        partnerships.holdAllNew();
        Set<Place> taken = new HashSet<>(partnerships.taken(named, year));
        Set<SchoolCode> known =
                schools.known(file.stream().map(Line::school).distinct().toList());
        Instant now = clock.instant();
        var reading = new Reading(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        for (Line line : file) {
            ProgramId program =
                    offered.getOrDefault(lower(line.partner()), Map.of()).get(lower(line.program()));
            if (!known.contains(line.school())) {
                fault(reading, line, "school_code", line.school().value(), "the catalogue has no such school");
            } else if (program == null) {
                fault(reading, line, "program_name", line.program(), "the partner has no program of that name");
            } else if (!taken.add(new Place(program, line.school()))) {
                fault(reading, line, "program_name", line.program(), "it is at that school in that year already");
            } else {
                read(reading, line, program, year, source, now);
            }
        }
        return reading;
    }

    private void read(Reading reading, Line line, ProgramId program, FiscalYear year, Source source, Instant now) {
        switch (Partnership.register(
                new PartnershipId(ids.next()),
                program,
                line.school(),
                year,
                line.details(),
                Optional.of(source),
                Optional.empty(),
                Voice.TEAM,
                LocalDate.ofInstant(now, clock.getZone()),
                now)) {
            case Accepted<Partnership>(Partnership registered, var events) -> {
                reading.partnerships().add(registered);
                reading.events().addAll(events);
            }
            case Refused<Partnership>(var why) ->
                fault(
                        reading,
                        line,
                        "agreement_on",
                        line.details()
                                .agreement()
                                .map(agreement -> agreement.signedOn().toString())
                                .orElse(""),
                        why.sentence());
        }
    }

    private static void fault(Reading reading, Line line, String column, String value, String reason) {
        reading.faults().add(new Fault(line.number(), column, value, reason));
    }

    /** The programs of each partner that the file names, by their names. */
    private Map<String, Map<String, ProgramId>> offered(List<Line> file) {
        Map<String, PartnerId> named = new HashMap<>();
        file.stream()
                .map(line -> lower(line.partner()))
                .distinct()
                .forEach(name -> partners.findByName(name).ifPresent(found -> named.put(name, found)));
        var byPartner = programs.names(named.values());
        return named.entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, partner -> byPartner.getOrDefault(partner.getValue(), Map.of())));
    }

    private static String lower(String name) {
        return name.toLowerCase(Locale.ROOT);
    }
}
