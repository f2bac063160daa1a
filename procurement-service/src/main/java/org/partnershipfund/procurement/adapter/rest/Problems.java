package org.partnershipfund.procurement.adapter.rest;

import jakarta.enterprise.context.ApplicationScoped;
import org.jspecify.annotations.Nullable;
import org.partnershipfund.foundation.problem.ProblemTable;
import org.partnershipfund.kernel.Refusal;
import org.partnershipfund.procurement.contract.ContractRefusal;
import org.partnershipfund.procurement.contract.ContractRefusal.AmendmentPending;
import org.partnershipfund.procurement.contract.ContractRefusal.AttestationMissing;
import org.partnershipfund.procurement.contract.ContractRefusal.ContractEnded;
import org.partnershipfund.procurement.contract.ContractRefusal.ContractExists;
import org.partnershipfund.procurement.contract.ContractRefusal.EndNotPossible;
import org.partnershipfund.procurement.contract.ContractRefusal.ExecutedAlready;
import org.partnershipfund.procurement.contract.ContractRefusal.IncreaseNotReserved;
import org.partnershipfund.procurement.contract.ContractRefusal.IncreaseTooLarge;
import org.partnershipfund.procurement.contract.ContractRefusal.NoSuchAmendment;
import org.partnershipfund.procurement.contract.ContractRefusal.NoSuchContract;
import org.partnershipfund.procurement.contract.ContractRefusal.NoSuchShare;
import org.partnershipfund.procurement.contract.ContractRefusal.NotASignatory;
import org.partnershipfund.procurement.contract.ContractRefusal.NotComplete;
import org.partnershipfund.procurement.contract.ContractRefusal.NotCompleteYet;
import org.partnershipfund.procurement.contract.ContractRefusal.NothingToAmend;
import org.partnershipfund.procurement.contract.ContractRefusal.NothingToSettle;
import org.partnershipfund.procurement.contract.ContractRefusal.PapersNotValid;
import org.partnershipfund.procurement.contract.ContractRefusal.ProcessNotReady;
import org.partnershipfund.procurement.contract.ContractRefusal.SamePerson;
import org.partnershipfund.procurement.contract.ContractRefusal.ServiceWhileSuspended;
import org.partnershipfund.procurement.contract.ContractRefusal.ShareIsOwed;
import org.partnershipfund.procurement.contract.ContractRefusal.SignedOtherTerms;
import org.partnershipfund.procurement.contract.ContractRefusal.StateNotNow;
import org.partnershipfund.procurement.contract.ContractRefusal.StepNotDemanded;
import org.partnershipfund.procurement.contract.ContractRefusal.StepTakenAlready;
import org.partnershipfund.procurement.contract.ContractRefusal.StepTooEarly;
import org.partnershipfund.procurement.contract.ContractRefusal.TermNotPossible;
import org.partnershipfund.procurement.contract.ContractRefusal.UnitPriceMissing;
import org.partnershipfund.procurement.contract.ContractRefusal.UnitPriceNotOfTheAward;
import org.partnershipfund.procurement.contract.ContractRefusal.UnitPriceRises;
import org.partnershipfund.procurement.determination.DeterminationRefusal;
import org.partnershipfund.procurement.determination.DeterminationRefusal.ConditionsOpen;
import org.partnershipfund.procurement.determination.DeterminationRefusal.DeterminationExceeded;
import org.partnershipfund.procurement.determination.DeterminationRefusal.DeterminationInUse;
import org.partnershipfund.procurement.determination.DeterminationRefusal.DeterminationOfAnother;
import org.partnershipfund.procurement.determination.DeterminationRefusal.DeterminationRevoked;
import org.partnershipfund.procurement.determination.DeterminationRefusal.NoSuchDetermination;
import org.partnershipfund.procurement.determination.DeterminationRefusal.NotDeterminedYet;
import org.partnershipfund.procurement.disclosure.DisclosureRefusal;
import org.partnershipfund.procurement.disclosure.DisclosureRefusal.NoSuchRecord;
import org.partnershipfund.procurement.disclosure.DisclosureRefusal.NoSuchRelease;
import org.partnershipfund.procurement.invoice.InvoiceRefusal;
import org.partnershipfund.procurement.invoice.InvoiceRefusal.ContractNotExecuted;
import org.partnershipfund.procurement.invoice.InvoiceRefusal.CreditExceedsLine;
import org.partnershipfund.procurement.invoice.InvoiceRefusal.CreditNumberUsed;
import org.partnershipfund.procurement.invoice.InvoiceRefusal.DoesNotMultiply;
import org.partnershipfund.procurement.invoice.InvoiceRefusal.LineExceeded;
import org.partnershipfund.procurement.invoice.InvoiceRefusal.LineNamedTwice;
import org.partnershipfund.procurement.invoice.InvoiceRefusal.LineTwice;
import org.partnershipfund.procurement.invoice.InvoiceRefusal.NoSuchInvoice;
import org.partnershipfund.procurement.invoice.InvoiceRefusal.NotInDispute;
import org.partnershipfund.procurement.invoice.InvoiceRefusal.NotOnContract;
import org.partnershipfund.procurement.invoice.InvoiceRefusal.NothingInvoiced;
import org.partnershipfund.procurement.invoice.InvoiceRefusal.NothingToContinue;
import org.partnershipfund.procurement.invoice.InvoiceRefusal.NumberUsed;
import org.partnershipfund.procurement.invoice.InvoiceRefusal.OverEncumbrance;
import org.partnershipfund.procurement.invoice.InvoiceRefusal.PaymentDayNotPossible;
import org.partnershipfund.procurement.invoice.InvoiceRefusal.PeriodInvoicedBefore;
import org.partnershipfund.procurement.invoice.InvoiceRefusal.ReferenceUsed;
import org.partnershipfund.procurement.invoice.InvoiceRefusal.SeparationOfDuties;
import org.partnershipfund.procurement.invoice.InvoiceRefusal.ServiceBeforeExecution;
import org.partnershipfund.procurement.invoice.InvoiceRefusal.ServiceDatesNotPossible;
import org.partnershipfund.procurement.invoice.InvoiceRefusal.StepNotNow;
import org.partnershipfund.procurement.ledger.LedgerRefusal;
import org.partnershipfund.procurement.ledger.LedgerRefusal.AdoptedDifferently;
import org.partnershipfund.procurement.ledger.LedgerRefusal.AlreadyVoted;
import org.partnershipfund.procurement.ledger.LedgerRefusal.ChartedDifferently;
import org.partnershipfund.procurement.ledger.LedgerRefusal.CommitmentElsewhere;
import org.partnershipfund.procurement.ledger.LedgerRefusal.CommitmentExceeded;
import org.partnershipfund.procurement.ledger.LedgerRefusal.CommitmentOfAnotherLine;
import org.partnershipfund.procurement.ledger.LedgerRefusal.FundNotKnown;
import org.partnershipfund.procurement.ledger.LedgerRefusal.FundToldDifferently;
import org.partnershipfund.procurement.ledger.LedgerRefusal.LineNotOpen;
import org.partnershipfund.procurement.ledger.LedgerRefusal.NoSuchLine;
import org.partnershipfund.procurement.ledger.LedgerRefusal.NotAppropriated;
import org.partnershipfund.procurement.ledger.LedgerRefusal.NotEnoughAvailable;
import org.partnershipfund.procurement.ledger.LedgerRefusal.NothingToMove;
import org.partnershipfund.procurement.ledger.LedgerRefusal.PlannedDifferently;
import org.partnershipfund.procurement.ledger.LedgerRefusal.PoolExceeded;
import org.partnershipfund.procurement.ledger.LedgerRefusal.RevisionNotAsked;
import org.partnershipfund.procurement.ledger.LedgerRefusal.RevisionUnderway;
import org.partnershipfund.procurement.ledger.LedgerRefusal.SchoolNamedTwice;
import org.partnershipfund.procurement.ledger.LedgerRefusal.VoteDoesNotAddUp;
import org.partnershipfund.procurement.ledger.LedgerRefusal.WrongYear;
import org.partnershipfund.procurement.ledger.LedgerRefusal.YearNotClosed;
import org.partnershipfund.procurement.process.ProcessRefusal;
import org.partnershipfund.procurement.process.ProcessRefusal.AlreadyOffered;
import org.partnershipfund.procurement.process.ProcessRefusal.AwardOutsideReservations;
import org.partnershipfund.procurement.process.ProcessRefusal.AwardToNotResponsible;
import org.partnershipfund.procurement.process.ProcessRefusal.BeforeCutOff;
import org.partnershipfund.procurement.process.ProcessRefusal.CancelledAlready;
import org.partnershipfund.procurement.process.ProcessRefusal.DateNotPossible;
import org.partnershipfund.procurement.process.ProcessRefusal.MethodOutgrown;
import org.partnershipfund.procurement.process.ProcessRefusal.NameNotUnique;
import org.partnershipfund.procurement.process.ProcessRefusal.NoOffersNow;
import org.partnershipfund.procurement.process.ProcessRefusal.NoSolicitationNow;
import org.partnershipfund.procurement.process.ProcessRefusal.NoSuchOffer;
import org.partnershipfund.procurement.process.ProcessRefusal.NoSuchProcess;
import org.partnershipfund.procurement.process.ProcessRefusal.NotAsked;
import org.partnershipfund.procurement.process.ProcessRefusal.NotAwardableNow;
import org.partnershipfund.procurement.process.ProcessRefusal.NotTheLowest;
import org.partnershipfund.procurement.process.ProcessRefusal.NothingToBuy;
import org.partnershipfund.procurement.process.ProcessRefusal.NoticeTooShort;
import org.partnershipfund.procurement.process.ProcessRefusal.PlacesMissing;
import org.partnershipfund.procurement.process.ProcessRefusal.ProgramNotKnown;
import org.partnershipfund.procurement.process.ProcessRefusal.ReferenceMissing;
import org.partnershipfund.procurement.process.ProcessRefusal.SoleSourceOverCap;
import org.partnershipfund.procurement.process.ProcessRefusal.SolicitationDoesNotFit;
import org.partnershipfund.procurement.process.ProcessRefusal.Splitting;
import org.partnershipfund.procurement.process.ProcessRefusal.TermTooLong;
import org.partnershipfund.procurement.process.ProcessRefusal.TooFewAsked;
import org.partnershipfund.procurement.process.ProcessRefusal.TooFewQuotes;
import org.partnershipfund.procurement.process.ProcessRefusal.TooLateToJoin;
import org.partnershipfund.procurement.process.ProcessRefusal.UnacceptableProposal;
import org.partnershipfund.procurement.process.ProcessRefusal.UnderContract;
import org.partnershipfund.procurement.process.ProcessRefusal.WhileSuspended;
import org.partnershipfund.procurement.reconciliation.ReconciliationRefusal;
import org.partnershipfund.procurement.reconciliation.ReconciliationRefusal.NoSuchItem;
import org.partnershipfund.procurement.reconciliation.ReconciliationRefusal.NoSuchReconciliation;
import org.partnershipfund.procurement.reconciliation.ReconciliationRefusal.NothingToResolve;
import org.partnershipfund.procurement.reservation.ReservationRefusal;
import org.partnershipfund.procurement.reservation.ReservationRefusal.AwardCostsMore;
import org.partnershipfund.procurement.reservation.ReservationRefusal.ContractIsCompleted;
import org.partnershipfund.procurement.reservation.ReservationRefusal.LineUnderContract;
import org.partnershipfund.procurement.reservation.ReservationRefusal.LinesAmbiguous;
import org.partnershipfund.procurement.rules.RuleRefusal;
import org.partnershipfund.procurement.rules.RuleRefusal.NoSuchGround;
import org.partnershipfund.procurement.rules.RuleRefusal.RulesNotKnown;
import org.partnershipfund.procurement.rules.RuleRefusal.ValueNotPositive;
import org.partnershipfund.procurement.tender.TenderRefusal;
import org.partnershipfund.procurement.tender.TenderRefusal.AnsweredAlready;
import org.partnershipfund.procurement.tender.TenderRefusal.AwardDoesNotCover;
import org.partnershipfund.procurement.tender.TenderRefusal.BelongsToBidder;
import org.partnershipfund.procurement.tender.TenderRefusal.BidNotAwardable;
import org.partnershipfund.procurement.tender.TenderRefusal.BidTooLate;
import org.partnershipfund.procurement.tender.TenderRefusal.BidderNotKnown;
import org.partnershipfund.procurement.tender.TenderRefusal.CertificatesMissing;
import org.partnershipfund.procurement.tender.TenderRefusal.ConsensusOutside;
import org.partnershipfund.procurement.tender.TenderRefusal.EnvelopeUnusable;
import org.partnershipfund.procurement.tender.TenderRefusal.FrameworkExceeded;
import org.partnershipfund.procurement.tender.TenderRefusal.KeyUnusable;
import org.partnershipfund.procurement.tender.TenderRefusal.KeysMissing;
import org.partnershipfund.procurement.tender.TenderRefusal.MarksIncomplete;
import org.partnershipfund.procurement.tender.TenderRefusal.NoBidOfYours;
import org.partnershipfund.procurement.tender.TenderRefusal.NoSuchBid;
import org.partnershipfund.procurement.tender.TenderRefusal.NoSuchFrameworkAward;
import org.partnershipfund.procurement.tender.TenderRefusal.NoSuchQuestion;
import org.partnershipfund.procurement.tender.TenderRefusal.NoSuchTender;
import org.partnershipfund.procurement.tender.TenderRefusal.NotNow;
import org.partnershipfund.procurement.tender.TenderRefusal.NotTheBestBid;
import org.partnershipfund.procurement.tender.TenderRefusal.OfficerTwice;
import org.partnershipfund.procurement.tender.TenderRefusal.ProcessNotTenderable;
import org.partnershipfund.procurement.tender.TenderRefusal.QuestionTooLate;
import org.partnershipfund.procurement.tender.TenderRefusal.ReasonForProposalsMissing;
import org.partnershipfund.procurement.tender.TenderRefusal.ShareWrong;
import org.partnershipfund.procurement.tender.TenderRefusal.TermsIncomplete;
import org.partnershipfund.procurement.tender.TenderRefusal.TooFewEvaluators;
import org.partnershipfund.procurement.tender.TenderRefusal.TooManyAwards;
import org.partnershipfund.procurement.tender.TenderRefusal.TooManyReplacements;
import org.partnershipfund.procurement.tender.TenderRefusal.UnitsNotAwarded;
import org.partnershipfund.procurement.tender.TenderRefusal.WitnessesMissing;

