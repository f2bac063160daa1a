package org.partnershipfund.allocation.adapter.rest;

import jakarta.enterprise.context.ApplicationScoped;
import org.partnershipfund.allocation.baseline.BaselineRefusal;
import org.partnershipfund.allocation.baseline.BaselineRefusal.NoNoticeYet;
import org.partnershipfund.allocation.baseline.BaselineRefusal.NoSuchNotice;
import org.partnershipfund.allocation.baseline.BaselineRefusal.NoticeExists;
import org.partnershipfund.allocation.baseline.BaselineRefusal.PartnerNotInNotice;
import org.partnershipfund.allocation.baseline.BaselineRefusal.TooLongForALetter;
import org.partnershipfund.allocation.baseline.BaselineRefusal.YearBeforeNotTold;
import org.partnershipfund.allocation.formula.FormulaRefusal;
import org.partnershipfund.allocation.formula.FormulaRefusal.BoundInPartUnits;
import org.partnershipfund.allocation.formula.FormulaRefusal.CapsBelowPool;
import org.partnershipfund.allocation.formula.FormulaRefusal.FloorsAbovePool;
import org.partnershipfund.allocation.formula.FormulaRefusal.MorePlacesThanSchools;
import org.partnershipfund.allocation.formula.FormulaRefusal.NoPupils;
import org.partnershipfund.allocation.formula.FormulaRefusal.NobodyEligible;
import org.partnershipfund.allocation.formula.FormulaRefusal.ReserveNotBelowPool;
import org.partnershipfund.allocation.formula.FormulaRefusal.RestInPartUnits;
import org.partnershipfund.allocation.formula.FormulaRefusal.ShareRoundsToNothing;
import org.partnershipfund.allocation.formula.FormulaRefusal.TaperAboveEverybody;
import org.partnershipfund.allocation.formula.FormulaRefusal.TooManyPupils;
import org.partnershipfund.allocation.fund.FundRefusal;
import org.partnershipfund.allocation.fund.FundRefusal.AdoptedDiffers;
import org.partnershipfund.allocation.fund.FundRefusal.AdoptedInTheFuture;
import org.partnershipfund.allocation.fund.FundRefusal.AlreadyAllocated;
import org.partnershipfund.allocation.fund.FundRefusal.AlreadyAppropriated;
import org.partnershipfund.allocation.fund.FundRefusal.AlreadyClosed;
import org.partnershipfund.allocation.fund.FundRefusal.CalendarOutOfOrder;
import org.partnershipfund.allocation.fund.FundRefusal.FundExists;
import org.partnershipfund.allocation.fund.FundRefusal.NoSuchFund;
import org.partnershipfund.allocation.fund.FundRefusal.NotAllocatedYet;
import org.partnershipfund.allocation.fund.FundRefusal.NotAppropriatedYet;
import org.partnershipfund.allocation.fund.FundRefusal.PoolNotPositive;
import org.partnershipfund.allocation.fund.FundRefusal.PublicationTooEarly;
import org.partnershipfund.allocation.fund.FundRefusal.RevisionOpen;
import org.partnershipfund.allocation.fund.FundRefusal.YearNotOver;
import org.partnershipfund.allocation.opportunityindex.ComputationRefusal;
import org.partnershipfund.allocation.opportunityindex.ComputationRefusal.NoSuchComputation;
import org.partnershipfund.allocation.opportunityindex.ComputationRefusal.NobodyMeasured;
import org.partnershipfund.allocation.opportunityindex.ComputationRefusal.StudentsNotKept;
import org.partnershipfund.allocation.opportunityindex.ComputationRefusal.TractFactorMissing;
import org.partnershipfund.allocation.opportunityindex.ComputationRefusal.TractValueMissing;
import org.partnershipfund.allocation.opportunityindex.ComputationRefusal.TractValueNotPossible;
import org.partnershipfund.allocation.opportunityindex.ComputationRefusal.UnknownModel;
import org.partnershipfund.allocation.opportunityindex.ComputationRefusal.UnknownTractSet;
import org.partnershipfund.allocation.opportunityindex.IndexRefusal;
import org.partnershipfund.allocation.opportunityindex.IndexRefusal.IndexNameTaken;
import org.partnershipfund.allocation.opportunityindex.IndexRefusal.NoSuchIndexSet;
import org.partnershipfund.allocation.opportunityindex.ModelRefusal;
import org.partnershipfund.allocation.opportunityindex.ModelRefusal.ComponentWeightsDoNotAddUp;
import org.partnershipfund.allocation.opportunityindex.ModelRefusal.FactorIsAKeyColumn;
import org.partnershipfund.allocation.opportunityindex.ModelRefusal.FactorTwice;
import org.partnershipfund.allocation.opportunityindex.ModelRefusal.FactorWeightsDoNotAddUp;
import org.partnershipfund.allocation.opportunityindex.ModelRefusal.NoSuchModel;
import org.partnershipfund.allocation.opportunityindex.ModelRefusal.NothingAdmitted;
import org.partnershipfund.allocation.opportunityindex.ModelRefusal.NothingMeasured;
import org.partnershipfund.allocation.opportunityindex.TractRefusal;
import org.partnershipfund.allocation.opportunityindex.TractRefusal.NoSuchTractSet;
import org.partnershipfund.allocation.opportunityindex.TractRefusal.TractNameTaken;
import org.partnershipfund.allocation.revision.RevisionRefusal;
import org.partnershipfund.allocation.revision.RevisionRefusal.AnotherIsOpen;
import org.partnershipfund.allocation.revision.RevisionRefusal.MoreThanAllocated;
import org.partnershipfund.allocation.revision.RevisionRefusal.NoSuchRevision;
import org.partnershipfund.allocation.revision.RevisionRefusal.NotALowerSum;
import org.partnershipfund.allocation.revision.RevisionRefusal.NotAnOctoberCount;
import org.partnershipfund.allocation.revision.RevisionRefusal.NotRetrued;
import org.partnershipfund.allocation.revision.RevisionRefusal.NothingToRetrue;
import org.partnershipfund.allocation.revision.RevisionRefusal.NothingToRevise;
import org.partnershipfund.allocation.revision.RevisionRefusal.OtherRules;
import org.partnershipfund.allocation.revision.RevisionRefusal.ReserveTooSmall;
import org.partnershipfund.allocation.revision.RevisionRefusal.RevisionOfNothing;
import org.partnershipfund.allocation.revision.RevisionRefusal.SchoolNotFunded;
import org.partnershipfund.allocation.revision.RevisionRefusal.ServesOtherSchools;
import org.partnershipfund.allocation.revision.RevisionRefusal.SettledDifferently;
import org.partnershipfund.allocation.revision.RevisionRefusal.ToldDifferently;
import org.partnershipfund.allocation.revision.RevisionRefusal.TooLateToRevise;
import org.partnershipfund.allocation.revision.RevisionRefusal.UnknownScenario;
import org.partnershipfund.allocation.revision.RevisionRefusal.WithinOneSchool;
import org.partnershipfund.allocation.scenario.ScenarioRefusal;
import org.partnershipfund.allocation.scenario.ScenarioRefusal.AlreadyPublished;
import org.partnershipfund.allocation.scenario.ScenarioRefusal.CentresCorrected;
import org.partnershipfund.allocation.scenario.ScenarioRefusal.IndexMissing;
import org.partnershipfund.allocation.scenario.ScenarioRefusal.NoSuchAllocation;
import org.partnershipfund.allocation.scenario.ScenarioRefusal.NoSuchScenario;
import org.partnershipfund.allocation.scenario.ScenarioRefusal.NoticeNotOfAnEarlierYear;
import org.partnershipfund.allocation.scenario.ScenarioRefusal.NoticeNotToldYet;
import org.partnershipfund.allocation.scenario.ScenarioRefusal.PublishedIsFinal;
import org.partnershipfund.allocation.scenario.ScenarioRefusal.SchoolNotInScenario;
import org.partnershipfund.allocation.scenario.ScenarioRefusal.UnknownIndexSet;
import org.partnershipfund.allocation.scenario.ScenarioRefusal.UnknownNotice;
import org.partnershipfund.allocation.scenario.ScenarioRefusal.UnknownSnapshot;
import org.partnershipfund.allocation.school.SchoolRefusal;
import org.partnershipfund.allocation.school.SchoolRefusal.CountOfADayToCome;
import org.partnershipfund.allocation.school.SchoolRefusal.NoSuchSchool;
import org.partnershipfund.allocation.school.SchoolRefusal.NoSuchSnapshot;
import org.partnershipfund.allocation.school.SchoolRefusal.SnapshotExists;
import org.partnershipfund.allocation.utilisation.UtilisationRefusal;
import org.partnershipfund.allocation.utilisation.UtilisationRefusal.ContractToldDifferently;
import org.partnershipfund.allocation.utilisation.UtilisationRefusal.InvoiceToldDifferently;
import org.partnershipfund.allocation.utilisation.UtilisationRefusal.NothingAllocated;
import org.partnershipfund.foundation.problem.ProblemTable;
import org.partnershipfund.kernel.Refusal;

