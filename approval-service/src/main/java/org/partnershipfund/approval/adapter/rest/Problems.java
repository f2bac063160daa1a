package org.partnershipfund.approval.adapter.rest;

import jakarta.enterprise.context.ApplicationScoped;
import org.partnershipfund.approval.council.ConductRefusal;
import org.partnershipfund.approval.council.ConductRefusal.AcknowledgementOwed;
import org.partnershipfund.approval.council.ConductRefusal.AssociateEndsBeforeItBegins;
import org.partnershipfund.approval.council.ConductRefusal.AssociateHasASeat;
import org.partnershipfund.approval.council.ConductRefusal.AssociateNotServing;
import org.partnershipfund.approval.council.ConductRefusal.CouncilDateOutsideYear;
import org.partnershipfund.approval.council.ConductRefusal.MinutesExist;
import org.partnershipfund.approval.council.ConductRefusal.NoSeatOfYours;
import org.partnershipfund.approval.council.ConductRefusal.NoSuchAssociate;
import org.partnershipfund.approval.council.ConductRefusal.NoSuchMinutes;
import org.partnershipfund.approval.council.ConductRefusal.ParentOnStaff;
import org.partnershipfund.approval.council.CouncilRefusal;
import org.partnershipfund.approval.council.CouncilRefusal.AccountGivenBefore;
import org.partnershipfund.approval.council.CouncilRefusal.AccountNotAtALaterMeeting;
import org.partnershipfund.approval.council.CouncilRefusal.AgendaOutdated;
import org.partnershipfund.approval.council.CouncilRefusal.AlternateWithoutAbsence;
import org.partnershipfund.approval.council.CouncilRefusal.CoChairNotSeated;
import org.partnershipfund.approval.council.CouncilRefusal.CouncilExists;
import org.partnershipfund.approval.council.CouncilRefusal.MeetingOver;
import org.partnershipfund.approval.council.CouncilRefusal.MotionClosed;
import org.partnershipfund.approval.council.CouncilRefusal.MotionStillOpen;
import org.partnershipfund.approval.council.CouncilRefusal.MotionsOpen;
import org.partnershipfund.approval.council.CouncilRefusal.MovedBefore;
import org.partnershipfund.approval.council.CouncilRefusal.NoAccountOwed;
import org.partnershipfund.approval.council.CouncilRefusal.NoRollCall;
import org.partnershipfund.approval.council.CouncilRefusal.NoSuchCouncil;
import org.partnershipfund.approval.council.CouncilRefusal.NoSuchMeeting;
import org.partnershipfund.approval.council.CouncilRefusal.NoSuchMotion;
import org.partnershipfund.approval.council.CouncilRefusal.NoVote;
import org.partnershipfund.approval.council.CouncilRefusal.NotBegunYet;
import org.partnershipfund.approval.council.CouncilRefusal.NotConvened;
import org.partnershipfund.approval.council.CouncilRefusal.NotForTheCouncil;
import org.partnershipfund.approval.council.CouncilRefusal.NotOnTheAgenda;
import org.partnershipfund.approval.council.CouncilRefusal.NotPresent;
import org.partnershipfund.approval.council.CouncilRefusal.NotSittingThen;
import org.partnershipfund.approval.council.CouncilRefusal.NotTheChair;
import org.partnershipfund.approval.council.CouncilRefusal.NoticeTooShort;
import org.partnershipfund.approval.council.CouncilRefusal.OwnBallotStands;
import org.partnershipfund.approval.council.CouncilRefusal.PersonSeatedTwice;
import org.partnershipfund.approval.council.CouncilRefusal.PrincipalHasNoAlternate;
import org.partnershipfund.approval.council.CouncilRefusal.PrincipalMissing;
import org.partnershipfund.approval.council.CouncilRefusal.RollCallByTheSame;
import org.partnershipfund.approval.council.CouncilRefusal.RollCallNotConfirmed;
import org.partnershipfund.approval.council.CouncilRefusal.SeatEndsBeforeItBegins;
import org.partnershipfund.approval.council.CouncilRefusal.TieMissing;
import org.partnershipfund.approval.council.CouncilRefusal.TieStands;
import org.partnershipfund.approval.council.CouncilRefusal.TooManySeats;
import org.partnershipfund.approval.council.CouncilRefusal.VotesMissing;
import org.partnershipfund.approval.mail.MailRefusal;
import org.partnershipfund.approval.mail.MailRefusal.ContactExists;
import org.partnershipfund.approval.mail.MailRefusal.NoSuchContact;
import org.partnershipfund.approval.matching.MatchingRefusal;
import org.partnershipfund.approval.matching.MatchingRefusal.NeedsExist;
import org.partnershipfund.approval.matching.MatchingRefusal.NoSchoolOfYours;
import org.partnershipfund.approval.matching.MatchingRefusal.NoSuchNeeds;
import org.partnershipfund.approval.matching.MatchingRefusal.NoSuchSuggestion;
import org.partnershipfund.approval.matching.MatchingRefusal.SuggestionDecided;
import org.partnershipfund.approval.matching.MatchingRefusal.SuggestionExists;
import org.partnershipfund.approval.matching.MatchingRefusal.SuggestionIsWithdrawn;
import org.partnershipfund.approval.plan.StagesRefusal;
import org.partnershipfund.approval.plan.StagesRefusal.CouncilLeftOut;
import org.partnershipfund.approval.plan.StagesRefusal.StagesBeginInThePast;
import org.partnershipfund.approval.plan.StagesRefusal.StepNamedTwice;
import org.partnershipfund.approval.policy.PolicyRefusal;
import org.partnershipfund.approval.policy.PolicyRefusal.NoSuchPolicy;
import org.partnershipfund.approval.policy.PolicyRefusal.NoSuchSelectionRules;
import org.partnershipfund.approval.policy.PolicyRefusal.PartnerNumbersDoNotFit;
import org.partnershipfund.approval.policy.PolicyRefusal.RulesBackdated;
import org.partnershipfund.approval.policy.PolicyRefusal.SharesDoNotFit;
import org.partnershipfund.approval.reminder.ReminderRefusal;
import org.partnershipfund.approval.reminder.ReminderRefusal.NoSuchReminderPlan;
import org.partnershipfund.approval.selection.AttachmentRefusal;
import org.partnershipfund.approval.selection.AttachmentRefusal.AttachedTwice;
import org.partnershipfund.approval.selection.AttachmentRefusal.AttachmentDisguised;
import org.partnershipfund.approval.selection.AttachmentRefusal.AttachmentNotAdmitted;
import org.partnershipfund.approval.selection.AttachmentRefusal.AttachmentSwells;
import org.partnershipfund.approval.selection.AttachmentRefusal.AttachmentsTooLarge;
import org.partnershipfund.approval.selection.AttachmentRefusal.NoSuchAttachment;
import org.partnershipfund.approval.selection.AttachmentRefusal.TooManyAttachments;
import org.partnershipfund.approval.selection.SelectionRefusal;
import org.partnershipfund.approval.selection.SelectionRefusal.AgreedAmountMissing;
import org.partnershipfund.approval.selection.SelectionRefusal.AgreedAmountNotAsked;
import org.partnershipfund.approval.selection.SelectionRefusal.AgreedAmountTooHigh;
import org.partnershipfund.approval.selection.SelectionRefusal.AllocationExceeded;
import org.partnershipfund.approval.selection.SelectionRefusal.AllocationNotHeard;
import org.partnershipfund.approval.selection.SelectionRefusal.AlreadyWithdrawn;
import org.partnershipfund.approval.selection.SelectionRefusal.AmendmentAnswerDue;
import org.partnershipfund.approval.selection.SelectionRefusal.CapacityExceeded;
import org.partnershipfund.approval.selection.SelectionRefusal.ContractedLineDropped;
import org.partnershipfund.approval.selection.SelectionRefusal.FundIsClosed;
import org.partnershipfund.approval.selection.SelectionRefusal.FundNotHeard;
import org.partnershipfund.approval.selection.SelectionRefusal.LineBelowLeast;
import org.partnershipfund.approval.selection.SelectionRefusal.LinesUnderContract;
import org.partnershipfund.approval.selection.SelectionRefusal.LostACompetition;
import org.partnershipfund.approval.selection.SelectionRefusal.NoSuchLine;
import org.partnershipfund.approval.selection.SelectionRefusal.NoSuchPrice;
import org.partnershipfund.approval.selection.SelectionRefusal.NoSuchSelection;
import org.partnershipfund.approval.selection.SelectionRefusal.NotADraft;
import org.partnershipfund.approval.selection.SelectionRefusal.NotAmendable;
import org.partnershipfund.approval.selection.SelectionRefusal.NotAwarded;
import org.partnershipfund.approval.selection.SelectionRefusal.NotBlocked;
import org.partnershipfund.approval.selection.SelectionRefusal.NotEditable;
import org.partnershipfund.approval.selection.SelectionRefusal.NotFromLastYear;
import org.partnershipfund.approval.selection.SelectionRefusal.NotInPortfolio;
import org.partnershipfund.approval.selection.SelectionRefusal.NotWaitingFor;
import org.partnershipfund.approval.selection.SelectionRefusal.NotYourSchool;
import org.partnershipfund.approval.selection.SelectionRefusal.NotYourStep;
import org.partnershipfund.approval.selection.SelectionRefusal.NothingAmended;
import org.partnershipfund.approval.selection.SelectionRefusal.NothingToCopy;
import org.partnershipfund.approval.selection.SelectionRefusal.OwnDecision;
import org.partnershipfund.approval.selection.SelectionRefusal.ProgramNotHeard;
import org.partnershipfund.approval.selection.SelectionRefusal.ProgramSuspended;
import org.partnershipfund.approval.selection.SelectionRefusal.QuantityOutsideTier;
import org.partnershipfund.approval.selection.SelectionRefusal.ServiceOutsideYear;
import org.partnershipfund.approval.selection.SelectionRefusal.ShareTooLarge;
import org.partnershipfund.approval.selection.SelectionRefusal.SubmittedTooLate;
import org.partnershipfund.approval.selection.SelectionRefusal.TooFewPartners;
import org.partnershipfund.approval.selection.SelectionRefusal.TooManyPartners;
import org.partnershipfund.approval.submission.SubmissionRefusal;
import org.partnershipfund.approval.submission.SubmissionRefusal.ChartNotKnown;
import org.partnershipfund.approval.submission.SubmissionRefusal.FundNotKnownHere;
import org.partnershipfund.approval.submission.SubmissionRefusal.NoSuchSubmission;
import org.partnershipfund.approval.submission.SubmissionRefusal.NotInTheSubmission;
import org.partnershipfund.approval.submission.SubmissionRefusal.NothingToSubmit;
import org.partnershipfund.approval.submission.SubmissionRefusal.RejectedWithoutReason;
import org.partnershipfund.approval.submission.SubmissionRefusal.SubmissionAnswered;
import org.partnershipfund.approval.submission.SubmissionRefusal.SubmissionUnanswered;
import org.partnershipfund.approval.supervision.SupervisionRefusal;
import org.partnershipfund.approval.supervision.SupervisionRefusal.AbsenceEndsBeforeItBegins;
import org.partnershipfund.approval.supervision.SupervisionRefusal.AssignmentEndsBeforeItBegins;
import org.partnershipfund.approval.supervision.SupervisionRefusal.DelegationEndsBeforeItBegins;
import org.partnershipfund.approval.supervision.SupervisionRefusal.DelegationRevoked;
import org.partnershipfund.approval.supervision.SupervisionRefusal.DelegationToOneself;
import org.partnershipfund.approval.supervision.SupervisionRefusal.DelegationTooLong;
import org.partnershipfund.approval.supervision.SupervisionRefusal.NoSuchAssignment;
import org.partnershipfund.approval.supervision.SupervisionRefusal.NoSuchDelegation;
import org.partnershipfund.approval.supervision.SupervisionRefusal.NotASupervisor;
import org.partnershipfund.approval.supervision.SupervisionRefusal.NotYourAbsence;
import org.partnershipfund.approval.supervision.SupervisionRefusal.NothingToDelegate;
import org.partnershipfund.approval.supervision.SupervisionRefusal.SupervisorIsThere;
import org.partnershipfund.approval.support.SupportRefusal;
import org.partnershipfund.approval.support.SupportRefusal.BookedAlready;
import org.partnershipfund.approval.support.SupportRefusal.BookingIsGivenUp;
import org.partnershipfund.approval.support.SupportRefusal.CapacityBelowBookings;
import org.partnershipfund.approval.support.SupportRefusal.GuideUnchanged;
import org.partnershipfund.approval.support.SupportRefusal.HeldInTheFuture;
import org.partnershipfund.approval.support.SupportRefusal.LastDayBeforeTheFirst;
import org.partnershipfund.approval.support.SupportRefusal.NoPlaceInTheSession;
import org.partnershipfund.approval.support.SupportRefusal.NoSuchBooking;
import org.partnershipfund.approval.support.SupportRefusal.NoSuchGuide;
import org.partnershipfund.approval.support.SupportRefusal.NoSuchMatchingMeeting;
import org.partnershipfund.approval.support.SupportRefusal.NoSuchSession;
import org.partnershipfund.approval.support.SupportRefusal.NoSuchSupportCalendar;
import org.partnershipfund.approval.support.SupportRefusal.NobodyOfTheSchool;
import org.partnershipfund.approval.support.SupportRefusal.NowhereToMeet;
import org.partnershipfund.approval.support.SupportRefusal.SessionBegun;
import org.partnershipfund.approval.support.SupportRefusal.SessionEndsBeforeItBegins;
import org.partnershipfund.approval.support.SupportRefusal.SessionInThePast;
import org.partnershipfund.approval.support.SupportRefusal.SessionIsCancelled;
import org.partnershipfund.approval.support.SupportRefusal.SessionNotBegun;
import org.partnershipfund.approval.support.SupportRefusal.SessionOutsideItsDays;
import org.partnershipfund.approval.support.SupportRefusal.SessionTooLong;
import org.partnershipfund.foundation.problem.ProblemTable;
import org.partnershipfund.kernel.Refusal;