/** The one table from our refusals to HTTP. */
@ApplicationScoped
class Problems implements ProblemTable {

    @Override
    public Row row(Refusal refusal) {
        return switch (refusal) {
            case LedgerRefusal why -> row(why);
            case RuleRefusal why -> row(why);
            case ReservationRefusal why -> row(why);
            case ProcessRefusal why -> row(why);
            case ContractRefusal why -> row(why);
            case InvoiceRefusal why -> row(why);
            case DisclosureRefusal why -> row(why);
            case DeterminationRefusal why -> row(why);
            case TenderRefusal why -> row(why);
            case ReconciliationRefusal why -> row(why);
            default -> throw new IllegalArgumentException("not a refusal of this service: " + refusal.getClass());
        };
    }

    @Override
    public @Nullable Object evidence(Refusal refusal) {
        return refusal instanceof Splitting split ? SplittingJson.of(split) : null;
    }

    private static Row row(LedgerRefusal refusal) {
        return switch (refusal) {
            case NoSuchLine _ -> new Row("no-such-budget-line", "No such budget line", ABSENT);
            case YearNotClosed _ -> new Row("year-not-closed", "The year is not closed", ABSENT);
            case FundNotKnown _ -> new Row("fund-not-known-to-ledger", "The ledger does not know the fund", ABSENT);
            case LineNotOpen _ -> new Row("budget-line-not-open", "The school has no open budget line", STATE);
            case FundToldDifferently _ -> new Row("fund-told-differently", "The fund is known otherwise", STATE);
            case PlannedDifferently _ -> new Row("planned-differently", "The line was planned otherwise", STATE);
            case ChartedDifferently _ -> new Row("charted-differently", "The line is charted otherwise", STATE);
            case WrongYear _ -> new Row("money-crosses-fiscal-years", "Money never crosses fiscal years", RULE);
            case PoolExceeded _ -> new Row("pool-exceeded", "The lines would exceed the pool", RULE);
            case AdoptedDifferently _ -> new Row("adopted-differently", "Adopted is not what was planned", RULE);
            case VoteDoesNotAddUp _ -> new Row("vote-does-not-add-up", "The vote is not the sum of its lines", RULE);
            case SchoolNamedTwice _ -> new Row("school-named-twice", "A school is named twice", RULE);
            case NothingToMove _ -> new Row("nothing-to-move", "At least one cent must move", RULE);
            case NotEnoughAvailable _ -> new Row("not-enough-available", "Not enough is available", RULE);
            case NotAppropriated _ -> new Row("not-appropriated", "Not enough is appropriated", STATE);
            case CommitmentExceeded _ -> new Row("commitment-exceeded", "The commitment holds less", RULE);
            case CommitmentOfAnotherLine _ ->
                new Row("commitment-of-another-line", "The commitment is of another line", RULE);
            case AlreadyVoted _ -> new Row("line-already-voted", "The line is appropriated already", STATE);
            case RevisionUnderway _ -> new Row("revision-underway", "A revision is still on its way", STATE);
            case RevisionNotAsked _ ->
                new Row("revision-not-asked", "The ledger was not asked for that decrease", STATE);
            case CommitmentElsewhere _ -> new Row("commitment-elsewhere", "The commitment is at another step", STATE);
        };
    }

