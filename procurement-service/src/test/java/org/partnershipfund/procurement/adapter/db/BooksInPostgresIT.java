package org.partnershipfund.procurement.adapter.db;

import io.quarkus.test.TestTransaction;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.partnershipfund.procurement.ledger.BudgetLines;
import org.partnershipfund.procurement.ledger.Ledger;
import org.partnershipfund.procurement.ledger.RememberedFunds;
import org.partnershipfund.testkit.BackboneResource;

@QuarkusTest
@WithTestResource(value = BackboneResource.class, initArgs = @ResourceArg(name = "service", value = "procurement"))
@TestTransaction
class BooksInPostgresIT extends BooksContract {

    @Inject
    RememberedFunds funds;

    @Inject
    BudgetLines lines;

    @Inject
    Ledger ledger;

    @Override
    RememberedFunds funds() {
        return funds;
    }

    @Override
    BudgetLines lines() {
        return lines;
    }

    @Override
    Ledger ledger() {
        return ledger;
    }
}
