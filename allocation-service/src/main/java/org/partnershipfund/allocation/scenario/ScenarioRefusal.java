package org.partnershipfund.allocation.scenario;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.partnershipfund.allocation.baseline.NoticeId;
import org.partnershipfund.allocation.opportunityindex.IndexSetId;
import org.partnershipfund.allocation.school.NamedSchools;
import org.partnershipfund.allocation.school.SnapshotId;
import org.partnershipfund.kernel.FiscalYear;
import org.partnershipfund.kernel.Refusal;
import org.partnershipfund.kernel.SchoolCode;

/** Every way a scenario can say no. */
public sealed interface ScenarioRefusal extends Refusal {

    /** The id names no scenario that the caller may see. */
    record NoSuchScenario(ScenarioId scenario) implements ScenarioRefusal {
        @Override
        public String sentence() {
            return "There is no scenario %s. GET /funds/{fundId}/scenarios lists those of a fund."
                    .formatted(scenario.value());
        }
    }

    /** The id names no published allocation. */
    record NoSuchAllocation(AllocationId allocation) implements ScenarioRefusal {
        @Override
        public String sentence() {
            return "There is no published allocation %s. GET /allocations lists those that are published."
                    .formatted(allocation.value());
        }
    }

    /** The scenario's snapshot does not count the school. */
    record SchoolNotInScenario(ScenarioId scenario, SchoolCode school) implements ScenarioRefusal {
        @Override
        public String sentence() {
            return "Scenario %s has no school %s. GET /scenarios/%s/allocations lists those that it has."
                    .formatted(scenario.value(), school, scenario.value());
        }
    }

    /** A scenario needs an index set that exists. */
    record UnknownIndexSet(IndexSetId index) implements ScenarioRefusal {
        @Override
        public String sentence() {
            return "indexId is %s, and there is no such index set. GET /index-imports lists those that were imported."
                    .formatted(index.value());
        }
    }

    /** A scenario needs an enrolment snapshot that exists. */
    record UnknownSnapshot(SnapshotId snapshot) implements ScenarioRefusal {
        @Override
        public String sentence() {
            return "enrollmentId is %s, and there is no such enrolment snapshot. GET /schools/imports lists those that were imported."
                    .formatted(snapshot.value());
        }
    }

    /** A school that is counted and has no index could be neither served nor left out. */
    record IndexMissing(List<SchoolCode> schools, String index, LocalDate asOf) implements ScenarioRefusal {

        public IndexMissing {
            schools = List.copyOf(schools);
        }

        @Override
        public String sentence() {
            return "The enrolment as of %s counts %,d %s without a value in index set '%s': %s. Import an index set that has every school of the snapshot."
                    .formatted(
                            asOf,
                            schools.size(),
                            schools.size() == 1 ? "school" : "schools",
                            index,
                            NamedSchools.of(schools));
        }
    }

    /** Holding harmless needs a notice that exists. */
    record UnknownNotice(NoticeId notice) implements ScenarioRefusal {
        @Override
        public String sentence() {
            return "holdHarmless.noticeId is %s, and there is no such notice. GET /prior-year-funding/imports lists those that were imported."
                    .formatted(notice.value());
        }
    }

    /** What a school had, it had before. */
    record NoticeNotOfAnEarlierYear(NoticeId notice, FiscalYear paidIn, FiscalYear year) implements ScenarioRefusal {
        @Override
        public String sentence() {
            return "holdHarmless.noticeId is %s, which tells what %s paid for; the fund is of %s. Name a notice of an earlier year."
                    .formatted(notice.value(), paidIn, year);
        }
    }

    /** A published explanation says what the notice says; the notice has a day of its own. */
    record NoticeNotToldYet(ScenarioId scenario, LocalDate toldOn, LocalDate today) implements ScenarioRefusal {
        @Override
        public String sentence() {
            return "Scenario %s explains its amounts by a notice that is told on %s, and today is %s in the district. Publish on that day or later."
                    .formatted(scenario.value(), toldOn, today);
        }
    }

    /** A school's line is opened under its responsibility centre, and the roll knows another one by now. */
    record CentresCorrected(ScenarioId scenario, List<SchoolCode> schools) implements ScenarioRefusal {

        public CentresCorrected {
            schools = List.copyOf(schools);
        }

        @Override
        public String sentence() {
            return "Scenario %s was computed before the responsibility centre of %,d %s was corrected: %s. Compute it anew (PUT /scenarios/%s) and publish what comes of it."
                    .formatted(
                            scenario.value(),
                            schools.size(),
                            schools.size() == 1 ? "school" : "schools",
                            NamedSchools.of(schools),
                            scenario.value());
        }
    }

    /** What the schools were told stays as it was told. */
    record PublishedIsFinal(ScenarioId scenario, Instant publishedAt) implements ScenarioRefusal {
        @Override
        public String sentence() {
            return "Scenario %s was published at %s and never changes. Copy it and change the copy, or move published amounts by a revision: POST /funds/{fundId}/revisions."
                    .formatted(scenario.value(), publishedAt);
        }
    }

    /** What the schools were told is not told again. */
    record AlreadyPublished(ScenarioId scenario, Instant publishedAt) implements ScenarioRefusal {
        @Override
        public String sentence() {
            return "Scenario %s was published at %s. Nothing is left to do.".formatted(scenario.value(), publishedAt);
        }
    }
}
