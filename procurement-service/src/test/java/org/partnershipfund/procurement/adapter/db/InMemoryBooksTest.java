package org.partnershipfund.procurement.adapter.db;

import org.partnershipfund.procurement.fixtures.InMemoryBooks;
import org.partnershipfund.procurement.ledger.BudgetLines;
import org.partnershipfund.procurement.ledger.Ledger;
import org.partnershipfund.procurement.ledger.RememberedFunds;

class InMemoryBooksTest extends BooksContract {

    private final InMemoryBooks books = new InMemoryBooks();

    @Override
    RememberedFunds funds() {
        return books;
    }

    @Override
    BudgetLines lines() {
        return books;
    }

    @Override
    Ledger ledger() {
        return books;
    }
}