/** The one table from our refusals to HTTP. */
@ApplicationScoped
class Problems implements ProblemTable {

    @Override
    public Row row(Refusal refusal) {
        return switch (refusal) {
            case CouncilRefusal why -> row(why);
            case ConductRefusal why -> row(why);
            case SubmissionRefusal why -> row(why);
            case SupervisionRefusal why -> row(why);
            case PolicyRefusal why -> row(why);
            case StagesRefusal why -> row(why);
            case SelectionRefusal why -> row(why);
            case AttachmentRefusal why -> row(why);
            case MatchingRefusal why -> row(why);
            case SupportRefusal why -> row(why);
            case MailRefusal why -> row(why);
            case ReminderRefusal why -> row(why);
            default -> throw new IllegalArgumentException("not a refusal of this service: " + refusal.getClass());
        };
    }

    private static Row row(CouncilRefusal refusal) {
        return switch (refusal) {
            case NoSuchCouncil _ -> new Row("no-such-council", "No such council", ABSENT);
            case CouncilExists _ -> new Row("council-exists", "The school has a council", STATE);
            case SeatEndsBeforeItBegins _ ->
                new Row("seat-ends-before-it-begins", "A seat ends before it begins", RULE);
            case PrincipalHasNoAlternate _ ->
                new Row("principal-has-no-alternate", "Nobody votes for the principal", RULE);
            case PersonSeatedTwice _ -> new Row("person-seated-twice", "A person has two seats", RULE);
            case TooManySeats _ -> new Row("too-many-seats", "More seats than the constitution has", RULE);
            case PrincipalMissing _ -> new Row("principal-missing", "The council has no principal", RULE);
            case CoChairNotSeated _ -> new Row("co-chair-not-seated", "The co-chair is no member", RULE);
            case NotSittingThen _ -> new Row("not-sitting-then", "The seat is not held then", RULE);
            case AlternateWithoutAbsence _ ->
                new Row("alternate-without-absence", "An alternate sits for nobody", RULE);
            case NotTheChair _ -> new Row("not-the-chair", "Only principal and co-chair do this", RULE);
            case NoSuchMeeting _ -> new Row("no-such-meeting", "No such meeting", ABSENT);
            case NoticeTooShort _ -> new Row("notice-too-short", "The notice is too short", RULE);
            case NotBegunYet _ -> new Row("meeting-not-begun", "The meeting has not begun", STATE);
            case NotConvened _ -> new Row("not-convened", "Nobody is on record as present", STATE);
            case MeetingOver _ -> new Row("meeting-over", "The meeting is over", STATE);
            case MotionsOpen _ -> new Row("motions-open", "A motion is open", STATE);
            case NotOnTheAgenda _ -> new Row("not-on-the-agenda", "It is not on the agenda", RULE);
            case NotForTheCouncil _ -> new Row("not-for-the-council", "It does not wait for the council", STATE);
            case AgendaOutdated _ -> new Row("agenda-outdated", "The selection has changed since", STATE);
            case MovedBefore _ -> new Row("moved-before", "It was moved at this meeting before", STATE);
            case NoSuchMotion _ -> new Row("no-such-motion", "No such motion", ABSENT);
            case MotionClosed _ -> new Row("motion-closed", "The motion is closed", STATE);
            case MotionStillOpen _ -> new Row("motion-still-open", "The motion is still open", STATE);
            case NotPresent _ -> new Row("not-present", "Not on record as present", RULE);
            case NoVote _ -> new Row("no-vote", "You have no vote in this council", RULE);
            case TieMissing _ -> new Row("tie-missing", "A recusal names its tie", RULE);
            case TieStands _ -> new Row("tie-stands", "A declared tie is not taken back", RULE);
            case VotesMissing _ -> new Row("votes-missing", "Somebody present has no vote", STATE);
            case OwnBallotStands _ -> new Row("own-ballot-stands", "A ballot was cast already", RULE);
            case NoRollCall _ -> new Row("no-roll-call", "There is no roll call to confirm", STATE);
            case RollCallByTheSame _ -> new Row("roll-call-by-the-same", "Another person must confirm", RULE);
            case RollCallNotConfirmed _ -> new Row("roll-call-not-confirmed", "The roll call is not confirmed", STATE);
            case NoAccountOwed _ -> new Row("no-account-owed", "No account is owed", STATE);
            case AccountGivenBefore _ -> new Row("account-given-before", "The account was given before", STATE);
            case AccountNotAtALaterMeeting _ ->
                new Row("account-not-at-a-later-meeting", "Not a later meeting of this council", RULE);
        };
    }