/** The one table from our refusals to HTTP. */
@ApplicationScoped
class Problems implements ProblemTable {

    @Override
    public Row row(Refusal refusal) {
        return switch (refusal) {
            case SchoolRefusal why -> row(why);
            case IndexRefusal why -> row(why);
            case ModelRefusal why -> row(why);
            case TractRefusal why -> row(why);
            case ComputationRefusal why -> row(why);
            case FormulaRefusal why -> row(why);
            case FundRefusal why -> row(why);
            case ScenarioRefusal why -> row(why);
            case RevisionRefusal why -> row(why);
            case BaselineRefusal why -> row(why);
            case UtilisationRefusal why -> row(why);
            default -> throw new IllegalArgumentException("not a refusal of this service: " + refusal.getClass());
        };
    }

    private static Row row(SchoolRefusal refusal) {
        return switch (refusal) {
            case NoSuchSchool _ -> new Row("no-such-school", "No such school", ABSENT);
            case NoSuchSnapshot _ -> new Row("no-such-snapshot", "No such enrolment snapshot", ABSENT);
            case CountOfADayToCome _ -> new Row("count-of-a-day-to-come", "The day of the count has not come", RULE);
            case SnapshotExists _ -> new Row("snapshot-exists", "Enrolment of that day was imported before", STATE);
        };
    }

