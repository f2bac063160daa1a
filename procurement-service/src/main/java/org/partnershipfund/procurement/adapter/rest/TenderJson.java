package org.partnershipfund.procurement.adapter.rest;

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
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.function.IntSupplier;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.partnershipfund.foundation.problem.InvalidValueException;
import org.partnershipfund.foundation.web.MoneyJson;
import org.partnershipfund.kernel.envelope.Envelope.Part;
import org.partnershipfund.procurement.contract.Person;
import org.partnershipfund.procurement.tender.Bid;
import org.partnershipfund.procurement.tender.Choosing;
import org.partnershipfund.procurement.tender.Invitation;
import org.partnershipfund.procurement.tender.Invitation.ForProcess;
import org.partnershipfund.procurement.tender.Invitation.Framework;
import org.partnershipfund.procurement.tender.Invitation.Item;
import org.partnershipfund.procurement.tender.Invitation.Kind;
import org.partnershipfund.procurement.tender.Mark;
import org.partnershipfund.procurement.tender.Notice;
import org.partnershipfund.procurement.tender.Price;
import org.partnershipfund.procurement.tender.Question;
import org.partnershipfund.procurement.tender.Rating;
import org.partnershipfund.procurement.tender.Tender;
import org.partnershipfund.procurement.tender.Tender.Awarded;
import org.partnershipfund.procurement.tender.Tender.Cancelled;
import org.partnershipfund.procurement.tender.Tender.Closed;
import org.partnershipfund.procurement.tender.Tender.Drafted;
import org.partnershipfund.procurement.tender.Tender.Evaluation;
import org.partnershipfund.procurement.tender.Tender.LeftOut;
import org.partnershipfund.procurement.tender.Tender.Opened;
import org.partnershipfund.procurement.tender.Tender.Published;
import org.partnershipfund.procurement.usecase.OpenBids;
import org.partnershipfund.procurement.usecase.PublishTender;

