package org.partnershipfund.contracts;

import static org.partnershipfund.contracts.Speaker.ALLOCATION;
import static org.partnershipfund.contracts.Speaker.APPROVAL;
import static org.partnershipfund.contracts.Speaker.PORTFOLIO;
import static org.partnershipfund.contracts.Speaker.PROCUREMENT;

import java.util.List;

/** Every event that any service says: the list behind AsyncAPI, {@code docs/events.md} and the contract tests. */
public final class Events {

    public static final EventType<PartnerRegisteredV1> PARTNER_REGISTERED = new EventType<>(
            PORTFOLIO,
            "PartnerRegistered",
            1,
            PartnerRegisteredV1.class,
            "partner id",
            "An organisation is registered; its members act for it.",
            List.of(APPROVAL, PROCUREMENT));

    public static final EventType<PartnerMembersChangedV1> PARTNER_MEMBERS_CHANGED = new EventType<>(
            PORTFOLIO,
            "PartnerMembersChanged",
            1,
            PartnerMembersChangedV1.class,
            "partner id",
            "Other people act for an organisation from now on.",
            List.of(PROCUREMENT));

    public static final EventType<ClearanceRecordedV1> CLEARANCE_RECORDED = new EventType<>(
            PORTFOLIO,
            "ClearanceRecorded",
            1,
            ClearanceRecordedV1.class,
            "partner id",
            "What the district found about an organisation, by status and last day only.",
            List.of(PROCUREMENT));

    public static final EventType<ProgramRegisteredV1> PROGRAM_REGISTERED = new EventType<>(
            PORTFOLIO,
            "ProgramRegistered",
            1,
            ProgramRegisteredV1.class,
            "program id",
            "A partner offers a program: what it serves, for whom, at what price.",
            List.of(APPROVAL, PROCUREMENT));

    public static final EventType<ProgramChangedV1> PROGRAM_CHANGED = new EventType<>(
            PORTFOLIO,
            "ProgramChanged",
            1,
            ProgramChangedV1.class,
            "program id",
            "A program, its capacity or its price sheet is another from now on.",
            List.of(APPROVAL, PROCUREMENT));

    public static final EventType<ApplicationSubmittedV1> APPLICATION_SUBMITTED = new EventType<>(
            PORTFOLIO,
            "ApplicationSubmitted",
            1,
            ApplicationSubmittedV1.class,
            "program id",
            "A program asks to be vetted in a cycle.",
            List.of());

    public static final EventType<ProgramVettedV1> PROGRAM_VETTED = new EventType<>(
            PORTFOLIO,
            "ProgramVetted",
            1,
            ProgramVettedV1.class,
            "program id",
            "A program is on the menu of the Opportunity Portfolio from one day to another; vetting, not procurement.",
            List.of(APPROVAL));

    public static final EventType<ProgramSuspendedV1> PROGRAM_SUSPENDED = new EventType<>(
            PORTFOLIO,
            "ProgramSuspended",
            1,
            ProgramSuspendedV1.class,
            "program id",
            "A vetted program is off the menu from a day on, until it is reinstated; no selection that chooses it goes on.",
            List.of(APPROVAL, PROCUREMENT));

    public static final EventType<ProgramReinstatedV1> PROGRAM_REINSTATED = new EventType<>(
            PORTFOLIO,
            "ProgramReinstated",
            1,
            ProgramReinstatedV1.class,
            "program id",
            "A suspended program is on the menu again from a day on, until the day that was decided when it was vetted.",
            List.of(APPROVAL, PROCUREMENT));

    public static final EventType<PartnershipRegisteredV1> PARTNERSHIP_REGISTERED = new EventType<>(
            PORTFOLIO,
            "PartnershipRegistered",
            1,
            PartnershipRegisteredV1.class,
            "partnership id",
            "A program is at a school in a fiscal year, whoever pays for it.",
            List.of());

    public static final EventType<CouncilSeatTakenV2> COUNCIL_SEAT_TAKEN = new EventType<>(
            APPROVAL,
            "CouncilSeatTaken",
            2,
            CouncilSeatTakenV2.class,
            "school code",
            "A person who is no pupil sits on a School Site Council from one day to another; said again when the end changes, or when the seat never comes to be.",
            List.of(PORTFOLIO, PROCUREMENT));