    private static Row row(ConductRefusal refusal) {
        return switch (refusal) {
            case NoSuchAssociate _ -> new Row("no-such-associate", "No such associate", ABSENT);
            case AssociateHasASeat _ -> new Row("associate-has-a-seat", "An associate has a vote", RULE);
            case AssociateEndsBeforeItBegins _ ->
                new Row("associate-ends-before-it-begins", "An associate ends before beginning", RULE);
            case AssociateNotServing _ -> new Row("associate-not-serving", "Not an associate on that day", RULE);
            case NoSuchMinutes _ -> new Row("no-such-minutes", "No such minutes", ABSENT);
            case MinutesExist _ -> new Row("minutes-exist", "The meeting has minutes", STATE);
            case NoSeatOfYours _ -> new Row("no-seat-of-yours", "You have no seat on this council", RULE);
            case AcknowledgementOwed _ -> new Row("acknowledgement-owed", "An acknowledgement is owed first", RULE);
            case ParentOnStaff _ -> new Row("parent-on-staff", "A parent member works at the school", RULE);
            case CouncilDateOutsideYear _ ->
                new Row("council-date-outside-year", "Not a day of that school year", RULE);
        };
    }

    private static Row row(SubmissionRefusal refusal) {
        return switch (refusal) {
            case FundNotKnownHere _ -> new Row("fund-not-known-here", "The fund is not known here", ABSENT);
            case ChartNotKnown _ -> new Row("chart-not-known", "A part of the budget line is not known", STATE);
            case NothingToSubmit _ -> new Row("nothing-to-submit", "Nothing changed since the last edition", STATE);
            case SubmissionUnanswered _ -> new Row("submission-unanswered", "An edition was not answered yet", STATE);
            case NoSuchSubmission _ -> new Row("no-such-submission", "No such edition", ABSENT);
            case SubmissionAnswered _ -> new Row("submission-answered", "The edition was answered before", STATE);
            case NotInTheSubmission _ -> new Row("not-in-the-submission", "Not a budget line of the edition", RULE);
            case RejectedWithoutReason _ ->
                new Row("rejected-without-reason", "Outcome and objections do not fit", RULE);
        };
    }

