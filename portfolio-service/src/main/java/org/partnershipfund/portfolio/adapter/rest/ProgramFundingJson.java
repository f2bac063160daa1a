package org.partnershipfund.portfolio.adapter.rest;

import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.partnershipfund.foundation.web.MoneyJson;
import org.partnershipfund.portfolio.funding.ProgramFunding;

/** What the Partnership Fund holds for a program in a fiscal year, on the wire. */
@Schema(name = "ProgramFunding")
public record ProgramFundingJson(
        UUID programId,
        @Schema(examples = "Harbor Homework Club") String programName,
        @Schema(examples = "2019") int fiscalYear,

        @Schema(examples = "3", description = "Schools whose approved selection has the program")
        int schools,

        @Schema(description = "What these selections have for it; not under contract yet, or no more")
        MoneyJson chosen,

        @Schema(examples = "1", description = "Contracts that are executed")
        int contracts,

        @Schema(description = "What the contracts are worth together")
        MoneyJson contracted,

        @Schema(description = "What was paid upon them") MoneyJson paid,

        @Schema(
                examples = "2019-06-30",
                description = "The last day of the contract that ends last; absent without a contract")
        @Nullable LocalDate fundingEndsOn) {

    static ProgramFundingJson of(ProgramFunding funding) {
        return new ProgramFundingJson(
                funding.program().value(),
                funding.programName(),
                funding.year().endYear(),
                funding.schools(),
                MoneyJson.of(funding.chosen()),
                funding.contracts(),
                MoneyJson.of(funding.contracted()),
                MoneyJson.of(funding.paid()),
                funding.endsOn().orElse(null));
    }
}