    private static Row row(DeterminationRefusal refusal) {
        return switch (refusal) {
            case NoSuchDetermination _ -> new Row("no-such-determination", "No such written determination", ABSENT);
            case NotDeterminedYet _ -> new Row("not-determined-yet", "The determination is dated in the future", RULE);
            case ConditionsOpen _ -> new Row("conditions-open", "Conditions of the ground are not answered", RULE);
            case DeterminationOfAnother _ ->
                new Row("determination-of-another", "The determination is for another purchase", RULE);
            case DeterminationExceeded _ ->
                new Row("determination-exceeded", "The purchase is larger than the determination", RULE);
            case DeterminationRevoked _ -> new Row("determination-revoked", "The determination is revoked", STATE);
            case DeterminationInUse _ -> new Row("determination-in-use", "A process rests on the determination", STATE);
        };
    }

    private static Row row(RuleRefusal refusal) {
        return switch (refusal) {
            case RulesNotKnown _ -> new Row("rules-not-known", "No rule is recorded for that day", RULE);
            case NoSuchGround _ -> new Row("no-such-ground", "The rules know no such ground", RULE);
            case ValueNotPositive _ -> new Row("value-not-positive", "A purchase has a value above zero", RULE);
        };
    }

    private static Row row(ReservationRefusal refusal) {
        return switch (refusal) {
            case LineUnderContract _ -> new Row("line-under-contract", "The line is under contract", STATE);
            case ContractIsCompleted _ ->
                new Row("contract-takes-nothing-more", "The contract takes nothing more", STATE);
            case AwardCostsMore _ -> new Row("award-costs-more", "The awarded price is higher than the line", RULE);
            case LinesAmbiguous _ -> new Row("lines-ambiguous", "It is not clear which process buys which line", RULE);
        };
    }

