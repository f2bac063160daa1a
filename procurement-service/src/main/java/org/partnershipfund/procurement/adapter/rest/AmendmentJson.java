package org.partnershipfund.procurement.adapter.rest;

import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.partnershipfund.foundation.web.MoneyJson;
import org.partnershipfund.kernel.Money;
import org.partnershipfund.procurement.contract.Amending;
import org.partnershipfund.procurement.contract.Amending.Asked;
import org.partnershipfund.procurement.contract.Amendment;
import org.partnershipfund.procurement.contract.Amendment.Agreed;
import org.partnershipfund.procurement.contract.Contract.Executed;
import org.partnershipfund.procurement.contract.Person;
import org.partnershipfund.procurement.contract.Sight;
import org.partnershipfund.procurement.contract.Step;
import org.partnershipfund.procurement.contract.UnitPrice;
import org.partnershipfund.procurement.ledger.CommitmentId;

/** An amendment on the wire; a school sees the changes of its own shares. */
@Schema(name = "ContractAmendment")
public record AmendmentJson(
        int number,

        @Schema(enumeration = {"proposed", "agreed", "withdrawn"})
        String state,

        @Schema(description = "The contract's amount before it")
        MoneyJson amountBefore,

        @Schema(description = "The contract's amount after it")
        MoneyJson amountAfter,

        LocalDate endedOn,
        LocalDate endsOn,
        String need,
        @Nullable UnitPriceJson unitPrice,
        List<ChangeJson> shares,

        @Schema(description = "The steps that it demands, in lawful order")
        List<String> steps,

        List<String> missing,

        @Schema(description = "The fingerprint that its signatures name")
        String digest,

        Instant proposedAt,

        @Schema(description = "The day from which it is in force") @Nullable LocalDate agreedOn) {

    /** One share and what it is to be. */
    @Schema(name = "ContractShareChange")
    public record ChangeJson(String schoolCode, UUID reservationId, MoneyJson before, MoneyJson after) {}

    /** What one unit costs. */
    @Schema(name = "UnitPrice")
    public record UnitPriceJson(
            @NotBlank @Size(max = 100) @JsonProperty(required = true)
            @Schema(required = true, examples = "a session", maxLength = 100)
            String unit,

            @Valid @NotNull @JsonProperty(required = true) @Schema(required = true)
            MoneyJson before,

            @Valid @NotNull @JsonProperty(required = true) @Schema(required = true)
            MoneyJson after) {

        UnitPrice noun() {
            return new UnitPrice(unit, before.money(), after.money());
        }
    }

    /** What it takes to propose one. */
    @Schema(name = "ProposeAmendment")
    public record ToPropose(
            @Valid @Size(max = 500) @Schema(description = "Shares with another amount; the others stay") @Nullable List<Change> shares,

            @Schema(examples = "2019-06-30") @Nullable LocalDate endsOn,

            @NotBlank @Size(max = 2000) @JsonProperty(required = true)
            @Schema(
                    required = true,
                    description = "Why it is needed, in writing (c.30B s.13)",
                    examples = "Twelve more pupils joined the program in October",
                    maxLength = 2000)
            String need,

            @Valid @Schema(description = "Required with an increase; the price never rises") @Nullable UnitPriceJson unitPrice) {

        /** One share. */
        @Schema(name = "ProposedShare")
        public record Change(
                @NotNull @JsonProperty(required = true)
                @Schema(required = true, description = "The share, as the contract names it")
                UUID reservationId,

                @Valid @NotNull @JsonProperty(required = true) @Schema(required = true)
                MoneyJson amount) {}

        Asked noun(Person by) {
            Map<CommitmentId, Money> amounts = new HashMap<>();
            if (shares != null) {
                shares.forEach(change -> amounts.put(
                        new CommitmentId(change.reservationId()),
                        change.amount().money()));
            }
            return new Asked(amounts, endsOn, need, unitPrice == null ? null : unitPrice.noun(), by);
        }
    }

    static AmendmentJson of(Amendment amendment, Executed contract, Sight sight) {
        var wish = amendment.wish();
        @Nullable UnitPrice price = wish.unitPrice();
        return new AmendmentJson(
                wish.number(),
                Amendment.word(amendment),
                MoneyJson.of(wish.before()),
                MoneyJson.of(wish.after()),
                wish.endedOn(),
                wish.endsOn(),
                wish.need(),
                price == null
                        ? null
                        : new UnitPriceJson(price.unit(), MoneyJson.of(price.before()), MoneyJson.of(price.after())),
                wish.shares().stream()
                        .filter(change -> sight.covers(contract.partner(), change.school()))
                        .map(change -> new ChangeJson(
                                change.school().value(),
                                change.reservation().value(),
                                MoneyJson.of(change.before()),
                                MoneyJson.of(change.after())))
                        .toList(),
                Arrays.stream(Step.values())
                        .filter(wish.steps()::contains)
                        .map(Step::word)
                        .toList(),
                Amending.missing(contract, amendment).stream().map(Step::word).toList(),
                wish.digest(),
                wish.at(),
                amendment instanceof Agreed agreed ? agreed.on() : null);
    }
}
