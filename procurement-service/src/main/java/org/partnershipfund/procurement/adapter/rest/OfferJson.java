package org.partnershipfund.procurement.adapter.rest;

import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.partnershipfund.foundation.problem.InvalidValueException;
import org.partnershipfund.foundation.web.MoneyJson;
import org.partnershipfund.kernel.Money;
import org.partnershipfund.procurement.process.Offer;
import org.partnershipfund.procurement.process.Offer.Proposal;
import org.partnershipfund.procurement.process.Offer.Quote;
import org.partnershipfund.procurement.process.Offer.Rating;
import org.partnershipfund.procurement.process.Program;

/** Answers to a solicitation on the wire. */
public final class OfferJson {

    private OfferJson() {}

    /** A quotation, or a no. */
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

    static List<QuoteJson> quotes(List<Offer> offers) {
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

    static List<ProposalJson> proposals(List<Offer> offers) {
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
}