    private static Row row(ProcessRefusal refusal) {
        return switch (refusal) {
            case NoSuchProcess _ -> new Row("no-such-process", "No such contracting process", ABSENT);
            case WhileSuspended _ -> new Row("while-suspended", "The program is suspended", STATE);
            case CancelledAlready _ -> new Row("process-cancelled", "The process was cancelled already", STATE);
            case UnderContract _ -> new Row("process-under-contract", "The process has a contract", STATE);
            case TooLateToJoin _ -> new Row("too-late-to-join", "What comes late is bought another way", STATE);
            case BeforeCutOff _ -> new Row("before-cut-off", "The fund's day of asking has not come", RULE);
            case NothingToBuy _ -> new Row("nothing-to-buy", "Nothing waits to be bought", STATE);
            case ReferenceMissing _ -> new Row("route-reference-missing", "The route names nothing it rests on", RULE);
            case TermTooLong _ -> new Row("term-too-long", "The term is longer than the law allows", RULE);
            case SoleSourceOverCap _ -> new Row("sole-source-over-cap", "Too much for a sole source", RULE);
            case Splitting _ -> new Row("purchase-is-split", "The purchase would be split", RULE);
            case NoSolicitationNow _ -> new Row("no-solicitation-now", "No offers can be asked for now", STATE);
            case SolicitationDoesNotFit _ ->
                new Row("solicitation-does-not-fit", "The value demands another method", RULE);
            case TooFewAsked _ -> new Row("too-few-asked", "Too few were asked", RULE);
            case PlacesMissing _ -> new Row("notice-places-missing", "The notice does not stand everywhere", RULE);
            case NoticeTooShort _ -> new Row("opening-too-soon", "The opening follows too soon", RULE);
            case DateNotPossible _ -> new Row("date-not-possible", "The day is not possible", RULE);
            case ProgramNotKnown _ -> new Row("program-not-known", "Procurement has not heard of the program", STATE);
            case NotAsked _ -> new Row("not-asked", "They were not asked", RULE);
            case NameNotUnique _ -> new Row("name-not-unique", "More than one is called so", RULE);
            case AlreadyOffered _ -> new Row("already-offered", "They answered already", STATE);
            case NoOffersNow _ -> new Row("no-offers-now", "No such offer is recorded now", STATE);
            case NotAwardableNow _ -> new Row("not-awardable-now", "It cannot be awarded now", STATE);
            case TooFewQuotes _ -> new Row("too-few-quotes", "Too few quotes are on file", RULE);
            case NoSuchOffer _ -> new Row("no-such-offer", "There is no such offer", RULE);
            case NotTheLowest _ -> new Row("not-the-lowest", "It is not the lowest quote", RULE);
            case AwardToNotResponsible _ ->
                new Row("award-to-not-responsible", "Who is not responsible cannot be awarded", RULE);
            case MethodOutgrown _ -> new Row("method-outgrown", "The purchase has outgrown its method", RULE);
            case UnacceptableProposal _ -> new Row("proposal-unacceptable", "The proposal is rated unacceptable", RULE);
            case AwardOutsideReservations _ ->
                new Row("award-outside-reservations", "The price is not within what is reserved", RULE);
        };
    }

