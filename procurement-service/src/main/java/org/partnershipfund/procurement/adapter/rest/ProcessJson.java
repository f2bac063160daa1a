package org.partnershipfund.procurement.adapter.rest;

import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.partnershipfund.foundation.web.MoneyJson;
import org.partnershipfund.kernel.Money;
import org.partnershipfund.procurement.ledger.FundId;
import org.partnershipfund.procurement.process.Award;
import org.partnershipfund.procurement.process.ContractingProcess;
import org.partnershipfund.procurement.process.ContractingProcess.Awarded;
import org.partnershipfund.procurement.process.ContractingProcess.Cancelled;
import org.partnershipfund.procurement.process.ContractingProcess.Open;
import org.partnershipfund.procurement.process.ContractingProcess.Request;
import org.partnershipfund.procurement.process.ContractingProcess.Solicited;
import org.partnershipfund.procurement.process.Offer;
import org.partnershipfund.procurement.process.Program;
import org.partnershipfund.procurement.process.Route;
import org.partnershipfund.procurement.process.Solicitation.NoticePosted;
import org.partnershipfund.procurement.process.Solicitation.QuotesAsked;
import org.partnershipfund.procurement.reservation.ReservedLine;
import org.partnershipfund.procurement.rules.Evaluation.Requirement;

