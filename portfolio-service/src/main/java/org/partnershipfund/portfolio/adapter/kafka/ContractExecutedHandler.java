package org.partnershipfund.portfolio.adapter.kafka;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.NavigableSet;
import java.util.TreeSet;
import org.partnershipfund.contracts.ContractExecutedV1;
import org.partnershipfund.contracts.ContractShareV1;
import org.partnershipfund.contracts.EventType;
import org.partnershipfund.contracts.Events;
import org.partnershipfund.foundation.inbox.EventHandler;
import org.partnershipfund.foundation.inbox.Heard;
import org.partnershipfund.foundation.inbox.Outcome;
import org.partnershipfund.kernel.FiscalYear;
import org.partnershipfund.kernel.Money;
import org.partnershipfund.kernel.SchoolCode;
import org.partnershipfund.portfolio.funding.ProgramFundings;
import org.partnershipfund.portfolio.program.ProgramId;
import org.partnershipfund.portfolio.usecase.HearFunding;
import org.partnershipfund.portfolio.usecase.KeepPartnerships;

/**
 * A contract of the fund is executed: each of its schools has a partnership with the program (catalogue §5.3, §8), and
 * its partner is told.
 */
@ApplicationScoped
class ContractExecutedHandler implements EventHandler<ContractExecutedV1> {

    private final KeepPartnerships partnerships;
    private final HearFunding funding;
    private final PartnersAreTold told;

    ContractExecutedHandler(KeepPartnerships partnerships, HearFunding funding, PartnersAreTold told) {
        this.partnerships = partnerships;
        this.funding = funding;
        this.told = told;
    }

    @Override
    public EventType<ContractExecutedV1> type() {
        return Events.CONTRACT_EXECUTED;
    }

    @Override
    public Outcome handle(ContractExecutedV1 data, Heard heard) {
        FiscalYear year;
        Money amount;
        NavigableSet<SchoolCode> schools = new TreeSet<>();
        try {
            year = new FiscalYear(data.fiscalYear());
            amount = data.amount().money();
            data.shares().stream()
                    .map(ContractShareV1::schoolCode)
                    .map(SchoolCode::new)
                    .forEach(schools::add);
        } catch (IllegalArgumentException | ArithmeticException e) {
            return new Outcome.Unusable(String.valueOf(e.getMessage()));
        }
        var program = new ProgramId(data.programId());
        // Programs are this service's own: one that it does not know will not become known by waiting.
        if (!partnerships.knows(program)) {
            return new Outcome.Unusable("there is no program " + data.programId());
        }
        schools.forEach(school -> partnerships.contracted(program, school, year, data.contractId()));
        funding.contracted(new ProgramFundings.Contract(data.contractId(), program, year, amount, data.endsOn()));
        told.ofContract(data, heard);
        return Outcome.done();
    }
}