    private static Row row(ContractRefusal refusal) {
        return switch (refusal) {
            case NoSuchContract _ -> new Row("no-such-contract", "No such contract", ABSENT);
            case ProcessNotReady _ -> new Row("process-not-ready", "The process is not ready for a contract", STATE);
            case ContractExists _ -> new Row("contract-exists", "The process has a contract", STATE);
            case TermNotPossible _ ->
                new Row("contract-term-not-possible", "The days of the contract are not possible", RULE);
            case StepNotDemanded _ -> new Row("step-not-demanded", "The contract does not demand that step", STATE);
            case StepTakenAlready _ -> new Row("step-taken-already", "The step is taken already", STATE);
            case StepTooEarly _ -> new Row("step-too-early", "Other steps come first", STATE);
            case SamePerson _ -> new Row("same-person", "One person may not take two steps", RULE);
            case AttestationMissing _ -> new Row("attestation-missing", "The partner must attest", RULE);
            case ExecutedAlready _ -> new Row("contract-executed-already", "The contract binds already", STATE);
            case NotASignatory _ -> new Row("not-a-signatory", "The rules name others for this step", RULE);
            case NotComplete _ -> new Row("contract-not-complete", "Steps are missing", STATE);
            case SignedOtherTerms _ -> new Row("signed-other-terms", "Other terms were signed", STATE);
            case ContractEnded _ -> new Row("contract-ended", "The contract has ended", STATE);
            case StateNotNow _ -> new Row("contract-state-not-now", "The contract's state does not allow it", STATE);
            case NotCompleteYet _ -> new Row("contract-not-complete-yet", "Something is still to come", STATE);
            case NothingToSettle _ -> new Row("nothing-to-settle", "Everything is asked for", STATE);
            case ServiceWhileSuspended _ -> new Row("service-while-suspended", "Services rested on those days", RULE);
            case AmendmentPending _ -> new Row("amendment-pending", "Another amendment waits", STATE);
            case NoSuchAmendment _ -> new Row("no-such-amendment", "No such amendment waits", ABSENT);
            case NoSuchShare _ -> new Row("no-such-share", "The contract has no such share", RULE);
            case NothingToAmend _ -> new Row("nothing-to-amend", "The amendment changes nothing", RULE);
            case EndNotPossible _ -> new Row("contract-end-not-possible", "The last day is not possible", RULE);
            case UnitPriceMissing _ -> new Row("unit-price-missing", "An increase says what a unit costs", RULE);
            case UnitPriceRises _ -> new Row("unit-price-rises", "The unit price would rise", RULE);
            case UnitPriceNotOfTheAward _ ->
                new Row("unit-price-not-of-the-award", "The unit price is not the award's", RULE);
            case IncreaseTooLarge _ -> new Row("increase-too-large", "The contract would grow too much", RULE);
            case IncreaseNotReserved _ ->
                new Row("increase-not-reserved", "The school has not set that much aside", STATE);
            case ShareIsOwed _ -> new Row("share-is-owed", "The share is owed already", RULE);
            case PapersNotValid _ -> new Row("contract-papers-not-valid", "The contract's papers do not count", STATE);
        };
    }