    private static Row row(SupervisionRefusal refusal) {
        return switch (refusal) {
            case NoSuchAssignment _ -> new Row("no-such-assignment", "No such supervisor assignment", ABSENT);
            case AssignmentEndsBeforeItBegins _ ->
                new Row("assignment-ends-before-it-begins", "An assignment ends before it begins", RULE);
            case NoSuchDelegation _ -> new Row("no-such-delegation", "No such delegation", ABSENT);
            case NothingToDelegate _ -> new Row("nothing-to-delegate", "The step is not yours to delegate", RULE);
            case DelegationToOneself _ -> new Row("delegation-to-oneself", "Nobody stands in for themselves", RULE);
            case DelegationEndsBeforeItBegins _ ->
                new Row("delegation-ends-before-it-begins", "The delegation never holds", RULE);
            case DelegationTooLong _ -> new Row("delegation-too-long", "An office's delegation ends sooner", RULE);
            case DelegationRevoked _ -> new Row("delegation-revoked", "The delegation is revoked", STATE);
            case AbsenceEndsBeforeItBegins _ ->
                new Row("absence-ends-before-it-begins", "An absence ends before it begins", RULE);
            case NotYourAbsence _ -> new Row("not-your-absence", "Not your absence", RULE);
            case SupervisorIsThere _ -> new Row("supervisor-is-there", "Whose step it is is there", STATE);
            case NotASupervisor _ -> new Row("not-a-supervisor", "Not a supervisor of today", RULE);
        };
    }

