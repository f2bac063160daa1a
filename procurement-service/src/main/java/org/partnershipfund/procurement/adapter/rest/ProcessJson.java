package org.partnershipfund.procurement.adapter.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.partnershipfund.foundation.problem.InvalidValueException;
import org.partnershipfund.foundation.web.MoneyJson;
import org.partnershipfund.kernel.Money;
import org.partnershipfund.procurement.ledger.FundId;
import org.partnershipfund.procurement.process.Award;
import org.partnershipfund.procurement.process.Award.NotResponsible;
import org.partnershipfund.procurement.process.ContractingProcess;
import org.partnershipfund.procurement.process.ContractingProcess.Awarded;
import org.partnershipfund.procurement.process.ContractingProcess.Open;
import org.partnershipfund.procurement.process.ContractingProcess.Request;
import org.partnershipfund.procurement.process.ContractingProcess.Solicited;
import org.partnershipfund.procurement.process.Offer;
import org.partnershipfund.procurement.process.Offer.Proposal;
import org.partnershipfund.procurement.process.Offer.Quote;
import org.partnershipfund.procurement.process.Offer.Rating;
import org.partnershipfund.procurement.process.Program;
import org.partnershipfund.procurement.process.Route;
import org.partnershipfund.procurement.process.Solicitation;
import org.partnershipfund.procurement.process.Solicitation.Asked;
import org.partnershipfund.procurement.process.Solicitation.NoticePosted;
import org.partnershipfund.procurement.process.Solicitation.QuotesAsked;
import org.partnershipfund.procurement.reservation.ReservedLine;
import org.partnershipfund.procurement.rules.Evaluation.Requirement;

