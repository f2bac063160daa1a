package org.partnershipfund.procurement.adapter.db;

import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.PropertyAccessor;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.jsontype.NamedType;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.stream.Collectors;
import org.partnershipfund.procurement.contract.Amendment;
import org.partnershipfund.procurement.contract.Contract;
import org.partnershipfund.procurement.determination.Determination;
import org.partnershipfund.procurement.invoice.Invoice;
import org.partnershipfund.procurement.process.ContractingProcess;
import org.partnershipfund.procurement.process.Offer;
import org.partnershipfund.procurement.process.Solicitation;
import org.partnershipfund.procurement.tender.Invitation;
import org.partnershipfund.procurement.tender.Tender;

/**
 * Files as JSON: a process, a contract, an invoice or a tender is read and written whole, as the folder that it is in an office;
 * what is looked up, added up or constrained has a column of its own beside it.
 *
 * <p>The word under {@code is} says which state it is; it is stored, so it never changes.
 */
@Singleton
class Documents {

    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "is")
    private interface Tagged {}

    private final JsonMapper mapper = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .visibility(PropertyAccessor.GETTER, Visibility.NONE)
            .visibility(PropertyAccessor.IS_GETTER, Visibility.NONE)
            .visibility(PropertyAccessor.FIELD, Visibility.ANY)
            .addMixIn(ContractingProcess.class, Tagged.class)
            .addMixIn(Solicitation.class, Tagged.class)
            .addMixIn(Offer.class, Tagged.class)
            .addMixIn(Contract.class, Tagged.class)
            .addMixIn(Amendment.class, Tagged.class)
            .addMixIn(Invoice.class, Tagged.class)
            .addMixIn(Determination.class, Tagged.class)
            .addMixIn(Tender.class, Tagged.class)
            .addMixIn(Invitation.Subject.class, Tagged.class)
            .build();

    Documents() {
        mapper.registerSubtypes(
                new NamedType(ContractingProcess.Open.class, "open"),
                new NamedType(ContractingProcess.Solicited.class, "solicited"),
                new NamedType(ContractingProcess.Awarded.class, "awarded"),
                new NamedType(ContractingProcess.Cancelled.class, "cancelled"),
                new NamedType(Determination.Standing.class, "standing"),
                new NamedType(Determination.Revoked.class, "revoked"),
                new NamedType(Solicitation.QuotesAsked.class, "quotes"),
                new NamedType(Solicitation.NoticePosted.class, "sealed"),
                new NamedType(Offer.Quote.class, "quote"),
                new NamedType(Offer.Proposal.class, "proposal"),
                new NamedType(Contract.Draft.class, "draft"),
                new NamedType(Contract.Abandoned.class, "abandoned"),
                new NamedType(Contract.Executed.class, "executed"),
                new NamedType(Contract.Suspended.class, "suspended"),
                new NamedType(Contract.Completed.class, "completed"),
                new NamedType(Contract.Terminated.class, "terminated"),
                new NamedType(Amendment.Proposed.class, "proposed"),
                new NamedType(Amendment.Agreed.class, "agreed"),
                new NamedType(Amendment.Withdrawn.class, "withdrawn"),
                new NamedType(Invoice.Submitted.class, "submitted"),
                new NamedType(Invoice.Disputed.class, "disputed"),
                new NamedType(Invoice.Verified.class, "verified"),
                new NamedType(Invoice.Rejected.class, "rejected"),
                new NamedType(Invoice.Certified.class, "certified"),
                new NamedType(Invoice.Received.class, "received"),
                new NamedType(Invoice.PartlyPaid.class, "partly-paid"),
                new NamedType(Invoice.Paid.class, "paid"),
                new NamedType(Invoice.Credited.class, "credited"),
                new NamedType(Tender.Drafted.class, "drafted"),
                new NamedType(Tender.Published.class, "published"),
                new NamedType(Tender.Closed.class, "closed"),
                new NamedType(Tender.Opened.class, "opened"),
                new NamedType(Tender.Evaluated.class, "evaluated"),
                new NamedType(Tender.PricesOpened.class, "prices-opened"),
                new NamedType(Tender.Awarded.class, "awarded-tender"),
                new NamedType(Tender.Cancelled.class, "cancelled"),
                new NamedType(Invitation.ForProcess.class, "process"),
                new NamedType(Invitation.Framework.class, "framework"));
    }

    String write(Object file) {
        try {
            return mapper.writeValueAsString(file);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("cannot write " + file.getClass(), e);
        }
    }

    <T> T read(String json, Class<T> type) {
        try {
            return mapper.readValue(json, type);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("cannot read " + type, e);
        }
    }

    /** Ids or codes as PostgreSQL reads an array: nothing in them needs quoting. */
    static String array(Collection<?> values) {
        return values.stream().map(Object::toString).collect(Collectors.joining(",", "{", "}"));
    }
}