    public static final EventType<SupervisorAssignedV1> SUPERVISOR_ASSIGNED = new EventType<>(
            APPROVAL,
            "SupervisorAssigned",
            1,
            SupervisorAssignedV1.class,
            "school code",
            "An Instructional Superintendent answers for a school from one day to another; said again when the end changes.",
            List.of(PORTFOLIO, PROCUREMENT));

    public static final EventType<FundOpenedV1> FUND_OPENED = new EventType<>(
            ALLOCATION,
            "FundOpened",
            1,
            FundOpenedV1.class,
            "fund id",
            "A fund of one fiscal year exists, with its pool and the fixed parts of its budget lines.",
            List.of(APPROVAL, PROCUREMENT));

    public static final EventType<AllocationPublishedV1> ALLOCATION_PUBLISHED = new EventType<>(
            ALLOCATION,
            "AllocationPublished",
            1,
            AllocationPublishedV1.class,
            "school code",
            "A school learns what it is allocated; its restricted budget line is opened and the amount planned.",
            List.of(APPROVAL, PROCUREMENT));

    public static final EventType<RevisionProposedV1> REVISION_PROPOSED = new EventType<>(
            ALLOCATION,
            "RevisionProposed",
            1,
            RevisionProposedV1.class,
            "school code",
            "A school's allocation is to become smaller; the ledger is asked whether the money is still free.",
            List.of(PROCUREMENT));

    public static final EventType<RevisionAcceptedV1> REVISION_ACCEPTED = new EventType<>(
            PROCUREMENT,
            "RevisionAccepted",
            1,
            RevisionAcceptedV1.class,
            "school code",
            "The money was free and is taken off the school's line.",
            List.of(ALLOCATION));

    public static final EventType<RevisionRefusedV1> REVISION_REFUSED = new EventType<>(
            PROCUREMENT,
            "RevisionRefused",
            1,
            RevisionRefusedV1.class,
            "school code",
            "The money is committed already; the allocation stays as it is.",
            List.of(ALLOCATION));

    public static final EventType<AllocationRevisedV1> ALLOCATION_REVISED = new EventType<>(
            ALLOCATION,
            "AllocationRevised",
            1,
            AllocationRevisedV1.class,
            "school code",
            "A school's allocation is another from now on; more only out of what another school gave up.",
            List.of(APPROVAL, PROCUREMENT));

    public static final EventType<SelectionSubmittedV1> SELECTION_SUBMITTED = new EventType<>(
            APPROVAL,
            "SelectionSubmitted",
            1,
            SelectionSubmittedV1.class,
            "selection id",
            "A school leader submits the school's choice of partners for decision.",
            List.of());

    public static final EventType<SelectionReturnedV2> SELECTION_RETURNED = new EventType<>(
            APPROVAL,
            "SelectionReturned",
            2,
            SelectionReturnedV2.class,
            "selection id",
            "A selection goes back to its school; who decided so, not in which words: those stay with approval-service.",
            List.of(PORTFOLIO));

    public static final EventType<SelectionApprovedV1> SELECTION_APPROVED = new EventType<>(
            APPROVAL,
            "SelectionApproved",
            1,
            SelectionApprovedV1.class,
            "selection id",
            "Council, superintendent and budget office have agreed; the money may be reserved.",
            List.of(PROCUREMENT, PORTFOLIO));

    public static final EventType<SelectionWithdrawnV2> SELECTION_WITHDRAWN = new EventType<>(
            APPROVAL,
            "SelectionWithdrawn",
            2,
            SelectionWithdrawnV2.class,
            "selection id",
            "A school takes its selection back; what is reserved for it is released. Why stays with approval-service.",
            List.of(PROCUREMENT, PORTFOLIO));

    public static final EventType<FundsReservedV1> FUNDS_RESERVED = new EventType<>(
            PROCUREMENT,
            "FundsReserved",
            1,
            FundsReservedV1.class,
            "selection id",
            "The money of an approved selection is set aside on the school's line.",
            List.of(APPROVAL));

