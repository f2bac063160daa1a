package org.partnershipfund.approval.adapter.db;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.UUID;
import org.partnershipfund.approval.menu.ProgramId;
import org.partnershipfund.approval.selection.Contracted;
import org.partnershipfund.kernel.Money;

/** What is under contract as it lies in table {@code selection_contracted}. */
@SuppressWarnings("NullAway.Init") // RowJson fills the fields
class ContractedPart {

    @JsonProperty("contract_id")
    UUID contract;

    @JsonProperty("process_id")
    UUID process;

    @JsonProperty("content_version")
    int version;

    @JsonProperty("line_id")
    UUID line;

    @JsonProperty("program_id")
    UUID program;

    long amountCents;

    @JsonProperty("contracted_at")
    Instant at;

    static ContractedPart of(Contracted contracted) {
        var part = new ContractedPart();
        part.contract = contracted.contract();
        part.process = contracted.process();
        part.version = contracted.version();
        part.line = contracted.line();
        part.program = contracted.program().value();
        part.amountCents = contracted.amount().cents();
        part.at = contracted.at();
        return part;
    }

    Contracted noun() {
        return new Contracted(contract, process, version, line, new ProgramId(program), new Money(amountCents), at);
    }
}