/** A contracting process on the wire. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "Process", description = "How a program is bought for all schools that chose it")
public record ProcessJson(
        UUID id,
        UUID fundId,
        int fiscalYear,

        @Schema(enumeration = {"open", "solicited", "awarded"})
        String state,

        RouteJson route,
        @Schema(description = "What the schools chose") ProgramJson program,
        int termYears,

        @Schema(description = "All schools, all years with options; what decides the method")
        MoneyJson value,

        @Schema(description = "Frozen by the solicitation; until then that of the day of opening")
        String method,

        List<MetJson> requirements,
        @Nullable SolicitationJson solicitation,
        List<QuoteJson> quotes,
        List<ProposalJson> proposals,
        @Nullable AwardJson award,
        List<LineJson> lines,

        @Schema(description = "Schools that have not decided about the awarded partner yet")
        List<String> waitingFor,

        @Nullable UUID contractId,
        List<EntryJson> history) {

    /** A row of the list. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
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
                    process instanceof Awarded awarded
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
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "MetRequirement")
    public record MetJson(
            String id,
            String stage,
            String text,
            String source,

            @Schema(description = "Whether it is met; those of contract and invoice are met there")
            boolean met,

            @Schema(description = "Which paper meets it") @Nullable String by) {}

    /** How offers were asked for. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "Solicitation")
    public record SolicitationJson(
            @Schema(enumeration = {"quotes", "sealed"}) String kind,
            LocalDate on,
            @Nullable String description,
            @Nullable List<AskedJson> asked,
            @Nullable Set<String> places,
            @Nullable Instant opensAt) {}

    /** Who was asked: a registered partner, or another organisation by its name. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "Asked")
    public record AskedJson(
            @Nullable UUID partnerId,

            @NotBlank @Size(max = 200) @JsonProperty(required = true)
            @Schema(required = true, examples = "Mystic River Tutors")
            String name,

            @Size(max = 500) @Nullable String address) {}

    /** A quotation, or a no. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "Quote")
    public record QuoteJson(
            @Nullable UUID programId,
            String name,
            @Nullable MoneyJson amount,
            boolean declined,
            @Nullable String reason,
            LocalDate quotedOn) {}

    /** A rated proposal. */
    @Schema(name = "Proposal")
    public record ProposalJson(UUID programId, String name, MoneyJson price, List<RatingJson> ratings) {}

    /** What the evaluators said to one criterion. */
    @Schema(name = "ProposalRating")
    public record RatingJson(
            @NotBlank @Size(max = 200) @JsonProperty(required = true) @Schema(required = true, examples = "experience")
            String criterion,

            @NotNull @Pattern(
                    regexp = "highly-advantageous|advantageous|not-advantageous|unacceptable",
                    message = "it must be highly-advantageous, advantageous, not-advantageous or unacceptable")
            @JsonProperty(required = true)
            @Schema(
                    required = true,
                    enumeration = {"highly-advantageous", "advantageous", "not-advantageous", "unacceptable"})
            String rating) {}

    /** What the process found. */
    @Schema(name = "Award")
    public record AwardJson(
            UUID programId,
            String programName,
            UUID partnerId,
            String partnerName,

            @Schema(description = "This fund year, all schools")
            MoneyJson price,

            String justification,
            List<LeftOutJson> notResponsible,
            boolean asChosen,
            Instant awardedAt) {}

    /** Who offered less and is left out. */
    @Schema(name = "NotResponsible")
    public record LeftOutJson(
            @NotNull @JsonProperty(required = true) @Schema(required = true)
            UUID programId,

            @NotBlank @Size(max = 2000) @JsonProperty(required = true) @Schema(required = true)
            String reason) {}

    /** What one school buys by it. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
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

            @Schema(
                    description =
                            "Add earlier competitions of the year with the same partner and service area to the value, so that nothing is split")
            @Nullable Boolean withEarlier) {

        Request request() {
            return new Request(
                    new FundId(fundId),
                    programId,
                    new Route(Route.Kind.ofWord(route.kind()), route.reasons(), route.reference()),
                    termYears,
                    Boolean.TRUE.equals(withEarlier));
        }
    }

    /** What it takes to record the asking for offers: quotes or sealed, one of them. */
    @Schema(name = "Solicit", description = "Exactly one of quotes and sealed")
    public record ToSolicit(
            @Valid @Nullable ToAsk quotes, @Valid @Nullable ToPost sealed) {

        public ToSolicit {
            if ((quotes == null) == (sealed == null)) {
                throw new InvalidValueException(
                        "quotes", "", "send exactly one of quotes and sealed, as the method demands");
            }
        }

        Solicitation solicitation() {
            if (quotes != null) {
                return new QuotesAsked(
                        quotes.solicitedOn(),
                        quotes.description(),
                        quotes.asked().stream()
                                .map(one -> new Asked(one.partnerId(), one.name(), one.address()))
                                .toList());
            }
            if (sealed == null) {
                throw new IllegalStateException("neither quotes nor sealed");
            }
            return new NoticePosted(sealed.noticeOn(), sealed.places(), sealed.opensAt());
        }
    }

    /** Quotes were asked for. */
    @Schema(name = "AskForQuotes")
    public record ToAsk(
            @NotNull @JsonProperty(required = true) @Schema(required = true, examples = "2018-02-12")
            LocalDate solicitedOn,

            @NotBlank @Size(max = 5000) @JsonProperty(required = true)
            @Schema(required = true, description = "The written description; it names no partner")
            String description,

            @NotEmpty @Size(max = 100) @Valid @JsonProperty(required = true) @Schema(required = true)
            List<AskedJson> asked) {}

    /** A notice was posted. */
    @Schema(name = "PostNotice")
    public record ToPost(
            @NotNull @JsonProperty(required = true) @Schema(required = true, examples = "2018-02-12")
            LocalDate noticeOn,

            @NotEmpty @JsonProperty(required = true)
            @Schema(
                    required = true,
                    examples =
                            "[\"office\", \"newspaper\", \"commbuys\", \"city-record\", \"goods-and-services-bulletin\"]")
            Set<String> places,

            @NotNull @JsonProperty(required = true) @Schema(required = true, examples = "2018-02-26T19:00:00Z")
            Instant opensAt) {}

    /** What it takes to record a quote. */
    @Schema(
            name = "RecordQuote",
            description = "Of a registered program, or by name of whoever was asked; amount, or declined")
    public record ToQuote(
            @Nullable UUID programId,

            @Size(max = 200) @Schema(description = "Instead of programId: as it stands in asked") @Nullable String name,

            @Nullable MoneyJson amount,
            @Nullable Boolean declined,
            @Size(max = 2000) @Nullable String reason,

            @NotNull @JsonProperty(required = true) @Schema(required = true, examples = "2018-02-20")
            LocalDate quotedOn) {

        public ToQuote {
            if (programId == null && (name == null || name.isBlank())) {
                throw new InvalidValueException("programId", "", "send programId, or name of an organisation asked");
            }
            if ((amount == null) != Boolean.TRUE.equals(declined)) {
                throw new InvalidValueException("amount", "", "send an amount, or declined true without one");
            }
            if (amount != null && !amount.money().isPositive()) {
                throw new InvalidValueException("amount", amount.amount(), "it must be at least 0.01");
            }
        }

        Quote quote(@Nullable Program program) {
            return new Quote(
                    program,
                    program == null ? String.valueOf(name) : program.partnerName(),
                    amount == null ? null : amount.money(),
                    reason,
                    quotedOn);
        }
    }

    /** What it takes to record a proposal. */
    @Schema(name = "RecordProposal")
    public record ToPropose(
            @NotNull @JsonProperty(required = true) @Schema(required = true)
            UUID programId,

            @NotNull @JsonProperty(required = true) @Schema(required = true)
            MoneyJson price,

            @NotEmpty @Size(max = 50) @Valid @JsonProperty(required = true) @Schema(required = true)
            List<RatingJson> ratings) {

        public ToPropose {
            if (price != null && !price.money().isPositive()) {
                throw new InvalidValueException("price", price.amount(), "it must be at least 0.01");
            }
        }

        Proposal proposal(Program program) {
            return new Proposal(
                    program,
                    price.money(),
                    ratings.stream()
                            .map(one -> new Rating(one.criterion(), one.rating()))
                            .toList());
        }
    }

    /** What it takes to award. */
    @Schema(name = "AwardProcess")
    public record ToAward(
            @NotNull @JsonProperty(required = true) @Schema(required = true)
            UUID programId,

            @NotBlank @Size(max = 5000) @JsonProperty(required = true) @Schema(required = true)
            String justification,

            @Valid @Size(max = 100) @Nullable List<LeftOutJson> notResponsible) {

        List<NotResponsible> left() {
            return notResponsible == null
                    ? List.of()
                    : notResponsible.stream()
                            .map(one -> new NotResponsible(one.programId(), one.reason()))
                            .toList();
        }
    }

    static ProcessJson of(
            ContractingProcess process,
            List<ReservedLine> lines,
            List<Requirement> demanded,
            int leastQuotes,
            @Nullable UUID contract) {
        var opening = process.opening();
        @Nullable Solicited solicited = switch (process) {
            case Open _ -> null;
            case Solicited one -> one;
            case Awarded awarded -> awarded.solicited();
        };
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
                MoneyJson.of(opening.value()),
                process.method().word(),
                demanded.stream()
                        .map(one -> met(one, process, solicited, leastQuotes))
                        .toList(),
                solicited == null ? null : json(solicited.solicitation()),
                quotes(offers),
                proposals(offers),
                process instanceof Awarded awarded ? json(awarded.award()) : null,
                lines.stream().map(ProcessJson::json).toList(),
                process instanceof Awarded awarded ? waiting(awarded.award(), lines) : List.of(),
                contract,
                history(process, solicited));
    }

    private static List<QuoteJson> quotes(List<Offer> offers) {
        List<QuoteJson> quotes = new ArrayList<>();
        for (Offer offer : offers) {
            if (offer instanceof Quote quote) {
                Program program = quote.program();
                Money price = quote.price();
                quotes.add(new QuoteJson(
                        program == null ? null : program.id(),
                        quote.name(),
                        price == null ? null : MoneyJson.of(price),
                        price == null,
                        quote.reason(),
                        quote.quotedOn()));
            }
        }
        return quotes;
    }

    private static List<ProposalJson> proposals(List<Offer> offers) {
        List<ProposalJson> proposals = new ArrayList<>();
        for (Offer offer : offers) {
            if (offer instanceof Proposal proposal) {
                proposals.add(new ProposalJson(
                        proposal.program().id(),
                        proposal.name(),
                        MoneyJson.of(proposal.price()),
                        proposal.ratings().stream()
                                .map(one -> new RatingJson(one.criterion(), one.rating()))
                                .toList()));
            }
        }
        return proposals;
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

    private static AwardJson json(Award award) {
        return new AwardJson(
                award.program().id(),
                award.program().name(),
                award.program().partner(),
                award.program().partnerName(),
                MoneyJson.of(award.price()),
                award.justification(),
                award.notResponsible().stream()
                        .map(one -> new LeftOutJson(one.program(), one.reason()))
                        .toList(),
                award.asChosen(),
                award.at());
    }

    private static SolicitationJson json(Solicitation solicitation) {
        return switch (solicitation) {
            case QuotesAsked quotes ->
                new SolicitationJson(
                        "quotes",
                        quotes.on(),
                        quotes.description(),
                        quotes.asked().stream()
                                .map(one -> new AskedJson(one.partner(), one.name(), one.address()))
                                .toList(),
                        null,
                        null);
            case NoticePosted notice ->
                new SolicitationJson(
                        "sealed", notice.on(), null, null, new TreeSet<>(notice.places()), notice.opensAt());
        };
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
                        || solicited.offers().size() >= quotes.asked().size();
                yield enough
                        ? "%d quotes of %d asked on %s"
                                .formatted(prices, quotes.asked().size(), quotes.on())
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
        if (process instanceof Awarded awarded) {
            entries.add(new EntryJson(awarded.award().at(), "awarded"));
        }
        return entries;
    }

    private static String word(ContractingProcess process) {
        return switch (process) {
            case Open _ -> "open";
            case Solicited _ -> "solicited";
            case Awarded _ -> "awarded";
        };
    }
}