    public static final EventType<ReservationRefusedV1> RESERVATION_REFUSED = new EventType<>(
            PROCUREMENT,
            "ReservationRefused",
            1,
            ReservationRefusedV1.class,
            "selection id",
            "The money of an approved selection cannot be set aside; the selection goes back to its school.",
            List.of(APPROVAL));

    public static final EventType<FundAppropriatedV1> FUND_APPROPRIATED = new EventType<>(
            ALLOCATION,
            "FundAppropriated",
            1,
            FundAppropriatedV1.class,
            "fund id",
            "The adopted budget turns planned amounts into appropriated ones; encumbrance is lawful from now on.",
            List.of(PROCUREMENT));

    public static final EventType<ProcessOpenedV1> PROCESS_OPENED = new EventType<>(
            PROCUREMENT,
            "ProcessOpened",
            1,
            ProcessOpenedV1.class,
            "process id",
            "Central office begins to buy a program for all schools that chose it.",
            List.of());

    public static final EventType<ProcessCancelledV1> PROCESS_CANCELLED = new EventType<>(
            PROCUREMENT,
            "ProcessCancelled",
            1,
            ProcessCancelledV1.class,
            "process id",
            "A process ended without a contract; what the schools reserved waits for a new one.",
            List.of(APPROVAL));

    public static final EventType<AwardMadeV1> AWARD_MADE = new EventType<>(
            PROCUREMENT,
            "AwardMade",
            1,
            AwardMadeV1.class,
            "process id",
            "A process found the partner that it may lawfully contract.",
            List.of());

    public static final EventType<ProcurementOutcomeDiffersV1> PROCUREMENT_OUTCOME_DIFFERS = new EventType<>(
            PROCUREMENT,
            "ProcurementOutcomeDiffers",
            1,
            ProcurementOutcomeDiffersV1.class,
            "selection id",
            "A competition was won by another partner than the school chose; school, council and superintendent decide again.",
            List.of(APPROVAL));

    public static final EventType<SelectionContractedV1> SELECTION_CONTRACTED = new EventType<>(
            PROCUREMENT,
            "SelectionContracted",
            1,
            SelectionContractedV1.class,
            "selection id",
            "Lines of a selection go into a contract; they are neither withdrawn nor dropped without it.",
            List.of(APPROVAL));

    public static final EventType<ContractExecutedV1> CONTRACT_EXECUTED = new EventType<>(
            PROCUREMENT,
            "ContractExecuted",
            1,
            ContractExecutedV1.class,
            "process id",
            "A contract is signed, certified and encumbered; services may begin.",
            List.of(ALLOCATION, PORTFOLIO));

    public static final EventType<PurchaseOrderIssuedV1> PURCHASE_ORDER_ISSUED = new EventType<>(
            PROCUREMENT,
            "PurchaseOrderIssued",
            1,
            PurchaseOrderIssuedV1.class,
            "process id",
            "A requisition and a purchase order have their number, given to partner and schools before services begin.",
            List.of(APPROVAL, PORTFOLIO));

    public static final EventType<ContractAmendedV1> CONTRACT_AMENDED = new EventType<>(
            PROCUREMENT,
            "ContractAmended",
            1,
            ContractAmendedV1.class,
            "process id",
            "Both sides agreed to other amounts, or another last day, of a contract that binds.",
            List.of(ALLOCATION, PORTFOLIO));

    public static final EventType<ContractTerminatedV1> CONTRACT_TERMINATED = new EventType<>(
            PROCUREMENT,
            "ContractTerminated",
            1,
            ContractTerminatedV1.class,
            "process id",
            "A contract ended before its time, or was given up as a draft; its schools are free to select again.",
            List.of(ALLOCATION, APPROVAL, PORTFOLIO));

    public static final EventType<ContractCompletedV1> CONTRACT_COMPLETED = new EventType<>(
            PROCUREMENT,
            "ContractCompleted",
            1,
            ContractCompletedV1.class,
            "process id",
            "A contract was delivered and paid; what nobody claimed is released.",
            List.of(ALLOCATION, PORTFOLIO, APPROVAL));