    private static Row row(AttachmentRefusal refusal) {
        return switch (refusal) {
            case NoSuchAttachment _ -> new Row("no-such-attachment", "No such attachment", ABSENT);
            case AttachedTwice _ -> new Row("attached-twice", "The file is attached already", STATE);
            case TooManyAttachments _ -> new Row("too-many-attachments", "The selection has enough files", STATE);
            case AttachmentsTooLarge _ -> new Row("attachments-too-large", "The files are too large together", RULE);
            case AttachmentNotAdmitted _ ->
                new Row("attachment-not-admitted", "The attachment is of no type that is admitted", RULE);
            case AttachmentDisguised _ ->
                new Row("attachment-disguised", "The attachment is not what it is called", RULE);
            case AttachmentSwells _ -> new Row("attachment-swells", "The attachment is too large inside", RULE);
        };
    }

    private static Row row(MatchingRefusal refusal) {
        return switch (refusal) {
            case NoSuchNeeds _ -> new Row("no-such-needs", "No needs of that school and year", ABSENT);
            case NeedsExist _ -> new Row("needs-exist", "The needs are kept already", STATE);
            case NoSchoolOfYours _ -> new Row("no-school-of-yours", "Not a school that you answer for", ABSENT);
            case NoSuchSuggestion _ -> new Row("no-such-suggestion", "No such suggestion", ABSENT);
            case SuggestionExists _ -> new Row("suggestion-exists", "The program is suggested already", STATE);
            case SuggestionIsWithdrawn _ -> new Row("suggestion-withdrawn", "The suggestion is withdrawn", STATE);
            case SuggestionDecided _ -> new Row("suggestion-decided", "The school has decided on it", STATE);
        };
    }

