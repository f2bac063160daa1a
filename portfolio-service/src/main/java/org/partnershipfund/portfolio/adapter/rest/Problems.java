package org.partnershipfund.portfolio.adapter.rest;

import jakarta.enterprise.context.ApplicationScoped;
import org.partnershipfund.foundation.problem.ProblemTable;
import org.partnershipfund.kernel.Refusal;
import org.partnershipfund.portfolio.cycle.CycleRefusal;
import org.partnershipfund.portfolio.cycle.CycleRefusal.ClosesBeforeItOpens;
import org.partnershipfund.portfolio.cycle.CycleRefusal.CriterionTwice;
import org.partnershipfund.portfolio.cycle.CycleRefusal.CycleExists;
import org.partnershipfund.portfolio.cycle.CycleRefusal.NoSuchCycle;
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
import org.partnershipfund.portfolio.vetting.VettingRefusal.CategoryNotInCycle;
import org.partnershipfund.portfolio.vetting.VettingRefusal.CategoryNotServed;
import org.partnershipfund.portfolio.vetting.VettingRefusal.CycleNotOpen;
import org.partnershipfund.portfolio.vetting.VettingRefusal.NoReviewIsEnough;
import org.partnershipfund.portfolio.vetting.VettingRefusal.NoSuchApplication;
import org.partnershipfund.portfolio.vetting.VettingRefusal.RatingsDoNotFit;
import org.partnershipfund.portfolio.vetting.VettingRefusal.TieDeclared;
import org.partnershipfund.portfolio.vetting.VettingRefusal.TooFewYears;
import org.partnershipfund.portfolio.vetting.VettingRefusal.UnknownCycle;
import org.partnershipfund.portfolio.vetting.VettingRefusal.UnknownProgram;
import org.partnershipfund.portfolio.vetting.VettingRefusal.ValidityDoesNotFit;

/** The one table from our refusals to HTTP. */
@ApplicationScoped
class Problems implements ProblemTable {

    @Override
    public Row row(Refusal refusal) {
        return switch (refusal) {
            case PartnerRefusal why -> row(why);
            case ProgramRefusal why -> row(why);
            case CycleRefusal why -> row(why);
            case VettingRefusal why -> row(why);
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

    private static Row row(CycleRefusal refusal) {
        return switch (refusal) {
            case NoSuchCycle _ -> new Row("no-such-cycle", "No such cycle", ABSENT);
            case CycleExists _ -> new Row("cycle-exists", "The year has a cycle of that name", STATE);
            case ClosesBeforeItOpens _ ->
                new Row("cycle-closes-before-it-opens", "The cycle closes before it opens", RULE);
            case CriterionTwice _ -> new Row("criterion-twice", "A criterion's code is there twice", RULE);
        };
    }

    private static Row row(VettingRefusal refusal) {
        return switch (refusal) {
            case NoSuchApplication _ -> new Row("no-such-application", "No such application", ABSENT);
            case UnknownProgram _ -> new Row("unknown-program", "The application names no program of yours", RULE);
            case UnknownCycle _ -> new Row("unknown-cycle", "The application names no cycle", RULE);
            case CycleNotOpen _ -> new Row("cycle-not-open", "The cycle takes no applications today", STATE);
            case AlreadyApplied _ -> new Row("already-applied", "The program applied in this cycle before", STATE);
            case CategoryNotInCycle _ ->
                new Row("category-not-in-cycle", "The cycle does not seek that category", RULE);
            case CategoryNotServed _ ->
                new Row("category-not-served", "The program does not serve that category", RULE);
            case TooFewYears _ -> new Row("too-few-years", "Too few years of delivery", RULE);
            case AnswersDoNotFit _ -> new Row("answers-do-not-fit", "Not one answer to each criterion", RULE);
            case ActsForThePartner _ ->
                new Row("acts-for-the-partner", "Members do not judge their own organisation", RULE);
            case TieDeclared _ -> new Row("tie-declared", "Who declared a tie neither reviews nor decides", RULE);
            case AlreadyReviewed _ -> new Row("already-reviewed", "You reviewed this application before", STATE);
            case RatingsDoNotFit _ -> new Row("ratings-do-not-fit", "Not one rating of each criterion", RULE);
            case AlreadyEnded _ -> new Row("application-already-ended", "The application has ended", STATE);
            case NoReviewIsEnough _ -> new Row("no-review-is-enough", "No review finds every criterion met", RULE);
            case ValidityDoesNotFit _ ->
                new Row("validity-does-not-fit", "The days on the menu do not fit the decision", RULE);
        };
    }
}
