package org.partnershipfund.approval.adapter.db;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.time.Instant;
import java.util.UUID;
import org.partnershipfund.approval.menu.ProgramId;
import org.partnershipfund.approval.selection.Contracted;
import org.partnershipfund.kernel.Money;

/** What is under contract as it lies in table {@code selection_contracted}. */
@Embeddable
@SuppressWarnings("NullAway.Init") // Hibernate fills the fields
class ContractedPart {

    @Column(name = "contract_id")
    UUID contract;

    @Column(name = "process_id")
    UUID process;

    @Column(name = "content_version")
    int version;

    @Column(name = "line_id")
    UUID line;

    @Column(name = "program_id")
    UUID program;

    @Column(name = "amount_cents")
    long amountCents;

    @Column(name = "contracted_at")
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
