package org.partnershipfund.procurement.adapter.rest;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.InputStream;
import java.time.LocalDate;
import java.util.function.Consumer;
import org.partnershipfund.foundation.csv.Column;
import org.partnershipfund.foundation.csv.CsvImport;
import org.partnershipfund.foundation.csv.CsvReport;
import org.partnershipfund.foundation.csv.CsvRow;
import org.partnershipfund.foundation.problem.InvalidValueException;
import org.partnershipfund.kernel.Money;
import org.partnershipfund.procurement.ledger.ChartParts;
import org.partnershipfund.procurement.reconciliation.CityEntry;
import org.partnershipfund.procurement.reconciliation.Kind;

/** The file of the city's accounting system (policy/reconciliation §1). */
@ApplicationScoped
class CityBooksCsv {

    private static final Column<String> ACCOUNT = matching("account", "\\d{5}", "five digits, such as 52907");
    private static final Column<String> FUND = matching("fund", "\\d{3}", "three digits, such as 100");
    private static final Column<String> CENTRE =
            matching("responsibility_centre", "\\d{6}", "six digits, such as 101203");
    private static final Column<String> PROGRAM = matching(
            "program",
            ChartParts.PARTNERSHIP_PROGRAM,
            ChartParts.PARTNERSHIP_PROGRAM + "; no other program is kept here, so export that one alone");
    private static final Column<String> SUBCLASS =
            matching("subclass", "[0-9A-Z]{1,10}", "one to ten letters or digits, such as 000");
    private static final Column<String> REFERENCE = Column.text("reference", 100);
    private static final Column<LocalDate> DATE = Column.date("date");
    private static final Column<Money> AMOUNT = Column.money("amount");
    private static final Column<Kind> KIND = new Column<>("kind", cell -> {
        if (!cell.equals("encumbrance") && !cell.equals("expenditure")) {
            throw new InvalidValueException(cell, "it must be encumbrance or expenditure");
        }
        return Kind.ofWord(cell);
    });

    private static final CsvImport FILE =
            CsvImport.of(ACCOUNT, FUND, CENTRE, PROGRAM, SUBCLASS, REFERENCE, DATE, AMOUNT, KIND);

    private static Column<String> matching(String name, String pattern, String rule) {
        return new Column<>(name, cell -> {
            if (!cell.matches(pattern)) {
                throw new InvalidValueException(cell, "it must be " + rule);
            }
            return cell;
        });
    }

    /** Reads the file line by line; one line is in memory, beside what the sink keeps. */
    CsvReport read(InputStream file, Consumer<CityEntry> sink) {
        return FILE.read(file, CityBooksCsv::entry, sink);
    }

    private static CityEntry entry(CsvRow row) {
        return new CityEntry(
                String.join("-", row.get(ACCOUNT), row.get(FUND), row.get(CENTRE), row.get(PROGRAM), row.get(SUBCLASS)),
                row.get(KIND),
                row.get(REFERENCE),
                row.get(DATE),
                row.get(AMOUNT));
    }
}