    private static Row row(SupportRefusal refusal) {
        return switch (refusal) {
            case NoSuchSupportCalendar _ -> new Row("no-such-support-calendar", "No such support calendar", ABSENT);
            case LastDayBeforeTheFirst _ ->
                new Row("last-day-before-the-first", "The last day precedes the first", RULE);
            case NoSuchSession _ -> new Row("no-such-help-session", "No such help session", ABSENT);
            case NowhereToMeet _ -> new Row("nowhere-to-meet", "The session is nowhere", RULE);
            case SessionEndsBeforeItBegins _ ->
                new Row("session-ends-before-it-begins", "The session ends before it begins", RULE);
            case SessionTooLong _ -> new Row("session-too-long", "The session is too long", RULE);
            case SessionInThePast _ -> new Row("session-in-the-past", "The session would be in the past", RULE);
            case SessionOutsideItsDays _ ->
                new Row("session-outside-its-days", "The session is outside of its days", RULE);
            case SessionBegun _ -> new Row("session-begun", "The session has begun", STATE);
            case SessionNotBegun _ -> new Row("session-not-begun", "The session has not begun", STATE);
            case SessionIsCancelled _ -> new Row("session-cancelled", "The session is cancelled", STATE);
            case CapacityBelowBookings _ ->
                new Row("capacity-below-bookings", "More schools have a place than that", RULE);
            case BookedAlready _ -> new Row("booked-already", "The school is booked already", STATE);
            case NoSuchBooking _ -> new Row("no-such-booking", "No such booking", ABSENT);
            case BookingIsGivenUp _ -> new Row("booking-given-up", "The booking was cancelled before", STATE);
            case NoPlaceInTheSession _ ->
                new Row("no-place-in-the-session", "The booking has no place in the session", RULE);
            case HeldInTheFuture _ -> new Row("held-in-the-future", "The meeting has not taken place", RULE);
            case NobodyOfTheSchool _ -> new Row("nobody-of-the-school", "Nobody of the school was there", RULE);
            case NoSuchMatchingMeeting _ -> new Row("no-such-matching-meeting", "No such matching meeting", ABSENT);
            case NoSuchGuide _ -> new Row("no-such-guide", "No such edition of the guide", ABSENT);
            case GuideUnchanged _ -> new Row("guide-unchanged", "The guide would say the same", STATE);
        };
    }

