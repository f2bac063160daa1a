package org.partnershipfund.procurement.adapter.rest;

import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.partnershipfund.foundation.problem.InvalidValueException;
import org.partnershipfund.procurement.process.Solicitation;
import org.partnershipfund.procurement.process.Solicitation.Asked;
import org.partnershipfund.procurement.process.Solicitation.NoticePosted;
import org.partnershipfund.procurement.process.Solicitation.QuotesAsked;

/** How offers were asked for, on the wire. */
@Schema(name = "Solicitation")
public record SolicitationJson(
        @Schema(enumeration = {"quotes", "sealed"}) String kind,
        LocalDate on,
        @Nullable String description,
        @Nullable List<AskedJson> asked,
        @Nullable Set<String> places,
        @Nullable Instant opensAt) {

    /** Who was asked: a registered partner, or another organisation by its name. */
    @Schema(name = "Asked")
    public record AskedJson(
            @Nullable UUID partnerId,

            @NotBlank @Size(max = 200) @JsonProperty(required = true)
            @Schema(required = true, examples = "Mystic River Tutors")
            String name,

            @Size(max = 500) @Nullable String address) {}

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

    static SolicitationJson of(Solicitation solicitation) {
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
}