/** A tender on the wire: what everybody may know of it by now, and more for the offices. */
@Schema(name = "Tender", description = "A public invitation with sealed bids")
public record TenderJson(
        UUID id,

        @Schema(enumeration = {"bids", "proposals"}) String kind,

        @Schema(
                enumeration = {
                    "drafted",
                    "published",
                    "closed",
                    "opened",
                    "evaluated",
                    "prices-opened",
                    "awarded",
                    "cancelled"
                })
        String state,

        String title,
        String description,
        String serviceArea,
        @Nullable UUID processId,
        @Nullable FrameworkJson framework,

        @Schema(description = "All years with options, as estimated")
        MoneyJson value,

        @Schema(description = "The written reason for proposals instead of bids") @Nullable String whyProposals,

        List<String> criteria,

        @Schema(description = "What comes at this instant is late")
        Instant closesAt,

        @Schema(description = "The same in the district's zone", examples = "2018-02-26T14:00-05:00[America/New_York]")
        String closesAtInDistrict,

        @Schema(
                description =
                        "Envelopes are sealed to both, in this order; compare the fingerprints with a printed notice")
        List<KeyJson> keys,

        List<NoticeJson> notices,
        List<AnswerJson> answers,

        @Schema(description = "How many bids count; from the deadline on") @Nullable Integer bidsReceived,

        @Schema(description = "Who bid, once it is open; prices of bids at once, of proposals after the award")
        @Nullable List<BidJson> register,

        @Schema(description = "Openings with their time and how many officers and witnesses were there")
        List<OpeningJson> openings,

        @Nullable List<ConsensusJson> ratings,
        @Nullable ChoiceJson award,
        @Nullable String cancelledBecause) {

    /** A row of the list. */
    @Schema(name = "TenderSummary")
    public record Row(
            UUID id,
            String kind,
            String state,
            String title,
            String serviceArea,
            @Nullable UUID processId,
            MoneyJson value,
            Instant closesAt) {

        static Row of(Tender tender) {
            var invitation = tender.invitation();
            return new Row(
                    tender.id().value(),
                    invitation.kind().word(),
                    tender.word(),
                    invitation.title(),
                    invitation.serviceArea(),
                    process(invitation),
                    MoneyJson.of(invitation.value()),
                    invitation.closesAt());
        }
    }

    /** A framework for the whole district. */
    @Schema(name = "Framework")
    public record FrameworkJson(
            @NotNull @JsonProperty(required = true) @Schema(required = true, examples = "2018-07-01")
            LocalDate from,

            @NotNull @JsonProperty(required = true) @Schema(required = true, examples = "2021-06-30")
            LocalDate until,

            @Min(1) @Max(100) @JsonProperty(required = true) @Schema(required = true, examples = "3")
            int mostAwards,

            @NotEmpty @Size(max = 100) @Valid @JsonProperty(required = true) @Schema(required = true)
            List<ItemJson> items) {

        Framework framework() {
            return new Framework(
                    from,
                    until,
                    mostAwards,
                    items.stream()
                            .map(one -> new Item(one.code(), one.description(), one.unit(), one.quantity()))
                            .toList());
        }
    }

    /** Something with a unit price. */
    @Schema(name = "FrameworkItem")
    public record ItemJson(
            @NotNull @Pattern(regexp = "[a-z0-9-]{1,50}", message = "it has lower-case letters, digits and hyphens, at most 50") @JsonProperty(required = true)
            @Schema(required = true, examples = "hour")
            String code,

            @NotBlank @Size(max = 500) @JsonProperty(required = true)
            @Schema(required = true, examples = "One hour of tutoring for up to six pupils")
            String description,

            @NotBlank @Size(max = 50) @JsonProperty(required = true) @Schema(required = true, examples = "hour")
            String unit,

            @Min(1) @Max(1_000_000_000) @JsonProperty(required = true)
            @Schema(
                    required = true,
                    examples = "4000",
                    description = "Expected; bids are compared by it, nothing is promised")
            long quantity) {}

    /** What it takes to draft a tender. */
    @Schema(name = "DraftTender", description = "Of one process, or a framework with its service area and value")
    public record ToDraft(
            @NotNull @Pattern(regexp = "bids|proposals", message = "it must be bids or proposals") @JsonProperty(required = true)
            @Schema(
                    required = true,
                    enumeration = {"bids", "proposals"})
            String kind,

            @NotBlank @Size(max = 200) @JsonProperty(required = true)
            @Schema(required = true, examples = "Tutoring for the schools of the district")
            String title,

            @NotBlank @Size(max = 20_000) @JsonProperty(required = true)
            @Schema(required = true, description = "It names no partner")
            String description,

            @Nullable UUID processId,
            @Valid @Nullable FrameworkJson framework,

            @Size(max = 100) @Schema(description = "With framework") @Nullable String serviceArea,

            @Schema(description = "With framework: all years") @Nullable MoneyJson value,

            @Size(max = 5000) @Nullable String whyProposals,
            @Size(max = 50) @Nullable List<@NotBlank @Size(max = 200) String> criteria,

            @NotNull @JsonProperty(required = true) @Schema(required = true, examples = "2018-02-26T19:00:00Z")
            Instant closesAt) {

        public ToDraft {
            if ((processId == null) == (framework == null)) {
                throw new InvalidValueException("processId", "", "send a processId or a framework, one of both");
            }
            boolean complete = serviceArea != null && !serviceArea.isBlank() && value != null;
            if (framework != null && !complete) {
                throw new InvalidValueException("serviceArea", "", "a framework has a serviceArea and a value");
            }
            if (framework == null && (serviceArea != null || value != null)) {
                throw new InvalidValueException("serviceArea", "", "serviceArea and value are those of the process");
            }
            if (value != null && !value.money().isPositive()) {
                throw new InvalidValueException("value", value.amount(), "it must be at least 0.01");
            }
        }

        PublishTender.Draft draft() {
            return new PublishTender.Draft(
                    Kind.valueOf(kind.toUpperCase(Locale.ROOT)),
                    title,
                    description,
                    whyProposals,
                    criteria == null ? List.of() : criteria,
                    closesAt);
        }
    }

    /** A public key. */
    @Schema(name = "TenderKey")
    public record KeyJson(String key, String fingerprint) {}

    /** An officer's public key. */
    @Schema(name = "RegisterTenderKey")
    public record ToRegister(
            @NotBlank @Size(max = 1000) @JsonProperty(required = true)
            @Schema(
                    required = true,
                    description =
                            "X25519, SubjectPublicKeyInfo in base64 or PEM, as ./fund bid keys or openssl writes it",
                    examples = "MCowBQYDK2VuAyEA2k9oQGvYyKpAJ2O2S4GMiUOQ6wZ1Q0jvH7OQbm1Cf1c=")
            String key) {}

    /** Where the invitation stands, with the proof. */
    @Schema(name = "TenderNotice")
    public record NoticeJson(
            @NotBlank @Size(max = 100) @JsonProperty(required = true) @Schema(required = true, examples = "newspaper")
            String place,

            @NotNull @JsonProperty(required = true) @Schema(required = true, examples = "2018-02-12")
            LocalDate postedOn,

            @NotBlank @Size(max = 500) @JsonProperty(required = true)
            @Schema(required = true, examples = "The Daily, 12 February 2018, page 14")
            String reference,

            @NotNull @Pattern(regexp = "[0-9a-f]{64}", message = "it is SHA-256 in 64 lower-case hex digits") @JsonProperty(required = true)
            @Schema(required = true, description = "Digest of the proof: the page, the confirmation, the photograph")
            String sha256) {

        Notice notice() {
            return new Notice(place, postedOn, reference, sha256);
        }
    }

    /** What it takes to publish. */
    @Schema(name = "PublishTender")
    public record ToPublish(
            @NotEmpty @Size(max = 50) @Valid @JsonProperty(required = true) @Schema(required = true)
            List<NoticeJson> notices) {}

    /** Why it ends without an award. */
    @Schema(name = "CancelTender")
    public record ToCancel(
            @NotBlank @Size(max = 5000) @JsonProperty(required = true) @Schema(required = true)
            String reason) {}

    /** A question. */
    @Schema(name = "AskAboutTender")
    public record ToAsk(
            @NotBlank @Size(max = 5000) @JsonProperty(required = true)
            @Schema(required = true, description = "Do not say who you are: it is published with the answer")
            String question) {}

    /** An answer. */
    @Schema(name = "AnswerQuestion")
    public record ToAnswer(
            @NotBlank @Size(max = 10_000) @JsonProperty(required = true) @Schema(required = true)
            String answer) {}

    /** A question with its answer. */
    @Schema(name = "TenderAnswer")
    public record AnswerJson(
            UUID id,
            String question,
            @Nullable String answer,
            @Nullable Instant answeredAt) {

        static AnswerJson of(Question question) {
            return new AnswerJson(question.id(), question.text(), question.answer(), question.answeredAt());
        }
    }

    /** A bid in the register. */
    @Schema(name = "TenderBid")
    public record BidJson(
            UUID id,
            UUID partnerId,
            String partnerName,
            Instant submittedAt,

            @Schema(description = "SHA-256 of the price envelope, as on the bidder's receipt")
            String sha256,

            @Nullable String unreadableBecause,
            @Nullable UUID programId,
            @Nullable String programName,

            @Schema(description = "What bids are compared by: the price, or unit prices times expected quantities")
            @Nullable MoneyJson price,

            @Nullable List<UnitPriceJson> unitPrices,

            @Schema(description = "What a draw among equals is made of (docs/policy/tenders.md §7.3)") @Nullable String lot) {

        static BidJson of(Bid bid, boolean priced) {
            Price price = priced ? bid.price() : null;
            return new BidJson(
                    bid.id(),
                    bid.partner(),
                    bid.partnerName(),
                    bid.submittedAt(),
                    bid.digest(),
                    bid.unreadable(),
                    price == null ? null : price.program().id(),
                    price == null ? null : price.program().name(),
                    price == null ? null : MoneyJson.of(price.compared()),
                    price == null || price.units().isEmpty() ? null : UnitPriceJson.of(price.units()),
                    price == null ? null : bid.lot());
        }
    }

    /** A unit price. */
    @Schema(name = "UnitPrice")
    public record UnitPriceJson(String code, String description, String unit, MoneyJson price) {
        static List<UnitPriceJson> of(List<Price.UnitPrice> units) {
            return units.stream()
                    .map(one -> new UnitPriceJson(one.code(), one.description(), one.unit(), MoneyJson.of(one.price())))
                    .toList();
        }
    }

    /** An opening. */
    @Schema(name = "TenderOpening")
    public record OpeningJson(
            Instant at,
            int officers,
            int witnesses,

            @Schema(description = "For the offices only") @Nullable List<String> witnessNames) {}

    /** A rating of one criterion. */
    @Schema(name = "TenderMark")
    public record MarkJson(
            @NotBlank @Size(max = 200) @JsonProperty(required = true) @Schema(required = true, examples = "experience")
            String criterion,

            @NotNull @Pattern(regexp = RATINGS, message = RATING_IS) @JsonProperty(required = true)
            @Schema(
                    required = true,
                    enumeration = {"highly-advantageous", "advantageous", "not-advantageous", "unacceptable"})
            String rating,

            @NotBlank @Size(max = 5000) @JsonProperty(required = true) @Schema(required = true)
            String reason) {

        Mark mark() {
            return new Mark(criterion, Rating.ofWord(rating), reason);
        }

        static List<MarkJson> of(List<Mark> marks) {
            return marks.stream()
                    .map(one -> new MarkJson(one.criterion(), one.rating().word(), one.reason()))
                    .toList();
        }
    }

    private static final String RATINGS = "highly-advantageous|advantageous|not-advantageous|unacceptable";
    private static final String RATING_IS =
            "it must be highly-advantageous, advantageous, not-advantageous or unacceptable";

    /** What one evaluator says of one proposal. */
    @Schema(name = "RateProposal")
    public record ToRate(
            @NotNull @JsonProperty(required = true) @Schema(required = true)
            UUID bidId,

            @NotEmpty @Size(max = 50) @Valid @JsonProperty(required = true) @Schema(required = true)
            List<MarkJson> marks) {

        Mark.Sheet sheet(Person by) {
            return new Mark.Sheet(by, bidId, marks.stream().map(MarkJson::mark).toList());
        }
    }

    /** What the evaluators say together of one proposal. */
    @Schema(name = "ProposalRatings")
    public record ConsensusJson(
            @NotNull @JsonProperty(required = true) @Schema(required = true)
            UUID bidId,

            @NotEmpty @Size(max = 50) @Valid @JsonProperty(required = true) @Schema(required = true)
            List<MarkJson> marks,

            @NotNull @Pattern(regexp = RATINGS, message = RATING_IS) @JsonProperty(required = true)
            @Schema(
                    required = true,
                    enumeration = {"highly-advantageous", "advantageous", "not-advantageous", "unacceptable"})
            String composite,

            @NotBlank @Size(max = 5000) @JsonProperty(required = true) @Schema(required = true)
            String reason) {

        Mark.Consensus consensus() {
            return new Mark.Consensus(
                    bidId, marks.stream().map(MarkJson::mark).toList(), Rating.ofWord(composite), reason);
        }

        static List<ConsensusJson> of(Evaluation evaluation) {
            return evaluation.consensus().stream()
                    .map(one -> new ConsensusJson(
                            one.bid(), MarkJson.of(one.marks()), one.composite().word(), one.reason()))
                    .toList();
        }
    }

    /** What it takes to make ratings final. */
    @Schema(name = "ConcludeRatings")
    public record ToConclude(
            @NotNull @Size(max = 1000) @Valid @JsonProperty(required = true) @Schema(required = true)
            List<ConsensusJson> proposals) {}

    /** Whose bid is left out. */
    @Schema(name = "LeftOutBid", description = "Bid or bidder is not responsive or not responsible")
    public record LeftOutJson(
            @NotNull @JsonProperty(required = true) @Schema(required = true)
            UUID bidId,

            @NotBlank @Size(max = 2000) @JsonProperty(required = true) @Schema(required = true)
            String reason) {}

    /** What it takes to award a tender. */
    @Schema(name = "AwardTender")
    public record ToAward(
            @NotEmpty @Size(max = 100) @JsonProperty(required = true)
            @Schema(required = true, description = "One of a process; as many as invited for of a framework")
            List<@NotNull UUID> bidIds,

            @NotBlank @Size(max = 5000) @JsonProperty(required = true) @Schema(required = true)
            String justification,

            @Valid @Size(max = 1000) @Nullable List<LeftOutJson> leftOut) {

        Choosing choosing() {
            return new Choosing(
                    bidIds,
                    leftOut == null
                            ? List.of()
                            : leftOut.stream()
                                    .map(one -> new LeftOut(one.bidId(), one.reason()))
                                    .toList(),
                    justification);
        }
    }

    /** Whom the officer chose. */
    @Schema(name = "TenderAward")
    public record ChoiceJson(
            List<UUID> bidIds,
            String justification,
            List<LeftOutJson> leftOut,

            @Schema(description = "Awardable bids, the cheapest first, equals in the order of the draw")
            List<UUID> ranking,

            boolean drawn,
            Instant awardedAt) {}

    /** Sealed envelopes. */
    @Schema(name = "SubmitBid")
    public record ToBid(
            @NotNull @JsonProperty(required = true) @Schema(required = true)
            UUID partnerId,

            @Schema(description = "Base64; of a request for proposals") @Nullable String technical,

            @NotBlank @JsonProperty(required = true)
            @Schema(required = true, description = "Base64, as ./fund bid seal writes it")
            String price,

            @JsonProperty(required = true) @Schema(required = true)
            boolean nonCollusion,

            @JsonProperty(required = true) @Schema(required = true)
            boolean taxAttestation) {}

    /** A bidder takes its bid back. */
    @Schema(name = "WithdrawBid")
    public record ToWithdraw(
            @NotNull @JsonProperty(required = true) @Schema(required = true)
            UUID partnerId) {}

    /** A bidder's receipt. */
    @Schema(name = "BidReceipt")
    public record ReceiptJson(UUID bidId, UUID tenderId, UUID partnerId, Instant submittedAt, List<String> sha256) {}

    /** Wrapped shares of the envelopes. */
    @Schema(name = "WrappedShares", description = "Of no use without the officers' private keys")
    public record WrappedJson(List<String> fingerprints, List<WrappedShareJson> envelopes) {
        static WrappedJson of(OpenBids.Wrapped wrapped) {
            return new WrappedJson(
                    wrapped.fingerprints(),
                    wrapped.envelopes().stream()
                            .map(one -> new WrappedShareJson(one.bid(), one.first(), one.second()))
                            .toList());
        }
    }

    /** Of one envelope. */
    @Schema(name = "WrappedShare")
    public record WrappedShareJson(UUID bidId, String first, String second) {}

    /** What an officer hands in at an opening. */
    @Schema(name = "HandInShares")
    public record ToOpen(
            @NotNull @Pattern(regexp = "technical|price", message = "it must be technical or price") @JsonProperty(required = true)
            @Schema(
                    required = true,
                    enumeration = {"technical", "price"})
            String part,

            @NotNull @Pattern(regexp = "[0-9a-f]{64}", message = "it is the fingerprint of one of the tender's keys") @JsonProperty(required = true)
            @Schema(required = true)
            String fingerprint,

            @NotNull @Size(max = 1000) @Valid @JsonProperty(required = true)
            @Schema(required = true, description = "One entry for each envelope")
            List<ShareJson> envelopes,

            @NotNull @Size(max = 20) @JsonProperty(required = true)
            @Schema(
                    required = true,
                    description = "Who looks on; for the offices only",
                    examples = "[\"R. Ames, Business Office\"]")
            List<@NotBlank @Size(max = 200) String> witnesses) {}

    /** A share that was unwrapped, or why it was not. */
    @Schema(name = "UnwrappedShare")
    public record ShareJson(
            @NotNull @JsonProperty(required = true) @Schema(required = true)
            UUID bidId,

            @Size(max = 100) @Schema(description = "Base64") @Nullable String share,

            @Size(max = 1000) @Schema(description = "Instead of share: why it cannot be read") @Nullable String unreadable) {

        public ShareJson {
            if ((share == null) == (unreadable == null || unreadable.isBlank())) {
                throw new InvalidValueException("share", "", "send a share, or say in unreadable why there is none");
            }
        }

        OpenBids.Unwrapped unwrapped() {
            if (share != null) {
                var _ = bytes("share", share);
            }
            return new OpenBids.Unwrapped(bidId, share, unreadable);
        }
    }

    static byte[] bytes(String field, String base64) {
        try {
            return Base64.getDecoder().decode(base64);
        } catch (IllegalArgumentException e) {
            throw new InvalidValueException(field, "", "it must be base64");
        }
    }

    /**
     * The tender as somebody may see it.
     *
     * @param tender as it is now
     * @param count of bids; asked only once it is closed
     */
    static TenderJson of(Tender tender, List<Question> questions, IntSupplier count, boolean office, ZoneId zone) {
        var invitation = tender.invitation();
        var published = tender.published();
        List<KeyJson> keys = published
                .map(Tender.Publication::keys)
                .orElse(tender instanceof Drafted drafted ? drafted.keys() : List.of())
                .stream()
                .map(one -> new KeyJson(one.key(), one.fingerprint()))
                .toList();
        boolean named = tender.isOpened(Part.TECHNICAL) || tender.isOpened(Part.PRICE);
        boolean decided = invitation.kind() == Kind.BIDS || tender instanceof Awarded;
        boolean priced = tender.isOpened(Part.PRICE) && (office || decided);
        return new TenderJson(
                tender.id().value(),
                invitation.kind().word(),
                tender.word(),
                invitation.title(),
                invitation.description(),
                invitation.serviceArea(),
                process(invitation),
                framework(invitation),
                MoneyJson.of(invitation.value()),
                invitation.whyProposals(),
                invitation.criteria(),
                invitation.closesAt(),
                invitation.closesAt().atZone(zone).toString(),
                keys,
                published.map(Tender.Publication::notices).orElse(List.of()).stream()
                        .map(one -> new NoticeJson(one.place(), one.postedOn(), one.reference(), one.sha256()))
                        .toList(),
                questions.stream()
                        .filter(one -> one.answer() != null)
                        .map(AnswerJson::of)
                        .toList(),
                tender instanceof Drafted || tender instanceof Published || isCancelledUnopened(tender)
                        ? null
                        : Integer.valueOf(count.getAsInt()),
                named
                        ? tender.bids().stream()
                                .map(bid -> BidJson.of(bid, priced))
                                .toList()
                        : null,
                openings(tender, office),
                office || tender instanceof Awarded
                        ? tender.evaluated().map(ConsensusJson::of).orElse(null)
                        : null,
                tender instanceof Awarded awarded ? choice(awarded) : null,
                tender instanceof Cancelled cancelled ? cancelled.reason() : null);
    }

    /** What was never opened stays as it was: not even counted. */
    private static boolean isCancelledUnopened(Tender tender) {
        return tender instanceof Cancelled cancelled
                && (cancelled.before() instanceof Drafted
                        || cancelled.before() instanceof Published
                        || cancelled.before() instanceof Closed);
    }

    private static ChoiceJson choice(Awarded awarded) {
        var choice = awarded.choice();
        return new ChoiceJson(
                choice.bids(),
                choice.justification(),
                choice.left().stream()
                        .map(one -> new LeftOutJson(one.bid(), one.reason()))
                        .toList(),
                choice.ranking(),
                choice.drawn(),
                choice.at());
    }

    private static List<OpeningJson> openings(Tender tender, boolean office) {
        List<OpeningJson> openings = new ArrayList<>();
        for (Tender.Opening opening : held(tender)) {
            openings.add(new OpeningJson(
                    opening.at(),
                    opening.officers().size(),
                    opening.witnesses().size(),
                    office ? opening.witnesses() : null));
        }
        return openings;
    }

    private static List<Tender.Opening> held(Tender tender) {
        List<Tender.Opening> held = new ArrayList<>();
        switch (tender) {
            case Drafted _, Published _, Closed _ -> {}
            case Opened opened -> held.add(opened.technical());
            case Tender.Evaluated evaluated -> held.add(evaluated.technical());
            case Tender.PricesOpened opened -> {
                if (opened.technical() != null) {
                    held.add(opened.technical());
                }
                held.add(opened.prices());
            }
            case Awarded awarded -> held.addAll(held(awarded.opened()));
            case Cancelled cancelled -> held.addAll(held(cancelled.before()));
        }
        return held;
    }

    private static @Nullable UUID process(Invitation invitation) {
        return invitation.subject() instanceof ForProcess(var process) ? process.value() : null;
    }

    private static @Nullable FrameworkJson framework(Invitation invitation) {
        return invitation.subject() instanceof Framework(var from, var until, var mostAwards, var items)
                ? new FrameworkJson(
                        from,
                        until,
                        mostAwards,
                        items.stream()
                                .map(one -> new ItemJson(one.code(), one.description(), one.unit(), one.quantity()))
                                .toList())
                : null;
    }
}