/** A contracting process on the wire. */
@Schema(name = "Process", description = "How a program is bought for all schools that chose it")
public record ProcessJson(
        UUID id,
        UUID fundId,
        int fiscalYear,

        @Schema(enumeration = {"open", "solicited", "awarded", "cancelled"})
        String state,

        RouteJson route,
        @Schema(description = "What the schools chose") ProgramJson program,
        int termYears,

        @Schema(description = "The vote that allows a longer term") @Nullable String termAuthorisedBy,

        @Schema(
                description =
                        "All schools, all years with options: what they reserve, once awarded what the award asks of those that are still with it; until then it decides the method")
        MoneyJson value,

        @Schema(
                description =
                        "Frozen by the solicitation; until then it follows the value, by the rules of the day of opening")
        String method,

        List<MetJson> requirements,
        @Nullable SolicitationJson solicitation,
        List<OfferJson.QuoteJson> quotes,
        List<OfferJson.ProposalJson> proposals,
        @Nullable AwardJson award,
        @Nullable CancellationJson cancellation,
        List<LineJson> lines,

        @Schema(description = "Schools that have not decided about the awarded partner yet")
        List<String> waitingFor,

        @Nullable UUID contractId,
        List<EntryJson> history) {

    /** A row of the list. */
    @Schema(name = "ProcessSummary")
    public record Row(
            UUID id,
            UUID fundId,
            int fiscalYear,
            String state,
            String route,
            UUID programId,
            String programName,
            UUID partnerId,
            String partnerName,
            String serviceArea,
            int termYears,
            MoneyJson value,
            String method,
            @Nullable UUID awardedProgramId,
            Instant openedAt) {

        static Row of(ContractingProcess process) {
            var opening = process.opening();
            return new Row(
                    opening.id().value(),
                    opening.fund().value(),
                    opening.year().endYear(),
                    word(process),
                    opening.route().kind().word(),
                    opening.chosen().id(),
                    opening.chosen().name(),
                    opening.chosen().partner(),
                    opening.chosen().partnerName(),
                    opening.chosen().serviceArea(),
                    opening.termYears(),
                    MoneyJson.of(opening.value()),
                    process.method().word(),
                    lastly(process) instanceof Awarded awarded
                            ? awarded.award().program().id()
                            : null,
                    opening.openedAt());
        }
    }

    /** The route with its reasons. */
    @Schema(name = "Route")
    public record RouteJson(
            @NotNull @Pattern(
                    regexp = "call-off|competition|sole-source|exemption",
                    message = "it must be call-off, competition, sole-source or exemption")
            @JsonProperty(required = true)
            @Schema(
                    required = true,
                    enumeration = {"call-off", "competition", "sole-source", "exemption"})
            String kind,

            @NotBlank @Size(max = 2000) @JsonProperty(required = true)
            @Schema(required = true, examples = "Several partners could serve; none is named")
            String reasons,

            @Size(max = 500) @Schema(description = "What a route without competition rests on") @Nullable String reference) {}

    /** A program and who offers it. */
    @Schema(name = "OfferedProgram")
    public record ProgramJson(UUID programId, String name, UUID partnerId, String partnerName, String serviceArea) {

        static ProgramJson of(Program program) {
            return new ProgramJson(
                    program.id(), program.name(), program.partner(), program.partnerName(), program.serviceArea());
        }
    }

    /** A requirement, and what meets it. */
    @Schema(name = "MetRequirement")
    public record MetJson(
            String id,
            String stage,
            String text,
            String source,

            @Schema(description = "Whether it is met; those of contract and invoice are met there")
            boolean met,

            @Schema(description = "Which paper meets it") @Nullable String by) {}

    /** What one school buys by it. */
    @Schema(name = "ProcessLine")
    public record LineJson(
            UUID selectionId,
            int version,
            UUID lineId,
            String schoolCode,
            UUID programId,
            @Schema(description = "What is reserved") MoneyJson amount,

            @Schema(description = "What the award asks of it") @Nullable MoneyJson awarded) {}

    /** What happened when. */
    @Schema(name = "ProcessHistory")
    public record EntryJson(
            Instant at, @Schema(examples = "awarded") String what) {}

    /** What it takes to open one. */
    @Schema(name = "OpenProcess")
    public record ToOpen(
            @NotNull @JsonProperty(required = true) @Schema(required = true)
            UUID fundId,

            @NotNull @JsonProperty(required = true) @Schema(required = true)
            UUID programId,

            @NotNull @Valid @JsonProperty(required = true) @Schema(required = true)
            RouteJson route,

            @Min(1) @Max(10) @JsonProperty(required = true)
            @Schema(required = true, examples = "1", description = "Years with all options")
            int termYears,

            @Size(max = 500) @Schema(
                    description = "The recorded vote that allows a term beyond three years",
                    examples = "School Committee, 28 March 2018, 6 to 1")
            @Nullable String termAuthorisedBy,

            @Schema(
                    description =
                            "Add earlier purchases of the year that belong together with it to the value, so that nothing is split")
            @Nullable Boolean withEarlier) {

        Request request() {
            return new Request(
                    new FundId(fundId),
                    programId,
                    new Route(Route.Kind.ofWord(route.kind()), route.reasons(), route.reference()),
                    termYears,
                    termAuthorisedBy,
                    Boolean.TRUE.equals(withEarlier));
        }
    }

    static ProcessJson of(
            ContractingProcess process,
            List<ReservedLine> lines,
            List<Requirement> demanded,
            int leastQuotes,
            @Nullable UUID contract) {
        var opening = process.opening();
        @Nullable Solicited solicited = solicited(process);
        List<Offer> offers = solicited == null ? List.of() : solicited.offers();
        return new ProcessJson(
                opening.id().value(),
                opening.fund().value(),
                opening.year().endYear(),
                word(process),
                new RouteJson(
                        opening.route().kind().word(),
                        opening.route().reasons(),
                        opening.route().reference()),
                ProgramJson.of(opening.chosen()),
                opening.termYears(),
                opening.termAuthorisedBy(),
                MoneyJson.of(opening.value()),
                process.method().word(),
                demanded.stream()
                        .map(one -> met(one, process, solicited, leastQuotes))
                        .toList(),
                solicited == null ? null : SolicitationJson.of(solicited.solicitation()),
                OfferJson.quotes(offers),
                OfferJson.proposals(offers),
                lastly(process) instanceof Awarded awarded ? AwardJson.of(awarded.award()) : null,
                process instanceof Cancelled cancelled ? CancellationJson.of(cancelled.cancellation()) : null,
                lines.stream().map(ProcessJson::json).toList(),
                process instanceof Awarded awarded ? waiting(awarded.award(), lines) : List.of(),
                contract,
                history(process, solicited));
    }

    private static @Nullable Solicited solicited(ContractingProcess process) {
        return switch (process) {
            case Open _ -> null;
            case Solicited one -> one;
            case Awarded awarded -> awarded.solicited();
            case Cancelled(var before, var _) -> solicited(before);
        };
    }

    /** The state that says what was found: the one in which it is, or in which it was cancelled. */
    private static ContractingProcess lastly(ContractingProcess process) {
        return process instanceof Cancelled(var before, var _) ? before : process;
    }

    private static List<String> waiting(Award award, List<ReservedLine> lines) {
        return lines.stream()
                .filter(line -> !line.program().equals(award.program().id()))
                .map(line -> line.school().value())
                .distinct()
                .toList();
    }

    private static LineJson json(ReservedLine line) {
        Money awarded = line.awarded();
        return new LineJson(
                line.selection(),
                line.version(),
                line.line(),
                line.school().value(),
                line.program(),
                MoneyJson.of(line.amount()),
                awarded == null ? null : MoneyJson.of(awarded));
    }

    private static MetJson met(
            Requirement one, ContractingProcess process, @Nullable Solicited solicited, int leastQuotes) {
        String by = paper(one, process, solicited, leastQuotes);
        return new MetJson(one.id(), one.stage(), one.text(), one.source(), by != null, by);
    }

    private static @Nullable String paper(
            Requirement one, ContractingProcess process, @Nullable Solicited solicited, int leastQuotes) {
        if (!one.stage().equals("solicitation")) {
            return null;
        }
        Route route = process.opening().route();
        if (route.kind() != Route.Kind.COMPETITION) {
            return "%s: %s".formatted(route.kind().word(), route.reference());
        }
        if (solicited == null) {
            return null;
        }
        return switch (solicited.solicitation()) {
            case NoticePosted notice -> "notice of " + notice.on();
            case QuotesAsked quotes -> {
                long prices = solicited.offers().stream()
                        .filter(offer -> offer.price() != null)
                        .count();
                boolean enough = process instanceof Awarded
                        || prices >= leastQuotes
                        || solicited.offers().size() >= quotes.organisations();
                yield enough
                        ? "%d quotes of %d asked on %s".formatted(prices, quotes.organisations(), quotes.on())
                        : null;
            }
        };
    }

    private static List<EntryJson> history(ContractingProcess process, @Nullable Solicited solicited) {
        List<EntryJson> entries = new ArrayList<>();
        entries.add(new EntryJson(process.opening().openedAt(), "opened"));
        if (solicited != null) {
            entries.add(new EntryJson(solicited.solicitedAt(), "solicited"));
        }
        if (lastly(process) instanceof Awarded awarded) {
            entries.add(new EntryJson(awarded.award().at(), "awarded"));
        }
        if (process instanceof Cancelled(var _, var cancellation)) {
            entries.add(new EntryJson(cancellation.at(), "cancelled"));
        }
        return entries;
    }

    private static String word(ContractingProcess process) {
        return switch (process) {
            case Open _ -> "open";
            case Solicited _ -> "solicited";
            case Awarded _ -> "awarded";
            case Cancelled _ -> "cancelled";
        };
    }
}