    private static Row row(IndexRefusal refusal) {
        return switch (refusal) {
            case NoSuchIndexSet _ -> new Row("no-such-index-set", "No such index set", ABSENT);
            case IndexNameTaken _ -> new Row("index-name-taken", "Name belongs to another index set", STATE);
        };
    }

    private static Row row(ModelRefusal refusal) {
        return switch (refusal) {
            case NoSuchModel _ -> new Row("no-such-index-model", "No such index model", ABSENT);
            case FactorIsAKeyColumn _ ->
                new Row("factor-is-a-key-column", "A factor has the name of a key column", RULE);
            case FactorTwice _ -> new Row("factor-twice", "A factor is named twice", RULE);
            case ComponentWeightsDoNotAddUp _ ->
                new Row("component-weights-do-not-add-up", "The weights of the components are not 1", RULE);
            case FactorWeightsDoNotAddUp _ ->
                new Row("factor-weights-do-not-add-up", "The weights of a component's factors are not 1", RULE);
            case NothingMeasured _ -> new Row("nothing-measured", "A component measures nothing", RULE);
            case NothingAdmitted _ -> new Row("nothing-admitted", "A factor admits no value", RULE);
        };
    }

    private static Row row(ComputationRefusal refusal) {
        return switch (refusal) {
            case NoSuchComputation _ -> new Row("no-such-computation", "No such index computation", ABSENT);
            case UnknownModel _ -> new Row("unknown-index-model", "The request names no index model", RULE);
            case UnknownTractSet _ -> new Row("unknown-tract-set", "The request names no tract set", RULE);
            case TractFactorMissing _ -> new Row("tract-factor-missing", "The tracts lack what is measured", RULE);
            case TractValueNotPossible _ -> new Row("tract-value-not-possible", "A tract's value cannot be true", RULE);
            case TractValueMissing _ -> new Row("tract-value-missing", "A tract's value is missing", RULE);
            case NobodyMeasured _ -> new Row("nobody-measured", "No school has enough pupils", RULE);
            case StudentsNotKept _ -> new Row("students-not-kept", "The pupils are not kept any more", STATE);
        };
    }