    private static Row row(InvoiceRefusal refusal) {
        return switch (refusal) {
            case NoSuchInvoice _ -> new Row("no-such-invoice", "No such invoice", ABSENT);
            case ContractNotExecuted _ -> new Row("contract-not-executed", "The contract does not bind yet", STATE);
            case NumberUsed _ -> new Row("invoice-number-used", "The invoice number was used", STATE);
            case NothingInvoiced _ -> new Row("nothing-invoiced", "A line asks for nothing", RULE);
            case ServiceBeforeExecution _ ->
                new Row("service-before-execution", "The service precedes the contract", RULE);
            case ServiceDatesNotPossible _ ->
                new Row("service-dates-not-possible", "The days of the service are not possible", RULE);
            case NotOnContract _ -> new Row("school-not-on-contract", "The school has no part in it", RULE);
            case OverEncumbrance _ ->
                new Row("invoice-exceeds-encumbrance", "The invoice asks for more than is owed", RULE);
            case StepNotNow _ -> new Row("invoice-step-not-now", "Another step is due", STATE);
            case InvoiceRefusal.NoSuchLine _ -> new Row("no-such-invoice-line", "No such line of the invoice", ABSENT);
            case DoesNotMultiply _ -> new Row("does-not-multiply", "Quantity times price is another amount", RULE);
            case LineTwice _ -> new Row("invoice-line-twice", "The same line stands there twice", RULE);
            case PeriodInvoicedBefore _ -> new Row("period-invoiced-before", "Those days were invoiced before", STATE);
            case NothingToContinue _ -> new Row("nothing-to-continue", "The line continues nothing", RULE);
            case LineNamedTwice _ -> new Row("invoice-line-named-twice", "One line, two words about it", RULE);
            case LineExceeded _ -> new Row("invoice-line-exceeded", "The line has less than that", RULE);
            case NotInDispute _ -> new Row("line-not-in-dispute", "Nobody disputes the line", STATE);
            case ReferenceUsed _ -> new Row("payment-reference-used", "The payment reference was used", STATE);
            case PaymentDayNotPossible _ ->
                new Row("payment-day-not-possible", "The day of the payment is not possible", RULE);
            case CreditNumberUsed _ ->
                new Row("credit-note-number-used", "The number of the credit note was used", STATE);
            case CreditExceedsLine _ ->
                new Row("credit-exceeds-line", "The credit note is for more than the line", RULE);
            case SeparationOfDuties _ -> new Row("separation-of-duties", "One person may not take two steps", RULE);
        };
    }

