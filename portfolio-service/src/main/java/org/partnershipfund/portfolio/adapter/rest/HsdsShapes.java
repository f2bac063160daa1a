package org.partnershipfund.portfolio.adapter.rest;

import static java.util.stream.Collectors.joining;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.partnershipfund.kernel.FiscalYear;
import org.partnershipfund.kernel.SchoolCode;
import org.partnershipfund.portfolio.catalogue.ListedPartnership;
import org.partnershipfund.portfolio.hsds.Term;
import org.partnershipfund.portfolio.partner.Partner;
import org.partnershipfund.portfolio.program.Grade;
import org.partnershipfund.portfolio.program.OfferedProgram;
import org.partnershipfund.portfolio.program.Point;
import org.partnershipfund.portfolio.program.Price;
import org.partnershipfund.portfolio.program.PriceSheet;
import org.partnershipfund.portfolio.program.Program;
import org.partnershipfund.portfolio.program.Session;

/** From the catalogue to the objects of HSDS (policy catalogue §7). */
final class HsdsShapes {

    /** Pupils enter kindergarten at five; grades count on from there. */
    private static final int AGE_IN_KINDERGARTEN = 5;

    private HsdsShapes() {}

    static HsdsJson.Organization organization(Partner.Title partner, @Nullable List<HsdsJson.Service> services) {
        return new HsdsJson.Organization(
                partner.id().value(),
                partner.name(),
                "School-community partner: " + partner.kind().word().replace('-', ' '),
                services);
    }

    /** With what is one-to-one only, as lists have it. */
    static HsdsJson.Service brief(OfferedProgram offered) {
        Program program = offered.program().value();
        Program.Description said = program.description();
        List<Integer> ages = said.grades().stream().map(HsdsShapes::age).toList();
        return new HsdsJson.Service(
                program.id().value(),
                program.partner().value(),
                said.name(),
                said.text(),
                "active",
                prices(program.latestSheet()),
                "Grades " + said.grades().stream().map(Grade::word).collect(joining(", ")),
                ages.getFirst(),
                ages.getLast() + 1,
                program.modifiedAt(),
                organization(offered.partner(), null),
                null,
                null,
                null,
                null,
                null);
    }

    /** With everything about it. */
    static HsdsJson.Service full(OfferedProgram offered, List<HsdsJson.ServiceAtLocation> places) {
        Program program = offered.program().value();
        UUID id = program.id().value();
        var brief = brief(offered);
        var delivery = program.description().delivery();
        return new HsdsJson.Service(
                brief.id(),
                brief.organizationId(),
                brief.name(),
                brief.description(),
                brief.status(),
                brief.feesDescription(),
                brief.eligibilityDescription(),
                brief.minimumAge(),
                brief.maximumAge(),
                brief.lastModified(),
                brief.organization(),
                schedules(id, delivery.schedule(), Optional.empty()),
                delivery.languages().stream()
                        .map(code -> new HsdsJson.Language(
                                idOf("language:" + id + ":" + code),
                                id,
                                Locale.of(code).getDisplayLanguage(Locale.ENGLISH),
                                code))
                        .toList(),
                program.latestSheet().prices().stream()
                        .map(price -> cost(id, program.latestSheet(), price))
                        .toList(),
                Stream.concat(
                                Stream.concat(
                                        Stream.of(Term.of(program.description().area())),
                                        delivery.terms().stream().map(Term::of)),
                                program.description().grades().stream().map(Term::of))
                        .map(term -> new HsdsJson.Attribute(
                                idOf("attribute:" + id + ":" + idOf(term)),
                                id,
                                idOf(term),
                                "taxonomy_term",
                                "service",
                                term.code(),
                                term(term)))
                        .toList(),
                places);
    }