    private static Row row(TractRefusal refusal) {
        return switch (refusal) {
            case NoSuchTractSet _ -> new Row("no-such-tract-set", "No such tract set", ABSENT);
            case TractNameTaken _ -> new Row("tract-name-taken", "Name belongs to another tract set", STATE);
        };
    }

    private static Row row(FormulaRefusal refusal) {
        return switch (refusal) {
            case NobodyEligible _, TaperAboveEverybody _ ->
                new Row("nobody-eligible", "Nobody would be eligible", RULE);
            case TooManyPupils _ -> new Row("too-many-pupils", "More pupils than can be weighed", RULE);
            case ReserveNotBelowPool _ -> new Row("reserve-not-below-pool", "The reserve takes the pool", RULE);
            case RestInPartUnits _, BoundInPartUnits _ ->
                new Row("not-in-whole-units", "An amount is no whole number of units", RULE);
            case MorePlacesThanSchools _ -> new Row("more-places-than-schools", "More places than schools", RULE);
            case FloorsAbovePool _ -> new Row("floors-above-pool", "The floors exceed the pool", RULE);
            case ShareRoundsToNothing _ ->
                new Row("share-rounds-to-nothing", "An eligible school would receive nothing", RULE);
            case CapsBelowPool _ -> new Row("caps-below-pool", "The caps leave money over", RULE);
            case NoPupils _ -> new Row("no-pupils", "No pupils to share the pool over", RULE);
        };
    }

    private static Row row(FundRefusal refusal) {
        return switch (refusal) {
            case NoSuchFund _ -> new Row("no-such-fund", "No such fund", ABSENT);
            case PoolNotPositive _ -> new Row("pool-not-positive", "A pool is more than nothing", RULE);
            case CalendarOutOfOrder _ ->
                new Row("calendar-out-of-order", "The days of the fund are not in order", RULE);
            case FundExists _ -> new Row("fund-exists", "The year has a fund of that name", STATE);
            case AlreadyAllocated _ -> new Row("fund-already-allocated", "The fund is already allocated", STATE);
            case PublicationTooEarly _ ->
                new Row("publication-too-early", "The day of publication has not come", STATE);
            case NotAllocatedYet _ -> new Row("fund-not-allocated-yet", "The fund is not allocated yet", STATE);
            case AlreadyAppropriated _ ->
                new Row("fund-already-appropriated", "The fund is already appropriated", STATE);
            case NotAppropriatedYet _ ->
                new Row("fund-not-appropriated-yet", "The fund is not appropriated yet", STATE);
            case YearNotOver _ -> new Row("year-not-over", "The fiscal year is not over", STATE);
            case AlreadyClosed _ -> new Row("fund-already-closed", "The fund is already closed", STATE);
            case AdoptedDiffers _ -> new Row("adopted-differs", "Adopted amount is not the published sum", RULE);
            case RevisionOpen _ -> new Row("revision-unanswered", "A revision of the fund is not answered yet", STATE);
            case AdoptedInTheFuture _ -> new Row("adopted-in-the-future", "The vote has not been held yet", RULE);
        };
    }