    private static Row row(DisclosureRefusal refusal) {
        return switch (refusal) {
            case NoSuchRelease _ -> new Row("no-such-release", "No such release", ABSENT);
            case NoSuchRecord _ -> new Row("no-such-record", "Nothing is published under that ocid", ABSENT);
        };
    }

    private static Row row(TenderRefusal refusal) {
        return switch (refusal) {
            case NoSuchTender _ -> new Row("no-such-tender", "No such tender", ABSENT);
            case NoSuchBid _ -> new Row("no-such-bid", "No such bid", ABSENT);
            case NoSuchQuestion _ -> new Row("no-such-question", "No such question", ABSENT);
            case NotNow _ -> new Row("tender-not-now", "The tender does not allow that now", STATE);
            case ReasonForProposalsMissing _ ->
                new Row("reason-for-proposals-missing", "The reason for proposals is missing", RULE);
            case TermsIncomplete _ -> new Row("tender-terms-incomplete", "The invitation is not complete", RULE);
            case TenderRefusal.TermNotPossible _ ->
                new Row("framework-term-not-possible", "The framework's term is not possible", RULE);
            case ProcessNotTenderable _ -> new Row("process-not-tenderable", "The process cannot be tendered", STATE);
            case KeyUnusable _ -> new Row("tender-key-unusable", "The key cannot be used", RULE);
            case KeysMissing _ -> new Row("tender-keys-missing", "Officers' keys are missing", STATE);
            case BidTooLate _ -> new Row("bid-too-late", "The deadline is over", STATE);
            case TooManyReplacements _ -> new Row("too-many-replacements", "The bid was replaced too often", STATE);
            case QuestionTooLate _ -> new Row("question-too-late", "Questions are not taken any more", STATE);
            case AnsweredAlready _ -> new Row("question-answered-already", "The question is answered", STATE);
            case EnvelopeUnusable _ -> new Row("envelope-unusable", "The envelope is not sealed as asked", RULE);
            case CertificatesMissing _ -> new Row("certificates-missing", "A certificate is missing", RULE);
            case BidderNotKnown _ -> new Row("bidder-not-known", "The bidder is not known", STATE);
            case NoBidOfYours _ -> new Row("no-bid-of-yours", "You have no bid in it", ABSENT);
            case ShareWrong _ -> new Row("share-wrong", "The shares do not fit the envelopes", RULE);
            case OfficerTwice _ -> new Row("officer-twice", "The same officer twice", RULE);
            case BelongsToBidder _ ->
                new Row("belongs-to-bidder", "Who belongs to a bidder decides nothing about its tender", RULE);
            case WitnessesMissing _ -> new Row("witnesses-missing", "Witnesses are missing", RULE);
            case MarksIncomplete _ -> new Row("marks-incomplete", "Not every criterion is rated once", RULE);
            case TooFewEvaluators _ -> new Row("too-few-evaluators", "Too few have rated", STATE);
            case ConsensusOutside _ -> new Row("consensus-outside", "Nobody holds that consensus", RULE);
            case TooManyAwards _ -> new Row("too-many-awards", "The number of awards is not possible", RULE);
            case BidNotAwardable _ -> new Row("bid-not-awardable", "The bid cannot be awarded", RULE);
            case NotTheBestBid _ -> new Row("not-the-best-bid", "Another bid comes first", RULE);
            case NoSuchFrameworkAward _ -> new Row("no-such-framework-award", "No such framework award", ABSENT);
            case AwardDoesNotCover _ ->
                new Row("framework-award-does-not-cover", "The framework award does not cover it", RULE);
            case FrameworkExceeded _ ->
                new Row("framework-value-exceeded", "More than the framework was published for", RULE);
            case UnitsNotAwarded _ -> new Row("units-not-awarded", "The units are not those of the award", RULE);
        };
    }

    private static Row row(ReconciliationRefusal refusal) {
        return switch (refusal) {
            case NoSuchReconciliation _ -> new Row("no-such-reconciliation", "No such reconciliation", ABSENT);
            case NoSuchItem _ -> new Row("no-such-reconciliation-item", "No such item", ABSENT);
            case NothingToResolve _ -> new Row("nothing-to-resolve", "Both sides say the same", STATE);
        };
    }
}
