package org.partnershipfund.procurement.contract;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.partnershipfund.kernel.Decision;
import org.partnershipfund.procurement.contract.ContractRefusal.PapersNotValid;

/**
 * Every paper of one contract: what its partner attested to, and what portfolio-service told of the partner.
 *
 * <p>Source: docs/policy/contracts.md §6.
 *
 * @param demanded what must be there; what is there beyond it must count, too
 * @param papers all that was ever filed: a renewal begins on a day of its own, and takes nothing from the days before
 */
public record ContractPapers(ContractId contract, Set<PaperKind> demanded, List<ContractPaper> papers) {

    public ContractPapers {
        demanded = Set.copyOf(demanded);
        papers = List.copyOf(papers);
    }

    /**
     * The paper of the kind that decides on that day: of those that had begun the one that was recorded last; if none had, the
     * one that begins first.
     */
    public Optional<ContractPaper> deciding(PaperKind kind, LocalDate on) {
        List<ContractPaper> its =
                papers.stream().filter(paper -> paper.kind() == kind).toList();
        return its.stream()
                .filter(paper -> !paper.from().isAfter(on))
                .max(Comparator.comparing(ContractPaper::at))
                .or(() -> its.stream()
                        .min(Comparator.comparing(ContractPaper::from).thenComparing(ContractPaper::at)));
    }

    /**
     * Whether the district may bind itself, or pay, on that day: nothing that is demanded is missing, and nothing that
     * is known has expired or was refused.
     */
    public Decision<ContractPapers> valid(LocalDate on) {
        List<String> faults = new ArrayList<>();
        for (PaperKind kind : PaperKind.values()) {
            var known = deciding(kind, on);
            if (known.isPresent() && !known.get().countsOn(on)) {
                faults.add("%s %s".formatted(kind.word(), known.get().standing(on)));
            } else if (known.isEmpty() && demanded.contains(kind)) {
                faults.add("%s is missing".formatted(kind.word()));
            }
        }
        return faults.isEmpty() ? Decision.accept(this) : Decision.refuse(new PapersNotValid(contract, on, faults));
    }
}