    private static Row row(ScenarioRefusal refusal) {
        return switch (refusal) {
            case NoSuchScenario _ -> new Row("no-such-scenario", "No such scenario", ABSENT);
            case NoSuchAllocation _ -> new Row("no-such-allocation", "No such allocation", ABSENT);
            case SchoolNotInScenario _ ->
                new Row("school-not-in-scenario", "The scenario does not have the school", ABSENT);
            case UnknownIndexSet _ -> new Row("unknown-index-set", "The scenario names no index set", RULE);
            case UnknownSnapshot _ -> new Row("unknown-snapshot", "The scenario names no enrolment snapshot", RULE);
            case UnknownNotice _ -> new Row("unknown-notice", "The scenario names no notice", RULE);
            case NoticeNotOfAnEarlierYear _ ->
                new Row("notice-not-of-an-earlier-year", "The notice is not of an earlier year", RULE);
            case CentresCorrected _ ->
                new Row("centres-corrected", "A school's responsibility centre was corrected", STATE);
            case NoticeNotToldYet _ -> new Row("notice-not-told-yet", "The day of the notice has not come", STATE);
            case PublishedIsFinal _ -> new Row("scenario-is-final", "A published scenario never changes", STATE);
            case IndexMissing _ -> new Row("index-missing", "Schools without an index", RULE);
            case AlreadyPublished _ ->
                new Row("scenario-already-published", "The scenario is already published", STATE);
        };
    }

    private static Row row(RevisionRefusal refusal) {
        return switch (refusal) {
            case NoSuchRevision _ -> new Row("no-such-revision", "No such revision", ABSENT);
            case NothingToRevise _ -> new Row("nothing-to-revise", "The fund has nothing to revise", STATE);
            case TooLateToRevise _ -> new Row("too-late-to-revise", "The fund is adopted", STATE);
            case AnotherIsOpen _ -> new Row("revision-open", "The school is part of an open revision", STATE);
            case WithinOneSchool _ -> new Row("revision-within-one-school", "A school cannot give to itself", RULE);
            case RevisionOfNothing _ -> new Row("revision-of-nothing", "A revision moves at least a cent", RULE);
            case SchoolNotFunded _ -> new Row("school-not-funded", "The school receives nothing to revise", RULE);
            case MoreThanAllocated _ -> new Row("more-than-allocated", "The school has less than that", RULE);
            case ReserveTooSmall _ -> new Row("reserve-too-small", "The reserve has less than that", RULE);
            case NotALowerSum _ -> new Row("not-a-lower-sum", "The sum is not lower, or too low", RULE);
            case NotRetrued _ -> new Row("fund-not-retrued", "The fund is not re-trued to October", STATE);
            case UnknownScenario _ -> new Row("unknown-scenario", "The request names no scenario of the fund", RULE);
            case NotAnOctoberCount _ -> new Row("not-an-october-count", "The pupils were expected, not counted", RULE);
            case OtherRules _ -> new Row("other-rules", "More than the pupils differs", RULE);
            case ServesOtherSchools _ -> new Row("serves-other-schools", "Other schools would be served", RULE);
            case NothingToRetrue _ -> new Row("nothing-to-retrue", "Every school has what the count gives it", STATE);
            case ToldDifferently _ -> new Row("revision-told-differently", "The answer is to another revision", STATE);
            case SettledDifferently _ ->
                new Row("revision-settled-differently", "The revision was settled otherwise", STATE);
        };
    }

    private static Row row(BaselineRefusal refusal) {
        return switch (refusal) {
            case NoSuchNotice _ -> new Row("no-such-notice", "No such notice", ABSENT);
            case NoNoticeYet _ -> new Row("no-notice-yet", "No notice is told yet", ABSENT);
            case PartnerNotInNotice _ -> new Row("partner-not-in-notice", "The notice has no such partner", ABSENT);
            case TooLongForALetter _ -> new Row("too-long-for-a-letter", "Too many lines for a letter", RULE);
            case NoticeExists _ -> new Row("notice-exists", "The year has a notice of that day", STATE);
            case YearBeforeNotTold _ -> new Row("year-before-not-told", "The year before is not told yet", ABSENT);
        };
    }

    private static Row row(UtilisationRefusal refusal) {
        return switch (refusal) {
            case NothingAllocated _ -> new Row("nothing-allocated", "The school is allocated nothing", RULE);
            case ContractToldDifferently _ ->
                new Row("contract-told-differently", "The contract was told otherwise", STATE);
            case InvoiceToldDifferently _ ->
                new Row("invoice-told-differently", "The invoice was told otherwise", STATE);
        };
    }
}