    private static Row row(ReminderRefusal refusal) {
        return switch (refusal) {
            case NoSuchReminderPlan _ -> new Row("no-such-reminder-plan", "No such reminder plan", ABSENT);
        };
    }

    private static Row row(MailRefusal refusal) {
        return switch (refusal) {
            case NoSuchContact _ -> new Row("no-such-contact", "No such contact", ABSENT);
            case ContactExists _ -> new Row("contact-exists", "A contact is kept already", STATE);
        };
    }

    private static Row row(PolicyRefusal refusal) {
        return switch (refusal) {
            case NoSuchPolicy _ -> new Row("no-such-approval-policy", "No such approval policy", ABSENT);
            case NoSuchSelectionRules _ -> new Row("no-such-selection-rules", "No such selection rules", ABSENT);
            case RulesBackdated _ -> new Row("rules-backdated", "Rules do not begin in the past", RULE);
            case PartnerNumbersDoNotFit _ ->
                new Row("partner-numbers-do-not-fit", "More partners asked for than allowed", RULE);
            case SharesDoNotFit _ -> new Row("shares-do-not-fit", "The shares never make up the whole", RULE);
        };
    }

    private static Row row(StagesRefusal refusal) {
        return switch (refusal) {
            case StagesBeginInThePast _ -> new Row("stages-begin-in-the-past", "The stages begin in the past", RULE);
            case StepNamedTwice _ -> new Row("step-named-twice", "A step stands twice", RULE);
            case CouncilLeftOut _ -> new Row("council-left-out", "The council is left out", RULE);
        };
    }

