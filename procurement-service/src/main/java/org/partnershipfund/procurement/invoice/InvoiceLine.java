package org.partnershipfund.procurement.invoice;

import java.time.LocalDate;
import org.partnershipfund.kernel.Money;
import org.partnershipfund.kernel.SchoolCode;

/** What is asked of one school for services between two days, both included. */
public record InvoiceLine(
        SchoolCode school, LocalDate serviceFrom, LocalDate serviceUntil, Money amount, String description) {}
