package org.partnershipfund.procurement.contract;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.partnershipfund.kernel.Decision;
import org.partnershipfund.procurement.contract.ContractRefusal.PapersNotValid;

/**
 * Every paper of one contract: what its partner attested to, and what portfolio-service told of the partner.
 *
 * <p>Source: docs/policy/contracts.md §6.
 *
 * @param demanded what must be there; what is there beyond it must count, too
 * @param papers the newest of each kind
 */
public record ContractPapers(ContractId contract, Set<PaperKind> demanded, List<ContractPaper> papers) {

    public ContractPapers {
        demanded = Set.copyOf(demanded);
        Map<PaperKind, ContractPaper> newest = new EnumMap<>(PaperKind.class);
        papers.stream()
                .sorted(Comparator.comparing(ContractPaper::at))
                .forEach(paper -> newest.put(paper.kind(), paper));
        papers = List.copyOf(newest.values());
    }

    /**
     * Whether the district may bind itself, or pay, on that day: nothing that is demanded is missing, and nothing that
     * is known has expired or was refused.
     */
    public Decision<ContractPapers> valid(LocalDate on) {
        List<String> faults = new ArrayList<>();
        for (PaperKind kind : PaperKind.values()) {
            var known = papers.stream().filter(one -> one.kind() == kind).findFirst();
            if (known.isPresent() && !known.get().countsOn(on)) {
                faults.add("%s %s".formatted(kind.word(), known.get().standing(on)));
            } else if (known.isEmpty() && demanded.contains(kind)) {
                faults.add("%s is missing".formatted(kind.word()));
            }
        }
        return faults.isEmpty() ? Decision.accept(this) : Decision.refuse(new PapersNotValid(contract, on, faults));
    }
}
