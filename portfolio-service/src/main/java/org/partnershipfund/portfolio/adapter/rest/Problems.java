package org.partnershipfund.portfolio.adapter.rest;

import jakarta.enterprise.context.ApplicationScoped;
import org.partnershipfund.foundation.problem.ProblemTable;
import org.partnershipfund.kernel.Refusal;
import org.partnershipfund.portfolio.catalogue.CatalogueRefusal;
import org.partnershipfund.portfolio.catalogue.CatalogueRefusal.AgreementInTheFuture;
import org.partnershipfund.portfolio.catalogue.CatalogueRefusal.FundWithoutContract;
import org.partnershipfund.portfolio.catalogue.CatalogueRefusal.FundedByContract;
import org.partnershipfund.portfolio.catalogue.CatalogueRefusal.NoSuchHsdsObject;
import org.partnershipfund.portfolio.catalogue.CatalogueRefusal.NoSuchPartnership;
import org.partnershipfund.portfolio.catalogue.CatalogueRefusal.NoSuchSchool;
import org.partnershipfund.portfolio.catalogue.CatalogueRefusal.NotTheTimeToVerify;
import org.partnershipfund.portfolio.catalogue.CatalogueRefusal.NotYourPartnership;
import org.partnershipfund.portfolio.catalogue.CatalogueRefusal.PartnershipExists;
import org.partnershipfund.portfolio.catalogue.CatalogueRefusal.SchoolNotOnTheMap;
import org.partnershipfund.portfolio.catalogue.CatalogueRefusal.YearIsOver;
import org.partnershipfund.portfolio.catalogue.CatalogueRefusal.YearNotOpen;
import org.partnershipfund.portfolio.clearance.ClearanceRefusal;
import org.partnershipfund.portfolio.clearance.ClearanceRefusal.ClearanceDaysDoNotFit;
import org.partnershipfund.portfolio.clearance.ClearanceRefusal.ClearanceExpired;
import org.partnershipfund.portfolio.clearance.ClearanceRefusal.ClearanceMissing;
import org.partnershipfund.portfolio.clearance.ClearanceRefusal.NoSuchClearance;
import org.partnershipfund.portfolio.cycle.CycleRefusal;
import org.partnershipfund.portfolio.cycle.CycleRefusal.CategoryTwice;
import org.partnershipfund.portfolio.cycle.CycleRefusal.ClosesBeforeItOpens;
import org.partnershipfund.portfolio.cycle.CycleRefusal.CriterionTwice;
import org.partnershipfund.portfolio.cycle.CycleRefusal.CycleExists;
import org.partnershipfund.portfolio.cycle.CycleRefusal.CyclesOverlap;
import org.partnershipfund.portfolio.cycle.CycleRefusal.IntentDayOutside;
import org.partnershipfund.portfolio.cycle.CycleRefusal.NoSuchCycle;
import org.partnershipfund.portfolio.edition.EditionRefusal;
import org.partnershipfund.portfolio.edition.EditionRefusal.CycleStillOpen;
import org.partnershipfund.portfolio.edition.EditionRefusal.EditionUnchanged;
import org.partnershipfund.portfolio.edition.EditionRefusal.EmptyMenu;
import org.partnershipfund.portfolio.edition.EditionRefusal.NoSuchEdition;
import org.partnershipfund.portfolio.evidence.EvidenceRefusal;
import org.partnershipfund.portfolio.evidence.EvidenceRefusal.EvidenceTwice;
import org.partnershipfund.portfolio.evidence.EvidenceRefusal.FileDisguised;
import org.partnershipfund.portfolio.evidence.EvidenceRefusal.FileNotAdmitted;
import org.partnershipfund.portfolio.evidence.EvidenceRefusal.FileSwells;
import org.partnershipfund.portfolio.evidence.EvidenceRefusal.NoSuchEvidence;
import org.partnershipfund.portfolio.evidence.EvidenceRefusal.TooLateForEvidence;
import org.partnershipfund.portfolio.evidence.EvidenceRefusal.TooMuchEvidence;
import org.partnershipfund.portfolio.matching.MatchingRefusal;
import org.partnershipfund.portfolio.matching.MatchingRefusal.GoalOutsideArea;
import org.partnershipfund.portfolio.matching.MatchingRefusal.NoSchoolToMatch;
import org.partnershipfund.portfolio.partner.PartnerRefusal;
import org.partnershipfund.portfolio.partner.PartnerRefusal.NoSuchPartner;
import org.partnershipfund.portfolio.partner.PartnerRefusal.PartnerExists;
import org.partnershipfund.portfolio.program.ProgramRefusal;
import org.partnershipfund.portfolio.program.ProgramRefusal.NoSuchProgram;
import org.partnershipfund.portfolio.program.ProgramRefusal.PriceCodeTwice;
import org.partnershipfund.portfolio.program.ProgramRefusal.PriceNotPositive;
import org.partnershipfund.portfolio.program.ProgramRefusal.PriceSheetTooEarly;
import org.partnershipfund.portfolio.program.ProgramRefusal.ProgramExists;
import org.partnershipfund.portfolio.program.ProgramRefusal.ServiceAreaFixed;
import org.partnershipfund.portfolio.program.ProgramRefusal.TermOfAnotherArea;
import org.partnershipfund.portfolio.program.ProgramRefusal.TierNotPossible;
import org.partnershipfund.portfolio.vetting.VettingRefusal;
import org.partnershipfund.portfolio.vetting.VettingRefusal.ActsForThePartner;
import org.partnershipfund.portfolio.vetting.VettingRefusal.AlreadyApplied;
import org.partnershipfund.portfolio.vetting.VettingRefusal.AlreadyEnded;
import org.partnershipfund.portfolio.vetting.VettingRefusal.AlreadyReviewed;
import org.partnershipfund.portfolio.vetting.VettingRefusal.AnswersDoNotFit;
import org.partnershipfund.portfolio.vetting.VettingRefusal.BelowMinimum;
import org.partnershipfund.portfolio.vetting.VettingRefusal.CategoryNotInCycle;
import org.partnershipfund.portfolio.vetting.VettingRefusal.CategoryNotServed;
import org.partnershipfund.portfolio.vetting.VettingRefusal.ChangesDueBefore;
import org.partnershipfund.portfolio.vetting.VettingRefusal.CriteriaNotMet;
import org.partnershipfund.portfolio.vetting.VettingRefusal.CycleNotOpen;
import org.partnershipfund.portfolio.vetting.VettingRefusal.DueDayPast;
import org.partnershipfund.portfolio.vetting.VettingRefusal.NoSuchApplication;
import org.partnershipfund.portfolio.vetting.VettingRefusal.NotAReviewer;
import org.partnershipfund.portfolio.vetting.VettingRefusal.NotOnTheMenu;
import org.partnershipfund.portfolio.vetting.VettingRefusal.NotSuspended;
import org.partnershipfund.portfolio.vetting.VettingRefusal.NothingToJudge;
import org.partnershipfund.portfolio.vetting.VettingRefusal.RatingsDoNotFit;
import org.partnershipfund.portfolio.vetting.VettingRefusal.ReviewersDisagree;
import org.partnershipfund.portfolio.vetting.VettingRefusal.TieDeclared;
import org.partnershipfund.portfolio.vetting.VettingRefusal.TooFewReviews;
import org.partnershipfund.portfolio.vetting.VettingRefusal.UnknownCycle;
import org.partnershipfund.portfolio.vetting.VettingRefusal.UnknownProgram;
import org.partnershipfund.portfolio.vetting.VettingRefusal.ValidityDoesNotFit;
import org.partnershipfund.portfolio.vetting.VettingRefusal.WaitsForTheTeam;
import org.partnershipfund.portfolio.webhook.WebhookRefusal;
import org.partnershipfund.portfolio.webhook.WebhookRefusal.NoSuchWebhook;
import org.partnershipfund.portfolio.webhook.WebhookRefusal.TargetNotAllowed;
import org.partnershipfund.portfolio.webhook.WebhookRefusal.TooManyWebhooks;