    /** A partnership; with its schedule unless it is one of a list. */
    static HsdsJson.ServiceAtLocation place(
            ListedPartnership listed, HsdsJson.@Nullable Service service, boolean nested) {
        var partnership = listed.partnership().value();
        UUID id = partnership.id().value();
        return new HsdsJson.ServiceAtLocation(
                id,
                partnership.program().value(),
                idOf(partnership.school()),
                "%s at %s, %s; funding: %s%s"
                        .formatted(
                                listed.programName(),
                                listed.schoolName(),
                                partnership.year(),
                                partnership.details().funding().word().replace('-', ' '),
                                partnership
                                        .source()
                                        .filter(source -> source.illustrative())
                                        .map(_ -> " (generated, to show how things work)")
                                        .orElse("")),
                new HsdsJson.Location(
                        idOf(partnership.school()),
                        "physical",
                        listed.schoolName(),
                        listed.schoolPoint().map(Point::latitude).orElse(null),
                        listed.schoolPoint().map(Point::longitude).orElse(null),
                        partnership.school().value(),
                        "Massachusetts state organisation code"),
                service,
                nested ? schedules(id, partnership.details().schedule(), Optional.of(partnership.year())) : null);
    }

    static HsdsJson.Taxonomy taxonomy(Term.Taxonomy taxonomy) {
        return new HsdsJson.Taxonomy(idOf(taxonomy), taxonomy.title(), taxonomy.description(), "1");
    }

    static HsdsJson.TaxonomyTerm term(Term term) {
        return new HsdsJson.TaxonomyTerm(
                idOf(term),
                term.code(),
                term.name(),
                term.name(),
                parentOf(term).orElse(null),
                term.taxonomy().title(),
                taxonomy(term.taxonomy()),
                "en",
                idOf(term.taxonomy()));
    }

    static UUID idOf(SchoolCode school) {
        return idOf("location:" + school.value());
    }

    static UUID idOf(Term.Taxonomy taxonomy) {
        return idOf("taxonomy:" + taxonomy.name());
    }

    static UUID idOf(Term term) {
        return idOf(term.taxonomy(), term.code());
    }

    static Optional<UUID> parentOf(Term term) {
        return term.parent().map(above -> idOf(term.taxonomy(), above));
    }

    private static UUID idOf(Term.Taxonomy taxonomy, String code) {
        return idOf("taxonomy-term:" + taxonomy.name() + ":" + code);
    }

    /** What has no id of ours has one made of its name, which never changes. */
    private static UUID idOf(String name) {
        return UUID.nameUUIDFromBytes(("partnership-fund:hsds:" + name).getBytes(StandardCharsets.UTF_8));
    }

    private static List<HsdsJson.Schedule> schedules(UUID owner, List<Session> week, Optional<FiscalYear> year) {
        return week.stream()
                .map(session -> new HsdsJson.Schedule(
                        idOf("schedule:%s:%s:%s:%s".formatted(owner, session.day(), session.from(), session.until())),
                        "WEEKLY",
                        1,
                        session.day().name().substring(0, 2),
                        session.from().toString(),
                        session.until().toString(),
                        year.map(FiscalYear::firstDay).orElse(null),
                        year.map(FiscalYear::lastDay).orElse(null)))
                .toList();
    }

    private static HsdsJson.CostOption cost(UUID service, PriceSheet sheet, Price price) {
        return new HsdsJson.CostOption(
                idOf("cost:%s:%d:%s".formatted(service, sheet.version(), price.code())),
                service,
                sheet.validFrom(),
                price.code(),
                "USD",
                new BigDecimal(price.amount().dollars()),
                PriceJson.of(price).toString());
    }

    private static String prices(PriceSheet sheet) {
        return sheet.prices().stream()
                .map(price -> "%s (%s, $%s)"
                        .formatted(
                                price.description(),
                                price.unit().word().replace('-', ' '),
                                price.amount().dollars()))
                .collect(joining("; ", "", ". Paid by the school, not by families."));
    }

    private static int age(Grade grade) {
        return switch (grade) {
            case PRE_KINDERGARTEN -> AGE_IN_KINDERGARTEN - 1;
            case KINDERGARTEN -> AGE_IN_KINDERGARTEN;
            case GRADE_1,
                    GRADE_2,
                    GRADE_3,
                    GRADE_4,
                    GRADE_5,
                    GRADE_6,
                    GRADE_7,
                    GRADE_8,
                    GRADE_9,
                    GRADE_10,
                    GRADE_11,
                    GRADE_12 -> AGE_IN_KINDERGARTEN + Integer.parseInt(grade.word());
        };
    }
}
