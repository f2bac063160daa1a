package org.partnershipfund.portfolio.usecase;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.partnershipfund.kernel.AuditTrail;
import org.partnershipfund.kernel.Decision.Accepted;
import org.partnershipfund.kernel.Decision.Refused;
import org.partnershipfund.kernel.DomainEvent;
import org.partnershipfund.kernel.Ids;
import org.partnershipfund.kernel.Outbox;
import org.partnershipfund.portfolio.partner.Partner;
import org.partnershipfund.portfolio.partner.PartnerId;
import org.partnershipfund.portfolio.partner.Partners;
import org.partnershipfund.portfolio.partner.Reach;
import org.partnershipfund.portfolio.program.PriceSheet;
import org.partnershipfund.portfolio.program.Program;
import org.partnershipfund.portfolio.program.ProgramId;
import org.partnershipfund.portfolio.program.Programs;

/** Registers the programs of a file (catalogue §3): all lines or none. */
@ApplicationScoped
public class ImportPrograms {

    private final Partners partners;
    private final Programs programs;
    private final Outbox outbox;
    private final AuditTrail audit;
    private final Ids ids;
    private final Clock clock;

    ImportPrograms(Partners partners, Programs programs, Outbox outbox, AuditTrail audit, Ids ids, Clock clock) {
        this.partners = partners;
        this.programs = programs;
        this.outbox = outbox;
        this.audit = audit;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * One line of the file.
     *
     * @param number as an editor counts the lines
     * @param partner the partner's name, whatever its capitals
     */
    public record Line(long number, String partner, Program.Description description, PriceSheet.Asked prices) {}

    /** Why a line cannot be used. */
    public record Fault(long line, String column, String value, String reason) {}

    /** What is wrong with the lines, by line: none in a good file. */
    @Transactional
    public List<Fault> check(List<Line> file, Reach reach) {
        return read(file, reach).faults();
    }

    /**
     * Registers all of them, or none if a line cannot be used.
     *
     * @param digest SHA-256 of the file's bytes, for the audit
     * @return what is wrong with the lines, by line: none if all of them are registered
     */
    @Transactional
    public List<Fault> importAll(List<Line> file, Reach reach, String digest) {
        Reading reading = read(file, reach);
        if (reading.faults().isEmpty()) {
            programs.addAll(reading.programs());
            outbox.add(reading.events());
            audit.record(new AuditTrail.Change("ProgramsImported", digest, null, new Imported(file.size(), digest)));
        }
        return reading.faults();
    }

    private record Imported(int programs, String digest) {}

    private record Reading(List<Program> programs, List<DomainEvent> events, List<Fault> faults) {}

    private Reading read(List<Line> file, Reach reach) {
        Map<String, Partner> offering = held(file, reach);
        Map<PartnerId, Map<String, ProgramId>> names = new HashMap<>(
                programs.names(offering.values().stream().map(Partner::id).toList()));
        Instant now = clock.instant();
        var reading = new Reading(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        for (Line line : file) {
            Partner partner = offering.get(lower(line.partner()));
            if (partner == null) {
                reading.faults()
                        .add(new Fault(
                                line.number(),
                                "partner_name",
                                line.partner(),
                                "there is no partner of that name that you act for; register it first"));
                continue;
            }
            Map<String, ProgramId> taken = names.computeIfAbsent(partner.id(), _ -> new HashMap<>());
            String name = lower(line.description().name());
            switch (Program.register(
                    new ProgramId(ids.next()),
                    partner,
                    line.description(),
                    line.prices(),
                    Optional.ofNullable(taken.get(name)),
                    now)) {
                case Accepted<Program>(Program program, var events) -> {
                    taken.put(name, program.id());
                    reading.programs().add(program);
                    reading.events().addAll(events);
                }
                case Refused<Program>(var why) ->
                    reading.faults()
                            .add(new Fault(
                                    line.number(),
                                    "program_name",
                                    line.description().name(),
                                    why.sentence()));
            }
        }
        return reading;
    }

    /** The partners of a file, held in the order of their names, which holds the names of their programs. */
    private Map<String, Partner> held(List<Line> file, Reach reach) {
        return partners.holdAll(file.stream().map(line -> lower(line.partner())).collect(Collectors.toSet())).stream()
                .filter(partner -> reach.covers(partner.id()))
                .collect(Collectors.toMap(partner -> lower(partner.name()), Function.identity()));
    }

    private static String lower(String name) {
        return name.toLowerCase(Locale.ROOT);
    }
}