/** The one table from our refusals to HTTP. */
@ApplicationScoped
class Problems implements ProblemTable {

    @Override
    public Row row(Refusal refusal) {
        return switch (refusal) {
            case PartnerRefusal why -> row(why);
            case ProgramRefusal why -> row(why);
            case CycleRefusal why -> row(why);
            case EditionRefusal why -> row(why);
            case VettingRefusal why -> row(why);
            case EvidenceRefusal why -> row(why);
            case ClearanceRefusal why -> row(why);
            case CatalogueRefusal why -> row(why);
            case MatchingRefusal why -> row(why);
            case WebhookRefusal why -> row(why);
            default -> throw new IllegalArgumentException("not a refusal of this service: " + refusal.getClass());
        };
    }

    private static Row row(PartnerRefusal refusal) {
        return switch (refusal) {
            case NoSuchPartner _ -> new Row("no-such-partner", "No such partner", ABSENT);
            case PartnerExists _ -> new Row("partner-exists", "An organisation of that name is registered", STATE);
        };
    }

    private static Row row(ProgramRefusal refusal) {
        return switch (refusal) {
            case NoSuchProgram _ -> new Row("no-such-program", "No such program", ABSENT);
            case ProgramExists _ -> new Row("program-exists", "The partner offers a program of that name", STATE);
            case ServiceAreaFixed _ -> new Row("service-area-fixed", "A program keeps its service area", RULE);
            case PriceNotPositive _ -> new Row("price-not-positive", "A price is more than nothing", RULE);
            case PriceCodeTwice _ -> new Row("price-code-twice", "A price code is there twice", RULE);
            case PriceSheetTooEarly _ -> new Row("price-sheet-too-early", "New prices would begin too early", RULE);
            case TermOfAnotherArea _ -> new Row("term-of-another-area", "A term belongs to another service area", RULE);
            case TierNotPossible _ -> new Row("tier-not-possible", "The tier of a price is none", RULE);
        };
    }

