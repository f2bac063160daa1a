package org.partnershipfund.procurement.adapter.rest;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.partnershipfund.kernel.Decision;
import org.partnershipfund.procurement.contract.ContractPaper;
import org.partnershipfund.procurement.contract.ContractPapers;
import org.partnershipfund.procurement.contract.PaperKind;

/** The papers of a contract by status and expiry; never what stands in them. */
@Schema(name = "ContractPapers")
public record PapersJson(
        UUID contractId,
        LocalDate on,

        @Schema(description = "Whether the district may bind itself, or pay, on that day")
        boolean valid,

        @Schema(description = "Why not") @Nullable String reason,
        List<PaperJson> papers) {

    /** One paper. */
    @Schema(name = "ContractPaper")
    public record PaperJson(
            @Schema(
                    enumeration = {
                        "tax-attestation",
                        "non-collusion",
                        "liability-insurance",
                        "background-checks",
                        "tax-status"
                    })
            String kind,

            @Schema(
                    description = "By the partner's word, or found by the district",
                    enumeration = {"partner", "district"})
            String by,

            boolean demanded,

            @Schema(enumeration = {"in-order", "pending", "refused", "missing"})
            String status,

            boolean counts,
            @Nullable LocalDate from,
            @Nullable LocalDate expiresOn,
            @Nullable Instant recordedAt) {}

    static PapersJson of(ContractPapers papers, LocalDate on) {
        var valid = papers.valid(on);
        return new PapersJson(
                papers.contract().value(),
                on,
                valid instanceof Decision.Accepted<?>,
                valid instanceof Decision.Refused<ContractPapers>(var why) ? why.sentence() : null,
                Arrays.stream(PaperKind.values())
                        .flatMap(kind -> {
                            boolean demanded = papers.demanded().contains(kind);
                            @Nullable ContractPaper known = papers.deciding(kind, on).orElse(null);
                            if (known == null) {
                                return demanded
                                        ? java.util.stream.Stream.of(new PaperJson(
                                                kind.word(), by(kind), true, "missing", false, null, null, null))
                                        : java.util.stream.Stream.<PaperJson>empty();
                            }
                            return java.util.stream.Stream.of(new PaperJson(
                                    kind.word(),
                                    by(kind),
                                    demanded,
                                    known.status().word(),
                                    known.countsOn(on),
                                    known.from(),
                                    known.expiresOn(),
                                    known.at()));
                        })
                        .toList());
    }

    private static String by(PaperKind kind) {
        return kind.isAttested() ? "partner" : "district";
    }
}
