package org.partnershipfund.procurement.adapter.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.partnershipfund.foundation.web.MoneyJson;
import org.partnershipfund.kernel.SchoolCode;
import org.partnershipfund.procurement.contract.Sight;
import org.partnershipfund.procurement.invoice.Invoice;
import org.partnershipfund.procurement.invoice.Invoice.Hand;
import org.partnershipfund.procurement.invoice.Invoice.Paid;
import org.partnershipfund.procurement.invoice.Invoice.Received;
import org.partnershipfund.procurement.invoice.InvoiceLine;

/** An invoice on the wire; a school sees its own lines. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "Invoice")
public record InvoiceJson(
        UUID id,
        UUID contractId,
        UUID processId,
        UUID partnerId,
        String number,

        @Schema(enumeration = {"submitted", "verified", "rejected", "certified", "received", "paid"})
        String state,

        MoneyJson amount,
        List<LineJson> lines,
        List<VerificationJson> verifications,
        Instant submittedAt,
        @Nullable Instant certifiedAt,
        @Nullable Instant receivedAt,
        @Nullable Instant paidAt,
        @Nullable String reference) {

    /** What is asked of one school. */
    @Schema(name = "InvoiceLine")
    public record LineJson(
            @NotNull @Pattern(regexp = "\\d{8}", message = "it must be the school's eight-digit state code") @JsonProperty(required = true)
            @Schema(required = true, examples = "00350231")
            String schoolCode,

            @NotNull @JsonProperty(required = true) @Schema(required = true, examples = "2018-09-04")
            LocalDate serviceFrom,

            @NotNull @JsonProperty(required = true) @Schema(required = true, examples = "2018-10-31")
            LocalDate serviceUntil,

            @NotNull @JsonProperty(required = true) @Schema(required = true)
            MoneyJson amount,

            @NotBlank @Size(max = 1000) @JsonProperty(required = true)
            @Schema(required = true, examples = "Homework club, 36 sessions")
            String description) {

        InvoiceLine line() {
            return new InvoiceLine(new SchoolCode(schoolCode), serviceFrom, serviceUntil, amount.money(), description);
        }
    }

    /** A school's word. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "Verification")
    public record VerificationJson(
            String schoolCode, boolean delivered, @Nullable String note, Instant at) {}

    /** A row of the list. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
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
            @Nullable Paid paid = invoice instanceof Paid one ? one : null;
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
                    paid == null ? null : paid.paid().at(),
                    paid == null ? null : paid.reference());
        }
    }

    /** What it takes to submit one. */
    @Schema(name = "SubmitInvoice")
    public record ToSubmit(
            @NotNull @JsonProperty(required = true) @Schema(required = true)
            UUID contractId,

            @NotBlank @Size(max = 100) @JsonProperty(required = true)
            @Schema(required = true, examples = "2018-11", description = "The partner's own number, used once")
            String number,

            @NotEmpty @Size(max = 500) @Valid @JsonProperty(required = true) @Schema(required = true)
            List<LineJson> lines) {}

    /** What a school says. */
    @Schema(name = "VerifyInvoice")
    public record ToVerify(
            @JsonProperty(required = true) @Schema(required = true, description = "Whether the services were delivered")
            boolean delivered,

            @Size(max = 1000) @Nullable String note) {}

    /** What it takes to pay. */
    @Schema(name = "PayInvoice")
    public record ToPay(
            @NotBlank @Size(max = 100) @JsonProperty(required = true)
            @Schema(required = true, examples = "EFT-118204", description = "The treasury's number of the payment")
            String reference) {}

    static InvoiceJson of(Invoice invoice, Sight sight) {
        var bill = invoice.bill();
        @Nullable Hand certified = invoice.certification();
        @Nullable Received received = switch (invoice) {
            case Received one -> one;
            case Paid one -> one.received();
            case Invoice.Submitted _, Invoice.Verified _, Invoice.Rejected _, Invoice.Certified _ -> null;
        };
        @Nullable Paid paid = invoice instanceof Paid one ? one : null;
        return new InvoiceJson(
                bill.id().value(),
                bill.contract().value(),
                bill.process().value(),
                bill.partner(),
                bill.number(),
                Invoice.word(invoice),
                MoneyJson.of(bill.amount()),
                bill.lines().stream()
                        .filter(line -> sight.covers(bill.partner(), line.school()))
                        .map(line -> new LineJson(
                                line.school().value(),
                                line.serviceFrom(),
                                line.serviceUntil(),
                                MoneyJson.of(line.amount()),
                                line.description()))
                        .toList(),
                invoice.verifications().stream()
                        .filter(one -> sight.covers(bill.partner(), one.school()))
                        .map(one -> new VerificationJson(one.school().value(), one.delivered(), one.note(), one.at()))
                        .toList(),
                bill.submittedAt(),
                certified == null ? null : certified.at(),
                received == null ? null : received.received().at(),
                paid == null ? null : paid.paid().at(),
                paid == null ? null : paid.reference());
    }
}
