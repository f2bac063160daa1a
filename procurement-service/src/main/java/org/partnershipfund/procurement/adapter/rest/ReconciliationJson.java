package org.partnershipfund.procurement.adapter.rest;

import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.partnershipfund.foundation.web.MoneyJson;
import org.partnershipfund.procurement.reconciliation.Reconciliation;

/** A reconciliation on the wire. */
@Schema(name = "Reconciliation", description = "The ledger beside one file of the city's accounting system")
public record ReconciliationJson(
        UUID id,
        @Schema(examples = "2019") int fiscalYear,
        @Schema(description = "The last day that counts") LocalDate through,

        @Schema(examples = "City ledger export of 2 January 2019")
        String source,

        @Schema(description = "SHA-256 of the file, in hexadecimal")
        String fileDigest,

        long lines,

        @Schema(description = "Whether every item matched or is resolved")
        boolean settled,

        List<TotalJson> totals,
        Instant importedAt) {

    /** Items of one kind and outcome. */
    @Schema(name = "ReconciliationTotal")
    public record TotalJson(
            @Schema(enumeration = {"encumbrance", "expenditure"})
            String kind,

            @Schema(enumeration = {"matched", "missing-here", "missing-there", "different-amount", "different-date"})
            String outcome,

            long items,

            @Schema(description = "Neither matched nor resolved")
            long open,

            @Schema(description = "What the ledger has") MoneyJson here,
            @Schema(description = "What the city has") MoneyJson there) {}

    static ReconciliationJson of(Reconciliation one) {
        return new ReconciliationJson(
                one.title().id().value(),
                one.title().year().endYear(),
                one.title().through(),
                one.title().source(),
                one.title().digest(),
                one.lines(),
                one.totals().stream().allMatch(total -> total.open() == 0),
                one.totals().stream()
                        .map(total -> new TotalJson(
                                total.kind().word(),
                                total.outcome().word(),
                                total.items(),
                                total.open(),
                                MoneyJson.of(total.here()),
                                MoneyJson.of(total.there())))
                        .toList(),
                one.importedAt());
    }

    /** One reference on one account string. */
    @Schema(name = "ReconciliationItem")
    public record ItemJson(
            @Schema(examples = "1") int item,

            @Schema(examples = "52907-100-101203-2536-000") String accountString,

            @Schema(examples = "00350231", description = "Whose line it is; absent if none") @Nullable String schoolCode,

            @Schema(enumeration = {"encumbrance", "expenditure"})
            String kind,

            @Schema(examples = "PO-2019-000017") String reference,

            @Schema(description = "What the ledger has; absent: nothing") @Nullable MoneyJson here,

            @Schema(description = "What the city has; absent: nothing") @Nullable MoneyJson there,

            @Nullable LocalDate hereOn,
            @Nullable LocalDate thereOn,

            @Schema(enumeration = {"matched", "missing-here", "missing-there", "different-amount", "different-date"})
            String outcome,

            @Schema(description = "Why the difference is none, or what becomes of it") @Nullable String resolution,

            @Nullable Instant resolvedAt) {

        static ItemJson of(Reconciliation.Item item) {
            var school = item.school();
            var here = item.here();
            var there = item.there();
            var resolution = item.resolution();
            return new ItemJson(
                    item.place(),
                    item.chart(),
                    school == null ? null : school.value(),
                    item.kind().word(),
                    item.reference(),
                    here == null ? null : MoneyJson.of(here),
                    there == null ? null : MoneyJson.of(there),
                    item.hereOn(),
                    item.thereOn(),
                    item.outcome().word(),
                    resolution == null ? null : resolution.reason(),
                    resolution == null ? null : resolution.at());
        }
    }

    /** Why a difference is none. */
    @Schema(name = "ResolveDifference")
    public record ToResolve(
            @NotBlank @Size(max = 1000) @JsonProperty(required = true)
            @Schema(required = true, examples = "Booked by the city on 3 January, in the next period")
            String reason) {}
}