    private static Row row(WebhookRefusal refusal) {
        return switch (refusal) {
            case NoSuchWebhook _ -> new Row("no-such-webhook", "No such webhook", ABSENT);
            case TargetNotAllowed _ -> new Row("webhook-target-not-allowed", "No message may go there", RULE);
            case TooManyWebhooks _ -> new Row("too-many-webhooks", "The partner has too many webhooks", STATE);
        };
    }

    private static Row row(EditionRefusal refusal) {
        return switch (refusal) {
            case NoSuchEdition _ -> new Row("no-such-edition", "No such edition", ABSENT);
            case CycleStillOpen _ -> new Row("cycle-still-open", "The cycle still takes applications", STATE);
            case EmptyMenu _ -> new Row("menu-empty", "No program is on the menu", STATE);
            case EditionUnchanged _ ->
                new Row("edition-unchanged", "Nothing has changed since the last edition", STATE);
        };
    }

    private static Row row(CycleRefusal refusal) {
        return switch (refusal) {
            case NoSuchCycle _ -> new Row("no-such-cycle", "No such cycle", ABSENT);
            case CycleExists _ -> new Row("cycle-exists", "The year has a cycle of that name", STATE);
            case ClosesBeforeItOpens _ ->
                new Row("cycle-closes-before-it-opens", "The cycle closes before it opens", RULE);
            case IntentDayOutside _ ->
                new Row("intent-day-outside", "The day for intents is outside of the cycle", RULE);
            case CategoryTwice _ -> new Row("category-twice", "A category's code is there twice", RULE);
            case CyclesOverlap _ -> new Row("cycles-overlap", "Another open cycle seeks the category", STATE);
            case CriterionTwice _ -> new Row("criterion-twice", "A criterion's code is there twice", RULE);
        };
    }

    private static Row row(ClearanceRefusal refusal) {
        return switch (refusal) {
            case NoSuchClearance _ -> new Row("no-such-clearance", "No such clearance", ABSENT);
            case ClearanceDaysDoNotFit _ ->
                new Row("clearance-days-do-not-fit", "The last day does not fit the status", RULE);
            case ClearanceExpired _ -> new Row("clearance-expired", "The clearance is over", RULE);
            case ClearanceMissing _ -> new Row("clearance-missing", "A clearance is not in force", RULE);
        };
    }

    private static Row row(EvidenceRefusal refusal) {
        return switch (refusal) {
            case NoSuchEvidence _ -> new Row("no-such-evidence", "No such evidence", ABSENT);
            case TooLateForEvidence _ -> new Row("too-late-for-evidence", "The application is decided", STATE);
            case EvidenceTwice _ -> new Row("evidence-twice", "The application has a file with this content", STATE);
            case TooMuchEvidence _ ->
                new Row("too-much-evidence", "The application has as many files as it may", STATE);
            case FileNotAdmitted _ -> new Row("file-not-admitted", "The file is of no type that is admitted", RULE);
            case FileDisguised _ -> new Row("file-disguised", "The file is not what it is called", RULE);
            case FileSwells _ -> new Row("file-swells", "The file is too large inside", RULE);
        };
    }