    private static Row row(SelectionRefusal refusal) {
        return switch (refusal) {
            case NoSuchSelection _ -> new Row("no-such-selection", "No such selection", ABSENT);
            case NoSuchLine _ -> new Row("no-such-line", "No such line in the newest version", ABSENT);
            case NotYourSchool _ -> new Row("not-your-school", "Not a school that you lead", ABSENT);
            case FundNotHeard _ -> new Row("fund-not-heard-of", "The fund was not heard of yet", STATE);
            case FundIsClosed _ -> new Row("fund-closed", "The fund's year is over", STATE);
            case AllocationNotHeard _ ->
                new Row("allocation-not-heard-of", "The allocation was not heard of yet", STATE);
            case ProgramNotHeard _ -> new Row("program-not-heard-of", "The program was not heard of yet", STATE);
            case QuantityOutsideTier _ ->
                new Row("quantity-outside-tier", "The price does not count for that quantity", RULE);
            case NoSuchPrice _ -> new Row("no-such-price", "The price sheet has no such price", RULE);
            case AgreedAmountMissing _ -> new Row("agreed-amount-missing", "The agreed amount is missing", RULE);
            case AgreedAmountTooHigh _ ->
                new Row("agreed-amount-too-high", "More was agreed than the sheet allows", RULE);
            case AgreedAmountNotAsked _ -> new Row("agreed-amount-not-asked", "The price is not to be agreed", RULE);
            case ServiceOutsideYear _ -> new Row("service-outside-year", "Services lie outside the fund's year", RULE);
            case NotAwarded _ -> new Row("not-awarded", "The program was not awarded", RULE);
            case NotFromLastYear _ -> new Row("not-from-last-year", "Not a selection of the year before", RULE);
            case NothingToCopy _ -> new Row("nothing-to-copy", "No line can be bought again", RULE);
            case NotEditable _ -> new Row("selection-not-editable", "The selection cannot be changed now", STATE);
            case NotAmendable _ -> new Row("selection-not-amendable", "Only what is approved is amended", STATE);
            case AmendmentAnswerDue _ -> new Row("amendment-answer-due", "The ledger is still to answer", STATE);
            case NothingAmended _ -> new Row("nothing-amended", "No amendment is under way", STATE);
            case NotADraft _ -> new Row("selection-not-a-draft", "Only a draft can be submitted", STATE);
            case AllocationExceeded _ -> new Row("allocation-exceeded", "More than the allocation", RULE);
            case TooFewPartners _ -> new Row("too-few-partners", "Fewer partners than the fund asks for", RULE);
            case TooManyPartners _ -> new Row("too-many-partners", "More partners than the fund allows", RULE);
            case ShareTooLarge _ -> new Row("share-too-large", "One partner takes too large a share", RULE);
            case LineBelowLeast _ -> new Row("line-below-least", "A line is below the fund's least amount", RULE);
            case CapacityExceeded _ -> new Row("capacity-exceeded", "More pupils than the program can serve", RULE);
            case LostACompetition _ -> new Row("lost-a-competition", "The program lost its competition", RULE);
            case LinesUnderContract _ -> new Row("lines-under-contract", "Lines are under contract", STATE);
            case ContractedLineDropped _ ->
                new Row("contracted-line-dropped", "The version drops what is under contract", RULE);
            case ProgramSuspended _ ->
                new Row("program-suspended", "The program is suspended from the portfolio", RULE);
            case NotInPortfolio _ -> new Row("not-in-portfolio", "Not on the menu of the portfolio", RULE);
            case SubmittedTooLate _ -> new Row("submitted-too-late", "Selections were due before", RULE);
            case NotWaitingFor _ -> new Row("not-the-turn", "It is another step's turn", STATE);
            case OwnDecision _ -> new Row("own-decision", "Nobody decides on their own work", RULE);
            case NotYourStep _ -> new Row("not-your-step", "The step is somebody else's", RULE);
            case NotBlocked _ -> new Row("motion-not-blocked", "No motion about it is blocked", STATE);
            case AlreadyWithdrawn _ -> new Row("selection-already-withdrawn", "The selection is withdrawn", STATE);
        };
    }
}
