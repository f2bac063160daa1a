package org.partnershipfund.procurement.adapter.rest;

import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.partnershipfund.foundation.problem.InvalidValueException;
import org.partnershipfund.foundation.web.MoneyJson;
import org.partnershipfund.kernel.Money;
import org.partnershipfund.kernel.SchoolCode;
import org.partnershipfund.procurement.contract.Sight;
import org.partnershipfund.procurement.invoice.Desk;
import org.partnershipfund.procurement.invoice.Invoice;
import org.partnershipfund.procurement.invoice.Invoice.Booked;
import org.partnershipfund.procurement.invoice.Invoice.Hand;
import org.partnershipfund.procurement.invoice.Invoice.Paid;
import org.partnershipfund.procurement.invoice.InvoiceLine;
import org.partnershipfund.procurement.invoice.InvoiceLine.Delivered;
import org.partnershipfund.procurement.invoice.InvoiceLine.Item;
import org.partnershipfund.procurement.invoice.LineAmounts;
import org.partnershipfund.procurement.invoice.Settlement.Payment;
import org.partnershipfund.procurement.invoice.Verification;
import org.partnershipfund.procurement.invoice.Verification.Verdict;

/** An invoice on the wire; a school sees its own lines. */
@Schema(name = "Invoice")
public record InvoiceJson(
        UUID id,
        UUID contractId,
        UUID processId,
        UUID partnerId,
        String number,

        @Schema(
                enumeration = {
                    "submitted",
                    "disputed",
                    "verified",
                    "rejected",
                    "certified",
                    "received",
                    "partly-paid",
                    "paid",
                    "credited"
                })
        String state,

        @Schema(
                enumeration = {"school", "procurement-officer", "city-auditor", "budget-office", "nobody"},
                description = "Whose turn it is")
        String waitsFor,

        @Schema(description = "What was asked, all schools together")
        MoneyJson amount,

        @Schema(description = "What may be paid now, all schools together")
        MoneyJson due,

        @Schema(description = "What was paid, less what came back by credit notes; all schools together")
        MoneyJson paid,

        List<LineJson> lines,
        List<VerificationJson> verifications,
        List<DecisionJson> decisions,
        List<PaymentJson> payments,
        List<CreditNoteJson> creditNotes,
        Instant submittedAt,
        @Nullable Instant certifiedAt,
        @Nullable Instant receivedAt,

        @Schema(description = "When the last payment was recorded, once nothing is due") @Nullable Instant paidAt,

        @Schema(description = "The treasury's number of the last payment") @Nullable String reference) {

    /** What is asked of one school. */
    @Schema(name = "SubmitInvoiceLine")
    public record ToSubmitLine(
            @NotNull @Pattern(regexp = "\\d{8}", message = "it must be the school's eight-digit state code") @JsonProperty(required = true)
            @Schema(required = true, examples = "00350231")
            String schoolCode,

            @NotNull @JsonProperty(required = true) @Schema(required = true, examples = "2018-09-04")
            LocalDate serviceFrom,

            @NotNull @JsonProperty(required = true) @Schema(required = true, examples = "2018-10-31")
            LocalDate serviceUntil,

            @NotBlank @Size(max = 1000) @JsonProperty(required = true)
            @Schema(required = true, examples = "Homework club, September and October")
            String description,

            @NotBlank @Size(max = 100) @JsonProperty(required = true)
            @Schema(
                    required = true,
                    examples = "session",
                    description = "What is counted; \"lump sum\" where nothing is")
            String unit,

            @NotBlank @Pattern(
                    regexp = "(0|[1-9]\\d{0,8})(\\.\\d{1,3})?",
                    message = "it must be a number with at most three decimals, as text, such as \"36\" or \"1.5\"")
            @JsonProperty(required = true)
            @Schema(required = true, examples = "36")
            String quantity,

            @NotNull @JsonProperty(required = true) @Schema(required = true)
            MoneyJson unitPrice,

            @NotNull @JsonProperty(required = true)
            @Schema(required = true, description = "Quantity times unit price, to the cent")
            MoneyJson amount,

            @Min(0) @Max(100_000) @JsonProperty(required = true)
            @Schema(required = true, examples = "24", description = "How many pupils were served; a count, never names")
            int pupilsServed,

            @Min(0) @Max(100_000) @Schema(examples = "36", description = "How many sessions were held") @Nullable Integer sessions,

            @Min(0) @Max(10_000_000) @Schema(examples = "792", description = "Attendances over all sessions: a count, never names")
            @Nullable Integer attendances,

            @Size(max = 20) @Schema(
                    description =
                            "Numbers of the partner's earlier invoices under this contract whose days the line shares")
            @Nullable List<@NotBlank @Size(max = 100) String> continues) {

        InvoiceLine line() {
            return new InvoiceLine(
                    new SchoolCode(schoolCode),
                    serviceFrom,
                    serviceUntil,
                    amount.money(),
                    description,
                    new Item(unit, new BigDecimal(quantity), unitPrice.money()),
                    new Delivered(pupilsServed, sessions, attendances),
                    continues == null ? List.of() : continues);
        }
    }

    /** What is asked of one school, and where it stands. */
    @Schema(name = "InvoiceLine")
    public record LineJson(
            @Schema(examples = "1", description = "Its place on the invoice, from 1")
            int line,

            @Schema(examples = "00350231") String schoolCode,
            LocalDate serviceFrom,
            LocalDate serviceUntil,
            MoneyJson amount,
            String description,
            @Schema(examples = "session") String unit,
            @Schema(examples = "36") String quantity,
            MoneyJson unitPrice,
            @Nullable Integer pupilsServed,
            @Nullable Integer sessions,
            @Nullable Integer attendances,
            List<String> continues,

            @Schema(description = "Whether its school disputes it and nobody has decided")
            boolean disputed,

            @Schema(description = "By its school or by decision; absent before") @Nullable MoneyJson accepted,

            @Nullable MoneyJson certified,
            MoneyJson paid,

            @Schema(description = "What of it was paid and came back by a credit note")
            MoneyJson returned,

            MoneyJson due) {

        static LineJson of(LineAmounts stands) {
            var line = stands.line();
            var delivered = line.delivered();
            return new LineJson(
                    stands.place(),
                    line.school().value(),
                    line.serviceFrom(),
                    line.serviceUntil(),
                    MoneyJson.of(line.amount()),
                    line.description(),
                    line.item().unit(),
                    line.item().quantity().toPlainString(),
                    MoneyJson.of(line.item().unitPrice()),
                    delivered == null ? null : Integer.valueOf(delivered.pupils()),
                    delivered == null ? null : delivered.sessions(),
                    delivered == null ? null : delivered.attendances(),
                    line.continues(),
                    stands.disputed(),
                    orNull(stands.accepted()),
                    orNull(stands.certified()),
                    MoneyJson.of(stands.paid()),
                    MoneyJson.of(stands.returned()),
                    MoneyJson.of(stands.due()));
        }
    }

    private static @Nullable MoneyJson orNull(@Nullable Money amount) {
        return amount == null ? null : MoneyJson.of(amount);
    }

    /** A school's word. */
    @Schema(name = "Verification")
    public record VerificationJson(
            String schoolCode,
            boolean delivered,
            List<VerdictJson> lines,
            @Nullable String note,
            Instant at) {

        static VerificationJson of(Verification said) {
            return new VerificationJson(
                    said.school().value(),
                    said.delivered(),
                    said.verdicts().stream()
                            .map(one -> new VerdictJson(
                                    one.line(),
                                    one.disputed() ? null : MoneyJson.of(one.accepted()),
                                    one.disputed(),
                                    one.reason()))
                            .toList(),
                    said.note(),
                    said.at());
        }
    }

    /** What a school says of a line that it does not accept whole. */
    @Schema(name = "LineVerdict")
    public record VerdictJson(
            @Min(1) @JsonProperty(required = true)
            @Schema(required = true, examples = "2", description = "The line's place on the invoice, from 1")
            int line,

            @Schema(description = "What of it was delivered; absent in a dispute") @Nullable MoneyJson accepted,

            @Schema(description = "True: the line waits until school or contracting officer decides") @Nullable Boolean disputed,

            @NotBlank @Size(max = 1000) @JsonProperty(required = true)
            @Schema(required = true, examples = "Four of 36 sessions did not take place")
            String reason) {

        public VerdictJson {
            boolean isDisputed = disputed != null && disputed;
            if (isDisputed == (accepted != null)) {
                throw new InvalidValueException(
                        "accepted",
                        accepted == null ? "" : accepted.amount(),
                        "a line is either accepted in part, with the amount, or disputed, without one");
            }
        }

        Verdict verdict() {
            return accepted == null ? Verdict.dispute(line, reason) : Verdict.part(line, accepted.money(), reason);
        }
    }

    /** What was decided about a line after its school had spoken. */
    @Schema(name = "LineDecision")
    public record DecisionJson(
            int line,
            MoneyJson accepted,
            String reason,
            @Schema(enumeration = {"school", "officer"}) String side,
            Instant at) {}

    /** One payment by the city; a school sees its own part. */
    @Schema(name = "InvoicePayment")
    public record PaymentJson(UUID id, String reference, LocalDate paidOn, List<PartJson> lines, Instant recordedAt) {}

    /** Some cents of one line. */
    @Schema(name = "InvoicePaymentPart")
    public record PartJson(
            @Min(1) @JsonProperty(required = true)
            @Schema(required = true, examples = "1", description = "The line's place on the invoice, from 1")
            int line,

            @NotNull @JsonProperty(required = true) @Schema(required = true)
            MoneyJson amount) {}

    /** A credit note. */
    @Schema(name = "CreditNote")
    public record CreditNoteJson(
            UUID id,
            String number,
            int line,
            MoneyJson amount,

            @Schema(description = "What of it was not paid yet: it is not asked of the school any more")
            MoneyJson ofDue,

            @Schema(description = "What of it was paid: it is back on the school's line")
            MoneyJson ofPaid,

            String reason,
            @Nullable String reference,
            Instant recordedAt) {}

    /** A row of the list. */
    @Schema(name = "InvoiceSummary")
    public record Row(
            UUID id,
            UUID contractId,
            UUID processId,
            UUID partnerId,
            String number,
            String state,
            MoneyJson amount,
            List<String> schoolCodes,
            Instant submittedAt,
            @Nullable Instant paidAt,
            @Nullable String reference) {

        static Row of(Invoice invoice, Sight sight) {
            var bill = invoice.bill();
            return new Row(
                    bill.id().value(),
                    bill.contract().value(),
                    bill.process().value(),
                    bill.partner(),
                    bill.number(),
                    Invoice.word(invoice),
                    MoneyJson.of(bill.amount()),
                    bill.bySchool().keySet().stream()
                            .filter(school -> sight.covers(bill.partner(), school))
                            .map(SchoolCode::value)
                            .toList(),
                    bill.submittedAt(),
                    invoice instanceof Paid
                            ? lastPayment(invoice).map(Payment::at).orElse(null)
                            : null,
                    lastPayment(invoice).map(Payment::reference).orElse(null));
        }
    }

    private static Optional<Payment> lastPayment(Invoice invoice) {
        return invoice.settled().payments().stream().reduce((_, later) -> later);
    }

    /** Where one's own invoice stands: what waits where, since when. */
    @Schema(name = "PaymentStatus")
    public record StatusJson(
            UUID id,
            UUID contractId,
            UUID partnerId,
            String number,
            String state,

            @Schema(
                    enumeration = {"school", "procurement-officer", "city-auditor", "budget-office", "nobody"},
                    description = "On whose desk it lies")
            String waitsFor,

            @Schema(description = "Schools that have not spoken yet")
            List<String> waitsForSchools,

            @Schema(description = "Lines in dispute, by their place")
            List<Integer> disputedLines,

            Instant since,

            @Schema(description = "Full days since it was submitted", examples = "12")
            long age,

            MoneyJson asked,
            @Nullable MoneyJson certified,
            MoneyJson paid,
            MoneyJson returned,
            MoneyJson due,
            @Nullable LocalDate lastPaidOn,
            @Nullable String lastReference,
            Instant submittedAt) {

        static StatusJson of(Invoice invoice, LocalDate today, ZoneId zone) {
            var bill = invoice.bill();
            var stands = invoice.amounts();
            Set<SchoolCode> silent = new TreeSet<>(bill.bySchool().keySet());
            invoice.verifications().forEach(said -> silent.remove(said.school()));
            return new StatusJson(
                    bill.id().value(),
                    bill.contract().value(),
                    bill.partner(),
                    bill.number(),
                    Invoice.word(invoice),
                    Invoice.desk(invoice).word(),
                    Invoice.desk(invoice) == Desk.SCHOOL
                            ? silent.stream().map(SchoolCode::value).toList()
                            : List.of(),
                    stands.stream()
                            .filter(LineAmounts::disputed)
                            .map(LineAmounts::place)
                            .toList(),
                    Invoice.waitingSince(invoice),
                    Math.max(
                            0,
                            ChronoUnit.DAYS.between(
                                    bill.submittedAt().atZone(zone).toLocalDate(), today)),
                    MoneyJson.of(bill.amount()),
                    invoice.certification() == null ? null : MoneyJson.of(invoice.total(LineAmounts::certified)),
                    MoneyJson.of(invoice.total(LineAmounts::paid)),
                    MoneyJson.of(invoice.total(LineAmounts::returned)),
                    MoneyJson.of(invoice.total(LineAmounts::due)),
                    lastPayment(invoice).map(Payment::paidOn).orElse(null),
                    lastPayment(invoice).map(Payment::reference).orElse(null),
                    bill.submittedAt());
        }
    }

    /** What waits for how long. */
    @Schema(name = "InvoiceAgeing", description = "Invoices that are not settled, by state and days since submission")
    public record AgeingJson(LocalDate asOf, List<AgedJson> rows, MoneyJson open) {}

    /** Invoices of one state and age. */
    @Schema(name = "AgedInvoices")
    public record AgedJson(
            String state,
            @Schema(description = "On whose desk they lie") String waitsFor,
            @Schema(examples = "31") int fromDays,

            @Schema(examples = "60", description = "Absent: without end") @Nullable Integer untilDays,

            long invoices,

            @Schema(description = "What they claim and is not paid")
            MoneyJson open,

            @Schema(description = "Since when the one that waits longest lies there")
            Instant longestSince) {}

    /** What it takes to submit one. */
    @Schema(name = "SubmitInvoice")
    public record ToSubmit(
            @NotNull @JsonProperty(required = true) @Schema(required = true)
            UUID contractId,

            @NotBlank @Size(max = 100) @JsonProperty(required = true)
            @Schema(required = true, examples = "2018-11", description = "The partner's own number, used once")
            String number,

            @NotEmpty @Size(max = 500) @Valid @JsonProperty(required = true) @Schema(required = true)
            List<ToSubmitLine> lines) {}

    /** What a school says. */
    @Schema(name = "VerifyInvoice")
    public record ToVerify(
            @JsonProperty(required = true)
            @Schema(
                    required = true,
                    description = "Whether the services were delivered; false rejects the whole invoice")
            boolean delivered,

            @Size(max = 500) @Valid @Schema(description = "Only lines that are not accepted whole: in part, or disputed")
            @Nullable List<VerdictJson> lines,

            @Size(max = 1000) @Nullable String note) {}

    /** What a line comes to. */
    @Schema(name = "DecideInvoiceLine")
    public record ToDecide(
            @NotNull @JsonProperty(required = true)
            @Schema(required = true, description = "What of the line is due; nothing ends it")
            MoneyJson accepted,

            @NotBlank @Size(max = 1000) @JsonProperty(required = true)
            @Schema(required = true, examples = "The attendance sheets show 32 of 36 sessions")
            String reason) {}

    /** What it takes to pay. */
    @Schema(name = "PayInvoice")
    public record ToPay(
            @NotBlank @Size(max = 100) @JsonProperty(required = true)
            @Schema(
                    required = true,
                    examples = "EFT-118204",
                    description = "The treasury's number of the payment; every payment has its own")
            String reference,

            @Schema(description = "The day on which the city paid; without it, today", examples = "2018-11-20")
            @Nullable LocalDate paidOn,

            @Size(max = 500) @Valid @Schema(description = "Which lines it pays how much; without it, all that is due")
            @Nullable List<PartJson> lines) {}

    /** What a credit note says. */
    @Schema(name = "CreditInvoice")
    public record ToCredit(
            @NotBlank @Size(max = 100) @JsonProperty(required = true)
            @Schema(required = true, examples = "CN-2018-3", description = "The partner's own number, used once")
            String number,

            @Min(1) @JsonProperty(required = true)
            @Schema(required = true, examples = "1", description = "The line's place on the invoice, from 1")
            int line,

            @NotNull @JsonProperty(required = true) @Schema(required = true)
            MoneyJson amount,

            @NotBlank @Size(max = 1000) @JsonProperty(required = true)
            @Schema(required = true, examples = "Two sessions were invoiced twice")
            String reason,

            @Size(max = 100) @Schema(examples = "CHK-2210", description = "Of the refund, if there was one") @Nullable String reference) {}

    static InvoiceJson of(Invoice invoice, Sight sight) {
        var bill = invoice.bill();
        @Nullable Hand certified = invoice.certification();
        @Nullable Booked booked = invoice instanceof Booked one ? one : null;
        List<LineAmounts> seen = invoice.amounts().stream()
                .filter(one -> sight.covers(bill.partner(), one.line().school()))
                .toList();
        Set<Integer> places = seen.stream().map(LineAmounts::place).collect(Collectors.toSet());
        return new InvoiceJson(
                bill.id().value(),
                bill.contract().value(),
                bill.process().value(),
                bill.partner(),
                bill.number(),
                Invoice.word(invoice),
                Invoice.desk(invoice).word(),
                MoneyJson.of(bill.amount()),
                MoneyJson.of(invoice.total(LineAmounts::due)),
                MoneyJson.of(invoice.total(line -> line.paid().minus(line.returned()))),
                seen.stream().map(LineJson::of).toList(),
                invoice.verifications().stream()
                        .filter(one -> sight.covers(bill.partner(), one.school()))
                        .map(VerificationJson::of)
                        .toList(),
                invoice.decisions().stream()
                        .filter(one -> places.contains(one.line()))
                        .map(one -> new DecisionJson(
                                one.line(),
                                MoneyJson.of(one.accepted()),
                                one.reason(),
                                one.side().name().toLowerCase(Locale.ROOT),
                                one.at()))
                        .toList(),
                invoice.settled().payments().stream()
                        .map(one -> new PaymentJson(
                                one.id(),
                                one.reference(),
                                one.paidOn(),
                                one.parts().stream()
                                        .filter(part -> places.contains(part.line()))
                                        .map(part -> new PartJson(part.line(), MoneyJson.of(part.amount())))
                                        .toList(),
                                one.at()))
                        .toList(),
                invoice.settled().credits().stream()
                        .filter(one -> places.contains(one.line()))
                        .map(one -> new CreditNoteJson(
                                one.id(),
                                one.number(),
                                one.line(),
                                MoneyJson.of(one.amount()),
                                MoneyJson.of(one.ofDue()),
                                MoneyJson.of(one.ofPaid()),
                                one.reason(),
                                one.reference(),
                                one.at()))
                        .toList(),
                bill.submittedAt(),
                certified == null ? null : certified.at(),
                booked == null ? null : booked.received().at(),
                invoice instanceof Paid ? lastPayment(invoice).map(Payment::at).orElse(null) : null,
                lastPayment(invoice).map(Payment::reference).orElse(null));
    }
}
