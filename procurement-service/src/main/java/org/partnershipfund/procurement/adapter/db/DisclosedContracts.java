package org.partnershipfund.procurement.adapter.db;

import jakarta.annotation.Priority;
import jakarta.decorator.Decorator;
import jakarta.decorator.Delegate;
import jakarta.enterprise.inject.Any;
import jakarta.inject.Inject;
import org.partnershipfund.procurement.contract.Contract;
import org.partnershipfund.procurement.contract.Contracts;

/** Every change of a contract is published with it, as far as it may be seen. */
@Decorator
@Priority(1)
abstract class DisclosedContracts implements Contracts {

    @Inject
    @Delegate
    @Any
    Contracts contracts;

    @Inject
    Disclosing disclosing;

    @Override
    public long store(Contract contract, long readVersion) {
        long version = contracts.store(contract, readVersion);
        disclosing.changed(contract.terms().process());
        return version;
    }
}