    public static final EventType<InvoicePaidV1> INVOICE_PAID = new EventType<>(
            PROCUREMENT,
            "InvoicePaid",
            1,
            InvoicePaidV1.class,
            "process id",
            "Verified by the school, certified by the officer, received by the auditor, paid.",
            List.of(ALLOCATION, PORTFOLIO));

    public static final EventType<InvoicePaymentMadeV1> INVOICE_PAYMENT_MADE = new EventType<>(
            PROCUREMENT,
            "InvoicePaymentMade",
            1,
            InvoicePaymentMadeV1.class,
            "process id",
            "The city paid all or part of an invoice; so much has left the schools' lines.",
            List.of(ALLOCATION, PORTFOLIO));

    public static final EventType<InvoiceCreditedV1> INVOICE_CREDITED = new EventType<>(
            PROCUREMENT,
            "InvoiceCredited",
            1,
            InvoiceCreditedV1.class,
            "process id",
            "A partner's credit note: what was not paid yet is not asked for any more, what was paid is back on the line.",
            List.of(ALLOCATION, PORTFOLIO));

    public static final EventType<FundClosedV1> FUND_CLOSED = new EventType<>(
            ALLOCATION,
            "FundClosed",
            1,
            FundClosedV1.class,
            "fund id",
            "The fund's year is over; what no contract claims lapses.",
            List.of(APPROVAL, PROCUREMENT));

    public static final EventType<AuditCheckpointV1> ALLOCATION_CHECKPOINT = checkpoint(ALLOCATION);

    public static final EventType<AuditCheckpointV1> PORTFOLIO_CHECKPOINT = checkpoint(PORTFOLIO);

    public static final EventType<AuditCheckpointV1> APPROVAL_CHECKPOINT = checkpoint(APPROVAL);

    public static final EventType<AuditCheckpointV1> PROCUREMENT_CHECKPOINT = checkpoint(PROCUREMENT);

    /** All of them, in the order of the fund's year. */
    public static final List<EventType<?>> ALL = List.of(
            PARTNER_REGISTERED,
            PARTNER_MEMBERS_CHANGED,
            CLEARANCE_RECORDED,
            PROGRAM_REGISTERED,
            PROGRAM_CHANGED,
            APPLICATION_SUBMITTED,
            PROGRAM_VETTED,
            PROGRAM_SUSPENDED,
            PROGRAM_REINSTATED,
            PARTNERSHIP_REGISTERED,
            COUNCIL_SEAT_TAKEN,
            SUPERVISOR_ASSIGNED,
            FUND_OPENED,
            ALLOCATION_PUBLISHED,
            REVISION_PROPOSED,
            REVISION_ACCEPTED,
            REVISION_REFUSED,
            ALLOCATION_REVISED,
            SELECTION_SUBMITTED,
            SELECTION_RETURNED,
            SELECTION_APPROVED,
            SELECTION_WITHDRAWN,
            FUNDS_RESERVED,
            RESERVATION_REFUSED,
            FUND_APPROPRIATED,
            PROCESS_OPENED,
            PROCESS_CANCELLED,
            AWARD_MADE,
            PROCUREMENT_OUTCOME_DIFFERS,
            SELECTION_CONTRACTED,
            CONTRACT_EXECUTED,
            PURCHASE_ORDER_ISSUED,
            CONTRACT_AMENDED,
            CONTRACT_TERMINATED,
            CONTRACT_COMPLETED,
            INVOICE_PAYMENT_MADE,
            INVOICE_PAID,
            INVOICE_CREDITED,
            FUND_CLOSED,
            ALLOCATION_CHECKPOINT,
            PORTFOLIO_CHECKPOINT,
            APPROVAL_CHECKPOINT,
            PROCUREMENT_CHECKPOINT);

    private Events() {}

    /** Where a service's chain stands, which each of them says. */
    public static EventType<AuditCheckpointV1> checkpoint(Speaker speaker) {
        return new EventType<>(
                speaker,
                "AuditCheckpoint",
                1,
                AuditCheckpointV1.class,
                "the service's word",
                "How far the chain over the service's two logs had come, and its hash; for whoever notes it elsewhere.",
                List.of());
    }
}
