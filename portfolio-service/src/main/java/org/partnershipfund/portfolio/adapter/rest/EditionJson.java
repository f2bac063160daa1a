package org.partnershipfund.portfolio.adapter.rest;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.partnershipfund.portfolio.cycle.Cycle;
import org.partnershipfund.portfolio.edition.Edition;
import org.partnershipfund.portfolio.program.Delivery;
import org.partnershipfund.portfolio.program.Grade;
import org.partnershipfund.portfolio.program.OfferedProgram;
import org.partnershipfund.portfolio.program.PriceSheet;
import org.partnershipfund.portfolio.program.Program;
import org.partnershipfund.portfolio.program.ServiceArea;
import org.partnershipfund.portfolio.program.SubTerm;

/**
 * An edition on the wire, without the menu itself.
 *
 * @param publishedBy for the partnerships team and the records auditor
 */
@Schema(name = "Edition")
public record EditionJson(
        UUID id,
        UUID cycleId,

        @Schema(examples = "1", description = "Of this cycle's editions, from 1 on")
        int number,

        @Schema(examples = "2018-01-15", description = "Whose menu it is")
        LocalDate asOf,

        @Schema(examples = "46") int programs,

        @Schema(
                examples = "3a7bd3e2360a3d29eea436fcfb7e44c735d117c42d1c1835420b6b9942dd4f1b",
                description = "SHA-256 of the answer of GET /editions/{id}/menu")
        String digest,

        Instant publishedAt,
        @Nullable PersonJson publishedBy) {

    /**
     * An edition.
     *
     * @param inside whether who asks sees who published it
     */
    static EditionJson of(Edition.Title title, boolean inside) {
        return new EditionJson(
                title.id().value(),
                title.cycle().value(),
                title.number(),
                title.day(),
                title.programs(),
                title.digest(),
                title.at(),
                inside ? PersonJson.of(title.by()) : null);
    }

    /** The menu of an edition, as it is kept and as its digest is made; its programs in the order of their ids. */
    @Schema(name = "EditionMenu")
    public record Menu(UUID cycleId, String cycleName, LocalDate asOf, List<Entry> programs) {

        static Menu of(Cycle cycle, LocalDate day, List<OfferedProgram> menu) {
            return new Menu(
                    cycle.id().value(),
                    cycle.terms().name(),
                    day,
                    menu.stream().map(offered -> Entry.of(offered, day)).toList());
        }
    }

    /**
     * A program on the menu of an edition.
     *
     * @param cycleId by which it was vetted
     * @param priceSheetVersion absent before the first begins, as the prices are none
     */
    @Schema(name = "EditionProgram")
    public record Entry(
            UUID programId,
            @Schema(examples = "Harbor Homework Club") String programName,
            UUID partnerId,
            @Schema(examples = "Harbor Youth Alliance") String partnerName,
            @Schema(examples = "nonprofit") String partnerKind,
            @Schema(examples = "afterschool-and-recreation") String serviceArea,
            UUID cycleId,
            @Schema(examples = "afterschool-and-recreation") String category,
            @Schema(examples = "2017-11-01") LocalDate validFrom,

            @Schema(examples = "2019-06-30", description = "The last day that counts")
            LocalDate validUntil,

            String description,
            @Schema(examples = "[\"K\", \"1\", \"2\"]") List<String> grades,
            @Schema(examples = "400") int capacity,
            @Schema(examples = "[\"enrichment\"]") List<String> terms,
            @Schema(examples = "[\"en\", \"es\"]") List<String> languages,
            List<SessionJson> schedule,
            List<SiteJson> sites,
            @Schema(examples = "15") @Nullable Integer pupilsPerAdult,
            @Schema(examples = "1") @Nullable Integer priceSheetVersion,
            List<PriceJson> prices) {

        private static Entry of(OfferedProgram offered, LocalDate day) {
            Program program = offered.program().value();
            var description = program.description();
            Delivery delivery = description.delivery();
            var vetting = offered.vetting().orElseThrow();
            Optional<PriceSheet> sheet = program.sheetOn(day);
            return new Entry(
                    program.id().value(),
                    description.name(),
                    program.partner().value(),
                    offered.partner().name(),
                    offered.partner().kind().word(),
                    description.area().word(),
                    vetting.cycle(),
                    vetting.category(),
                    vetting.from(),
                    vetting.until(),
                    description.text(),
                    description.grades().stream().map(Grade::word).toList(),
                    description.capacity(),
                    delivery.terms().stream().map(SubTerm::word).toList(),
                    delivery.languages(),
                    delivery.schedule().stream().map(SessionJson::of).toList(),
                    delivery.sites().stream().map(SiteJson::of).toList(),
                    delivery.pupilsPerAdult().orElse(null),
                    sheet.map(PriceSheet::version).orElse(null),
                    sheet.map(PriceSheet::prices).orElse(List.of()).stream()
                            .map(PriceJson::of)
                            .toList());
        }

        /** As it is printed. */
        PrintedMenu.Offer offer() {
            return new PrintedMenu.Offer(
                    partnerName,
                    new Program.Description(
                            programName,
                            ServiceArea.of(serviceArea),
                            description,
                            grades.stream().map(Grade::of).toList(),
                            capacity,
                            new Delivery(
                                    terms.stream().map(SubTerm::of).toList(),
                                    languages,
                                    schedule.stream().map(SessionJson::session).toList(),
                                    sites.stream().map(SiteJson::site).toList(),
                                    Optional.ofNullable(pupilsPerAdult))),
                    validFrom,
                    validUntil,
                    prices.stream().map(PriceJson::price).toList());
        }
    }
}
