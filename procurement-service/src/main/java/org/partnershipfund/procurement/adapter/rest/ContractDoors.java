package org.partnershipfund.procurement.adapter.rest;

import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.partnershipfund.foundation.web.Answers;
import org.partnershipfund.kernel.RefusedException;
import org.partnershipfund.kernel.Versioned;
import org.partnershipfund.procurement.contract.Contract;
import org.partnershipfund.procurement.contract.ContractId;
import org.partnershipfund.procurement.contract.ContractRefusal.NoSuchContract;
import org.partnershipfund.procurement.contract.Contracts;
import org.partnershipfund.procurement.contract.Person;
import org.partnershipfund.procurement.contract.Sight;
import org.partnershipfund.procurement.rules.ProcurementRules;

/** What the doors of contracts have in common: who looks, on which day, and what they see. */
@RequestScoped
class ContractDoors {

    private final Contracts contracts;
    private final ProcurementRules rules;
    private final Doors doors;
    private final Clock clock;

    ContractDoors(Contracts contracts, ProcurementRules rules, Doors doors, Clock clock) {
        this.contracts = contracts;
        this.rules = rules;
        this.doors = doors;
        this.clock = clock;
    }

    Sight sight() {
        return doors.sight();
    }

    Person person() {
        return doors.person();
    }

    /** As whom they act. */
    Set<String> roles() {
        return doors.roles();
    }

    LocalDate today() {
        return LocalDate.now(clock);
    }

    /**
     * A contract that the caller sees.
     *
     * @throws RefusedException if there is none
     */
    Versioned<Contract> find(UUID id) {
        var sight = sight();
        return contracts
                .find(new ContractId(id))
                .filter(found -> sight.covers(found.value()))
                .orElseThrow(() -> new RefusedException(new NoSuchContract(id)));
    }

    /** By when its papers are due; only quote contracts have such a day. */
    @Nullable LocalDate papersDueOn(Contract contract) {
        var terms = contract.terms();
        var days = rules.all()
                .number("papers-due-days", LocalDate.ofInstant(terms.draftedAt(), clock.getZone()), terms.value());
        return days.isPresent() ? terms.startsOn().minusDays(days.getAsInt()) : null;
    }

    ContractJson json(Contract contract) {
        return ContractJson.of(contract, sight(), today(), papersDueOn(contract));
    }

    Response ok(Versioned<Contract> contract) {
        return Answers.ok(json(contract.value()), contract.version());
    }
}