    private static Row row(CatalogueRefusal refusal) {
        return switch (refusal) {
            case NoSuchSchool _ -> new Row("school-not-in-catalogue", "The catalogue has no such school", ABSENT);
            case SchoolNotOnTheMap _ -> new Row("school-not-on-the-map", "Nobody said where the school is", RULE);
            case NoSuchHsdsObject _ -> new Row("no-such-hsds-object", "No such taxonomy or term", ABSENT);
            case NoSuchPartnership _ -> new Row("no-such-partnership", "No such partnership", ABSENT);
            case NotYourPartnership _ ->
                new Row("not-your-partnership", "You speak for neither school nor partner", ABSENT);
            case PartnershipExists _ ->
                new Row("partnership-exists", "The program is at that school in that year already", STATE);
            case FundedByContract _ ->
                new Row("funded-by-contract", "A contract of the Partnership Fund pays for it", STATE);
            case AgreementInTheFuture _ -> new Row("agreement-in-the-future", "The agreement is not signed yet", RULE);
            case FundWithoutContract _ ->
                new Row("fund-without-contract", "No contract of the Partnership Fund pays for it", RULE);
            case YearNotOpen _ ->
                new Row("year-not-open", "Partnerships of that year are the team's to register", RULE);
            case YearIsOver _ -> new Row("year-is-over", "The year of the partnership is over", STATE);
            case NotTheTimeToVerify _ ->
                new Row("not-the-time-to-verify", "The year of the partnership does not run", STATE);
        };
    }

    private static Row row(MatchingRefusal refusal) {
        return switch (refusal) {
            case NoSchoolToMatch _ -> new Row("no-school-to-match", "No school that you match programs for", ABSENT);
            case GoalOutsideArea _ ->
                new Row("goal-outside-area", "A goal's term belongs to another service area", RULE);
        };
    }

    private static Row row(VettingRefusal refusal) {
        return switch (refusal) {
            case NoSuchApplication _ -> new Row("no-such-application", "No such application", ABSENT);
            case UnknownProgram _ -> new Row("unknown-program", "The application names no program of yours", RULE);
            case UnknownCycle _ -> new Row("unknown-cycle", "The application names no cycle", RULE);
            case CycleNotOpen _ -> new Row("cycle-not-open", "The cycle takes no applications today", STATE);
            case AlreadyApplied _ -> new Row("already-applied", "The program applied in this category before", STATE);
            case CategoryNotInCycle _ ->
                new Row("category-not-in-cycle", "The cycle does not seek that category", RULE);
            case CategoryNotServed _ ->
                new Row("category-not-served", "The program does not serve that category", RULE);
            case BelowMinimum _ -> new Row("below-minimum", "Below what the category asks for in numbers", RULE);
            case AnswersDoNotFit _ -> new Row("answers-do-not-fit", "Not one answer to each criterion", RULE);
            case ActsForThePartner _ ->
                new Row("acts-for-the-partner", "Members do not judge their own organisation", RULE);
            case TieDeclared _ -> new Row("tie-declared", "Who declared a tie neither reviews nor decides", RULE);
            case AlreadyReviewed _ -> new Row("already-reviewed", "You reviewed these answers before", STATE);
            case RatingsDoNotFit _ -> new Row("ratings-do-not-fit", "Not one rating of each criterion", RULE);
            case AlreadyEnded _ -> new Row("application-already-ended", "The application has ended", STATE);
            case NothingToJudge _ -> new Row("nothing-to-judge", "The partner's answers are awaited", STATE);
            case WaitsForTheTeam _ -> new Row("waits-for-the-team", "The answers are being judged", STATE);
            case ChangesDueBefore _ -> new Row("changes-due-before", "The changes were due before", STATE);
            case DueDayPast _ -> new Row("due-day-past", "The day for new answers is over", RULE);
            case NotAReviewer _ -> new Row("not-a-reviewer", "You have no review that counts", STATE);
            case TooFewReviews _ -> new Row("too-few-reviews", "Too few reviews to vet", RULE);
            case ReviewersDisagree _ -> new Row("reviewers-disagree", "The reviewers disagree", RULE);
            case CriteriaNotMet _ -> new Row("criteria-not-met", "The reviewers find criteria not met", RULE);
            case NotOnTheMenu _ -> new Row("not-on-the-menu", "The program is not on the menu", STATE);
            case NotSuspended _ -> new Row("not-suspended", "The program is not suspended", STATE);
            case ValidityDoesNotFit _ ->
                new Row("validity-does-not-fit", "The days on the menu do not fit the decision", RULE);
        };
    }
}
