package org.partnershipfund.procurement.contract;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.partnershipfund.kernel.Money;
import org.partnershipfund.kernel.Refusal;
import org.partnershipfund.procurement.contract.ContractRefusal.NotComplete;
import org.partnershipfund.procurement.contract.ContractRefusal.SamePerson;
import org.partnershipfund.procurement.contract.ContractRefusal.SignedOtherTerms;
import org.partnershipfund.procurement.contract.ContractRefusal.StepNotDemanded;
import org.partnershipfund.procurement.contract.ContractRefusal.StepTakenAlready;
import org.partnershipfund.procurement.contract.ContractRefusal.StepTooEarly;

/**
 * Who signs next, for a contract and for each of its amendments: each step once, each by another person, the partner
 * first and the district last.
 *
 * <p>Source: docs/policy/procurement.md §7.3; docs/policy/contracts.md §3.
 *
 * @param demanded the steps that must be taken
 * @param done those that were taken, in order
 * @param digest of what is signed
 */
record Signing(ContractId contract, Money value, Set<Step> demanded, List<Signature> done, String digest) {

    /** Why this step may not be taken now, by this person. */
    Optional<Refusal> whyNot(Signature signature) {
        Step step = signature.step();
        if (!demanded.contains(step)) {
            return Optional.of(new StepNotDemanded(contract, step, value));
        }
        if (taken().contains(step)) {
            return Optional.of(new StepTakenAlready(contract, step));
        }
        List<Step> missing = missingBefore(step);
        if (!missing.isEmpty()) {
            return Optional.of(new StepTooEarly(contract, step, missing));
        }
        return done.stream()
                .filter(one -> one.by().equals(signature.by()))
                .findFirst()
                .map(same -> new SamePerson(contract, step, same.step()));
    }

    /** All signatures with this one, which names what it is given for. */
    List<Signature> with(Signature signature) {
        List<Signature> all = new ArrayList<>(done);
        all.add(signature.boundTo(digest));
        return all;
    }

    /** What still keeps it from being executed. */
    Optional<Refusal> incomplete() {
        List<Step> missing = missing();
        if (!missing.isEmpty()) {
            return Optional.of(new NotComplete(contract, missing));
        }
        return done.stream()
                .filter(signature -> signature.isOfOther(digest))
                .findFirst()
                .map(signature -> new SignedOtherTerms(contract, signature.step()));
    }

    /** The steps that nobody took yet, in lawful order. */
    List<Step> missing() {
        return Arrays.stream(Step.values())
                .filter(step -> demanded.contains(step) && !taken().contains(step))
                .toList();
    }

    private List<Step> missingBefore(Step step) {
        return missing().stream()
                .filter(one -> switch (step) {
                    case PARTNER -> false;
                    case SUPERINTENDENT, APPROPRIATION, MAYOR -> one == Step.PARTNER;
                    case DISTRICT -> one != Step.DISTRICT;
                })
                .toList();
    }

    private Set<Step> taken() {
        return done.stream().map(Signature::step).collect(Collectors.toUnmodifiableSet());
    }
}
