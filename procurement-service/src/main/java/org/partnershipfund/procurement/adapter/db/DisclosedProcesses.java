package org.partnershipfund.procurement.adapter.db;

import jakarta.annotation.Priority;
import jakarta.decorator.Decorator;
import jakarta.decorator.Delegate;
import jakarta.enterprise.inject.Any;
import jakarta.inject.Inject;
import org.partnershipfund.procurement.process.ContractingProcess;
import org.partnershipfund.procurement.process.ProcessId;
import org.partnershipfund.procurement.process.Processes;

/** Every change of a process is published with it. */
@Decorator
@Priority(1)
abstract class DisclosedProcesses implements Processes {

    @Inject
    @Delegate
    @Any
    Processes processes;

    @Inject
    Disclosing disclosing;

    @Override
    public long store(ContractingProcess process, long readVersion) {
        long version = processes.store(process, readVersion);
        disclosing.changed(process.id());
        return version;
    }

    @Override
    public void touch(ProcessId id) {
        processes.touch(id);
        disclosing.changed(id);
    }
}
