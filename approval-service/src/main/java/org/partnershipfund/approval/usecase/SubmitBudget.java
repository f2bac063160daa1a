package org.partnershipfund.approval.usecase;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.partnershipfund.approval.fund.FundId;
import org.partnershipfund.approval.fund.RememberedFunds;
import org.partnershipfund.approval.person.Person;
import org.partnershipfund.approval.selection.Fingerprint;
import org.partnershipfund.approval.submission.Chart;
import org.partnershipfund.approval.submission.ChartOfAccounts;
import org.partnershipfund.approval.submission.Edition;
import org.partnershipfund.approval.submission.Edition.Answer;
import org.partnershipfund.approval.submission.Edition.Objection;
import org.partnershipfund.approval.submission.Editions;
import org.partnershipfund.approval.submission.Editions.Approved;
import org.partnershipfund.approval.submission.SubmissionRefusal.ChartNotKnown;
import org.partnershipfund.approval.submission.SubmissionRefusal.FundNotKnownHere;
import org.partnershipfund.approval.submission.SubmissionRefusal.NoSuchSubmission;
import org.partnershipfund.approval.submission.SubmittedLine;
import org.partnershipfund.kernel.AuditTrail;
import org.partnershipfund.kernel.RefusedException;
import org.partnershipfund.kernel.Versioned;

/** The budget office hands the approved selections of a fund to the budget system, edition by edition. */
@ApplicationScoped
public class SubmitBudget {

    private final RememberedFunds funds;
    private final ChartOfAccounts charts;
    private final Editions editions;
    private final Fingerprint fingerprint;
    private final AuditTrail audit;
    private final Clock clock;

    SubmitBudget(
            RememberedFunds funds,
            ChartOfAccounts charts,
            Editions editions,
            Fingerprint fingerprint,
            AuditTrail audit,
            Clock clock) {
        this.funds = funds;
        this.charts = charts;
        this.editions = editions;
        this.fingerprint = fingerprint;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Lines beside those that the budget system was told before.
     *
     * @param edition empty for what is approved now
     * @param before the lines of the edition that it is compared with
     */
    public record Compared(
            FundId fund,
            Chart chart,
            Optional<Edition> edition,
            Optional<Integer> comparedWith,
            List<SubmittedLine> lines,
            List<SubmittedLine> before) {
        public Compared {
            lines = List.copyOf(lines);
            before = List.copyOf(before);
        }
    }

    /**
     * What an edition would have if it were made now.
     *
     * @throws RefusedException if the fund, its chart or a school's responsibility centre was not heard of
     */
    @Transactional
    public Compared now(FundId fund) {
        Chart chart = chart(fund);
        Optional<Edition> told = Edition.comparable(editions.list(fund, 0, Integer.MAX_VALUE));
        return new Compared(fund, chart, Optional.empty(), told.map(Edition::number), approved(fund), lines(told));
    }

    /**
     * Makes the next edition of what is approved now.
     *
     * @throws RefusedException if the fund, its chart or a school's responsibility centre was not heard of, an edition waits
     *     for its answer, or nothing changed since the newest edition that was not rejected
     */
    @Transactional
    public Compared make(FundId fund, Person by) {
        Chart chart = chart(fund);
        List<Edition> before = editions.hold(fund);
        List<SubmittedLine> approved = approved(fund);
        List<SubmittedLine> told = lines(Edition.comparable(before));
        Edition made = Edition.make(fund, chart, approved, before, told, by, clock.instant(), fingerprint)
                .orRefuse()
                .state();
        editions.add(made, approved);
        audit.record(new AuditTrail.Change("BudgetSubmitted", fund.value().toString(), null, made));
        return new Compared(fund, chart, Optional.of(made), made.comparedWith(), approved, told);
    }

    /**
     * The fund's editions, oldest first.
     *
     * @param after only higher numbers; 0 for all
     * @throws RefusedException if the fund was not heard of
     */
    public List<Edition> list(FundId fund, int after, int limit) {
        mustKnow(fund);
        return editions.list(fund, after, limit);
    }

    /**
     * One edition.
     *
     * @throws RefusedException if there is none with that number
     */
    public Compared read(FundId fund, int number) {
        mustKnow(fund);
        Edition found = find(fund, number, editions.find(fund, number));
        return compared(found, editions.lines(found));
    }

    /** What the budget system said. */
    public record Said(boolean accepted, String reference, List<Objection> objections) {
        public Said {
            objections = List.copyOf(objections);
        }
    }

    /**
     * Records what the budget system said to an edition.
     *
     * @param seen the edition's version that was answered
     * @throws RefusedException if there is no such edition, it was answered before, an objection is about no line of it,
     *     or a rejection has no objection
     * @throws org.partnershipfund.kernel.StaleStateException if it is no longer what was seen
     */
    @Transactional
    public Compared answer(FundId fund, int number, long seen, Said said, Person by) {
        mustKnow(fund);
        Edition found = find(
                fund,
                number,
                editions.hold(fund).stream()
                        .filter(edition -> edition.number() == number)
                        .findFirst());
        if (found.answer().isEmpty()) {
            var _ = new Versioned<>(found, found.version()).expecting(number, seen);
        }
        List<SubmittedLine> lines = editions.lines(found);
        Edition answered = found.answered(
                        new Answer(said.accepted(), said.reference(), said.objections(), by, clock.instant()), lines)
                .orRefuse()
                .state();
        editions.answer(answered);
        audit.record(new AuditTrail.Change(
                "BudgetSubmissionAnswered",
                fund.value().toString(),
                null,
                answered.answer().orElseThrow()));
        return compared(answered, lines);
    }

    private Compared compared(Edition edition, List<SubmittedLine> lines) {
        List<SubmittedLine> before =
                lines(edition.comparedWith().flatMap(number -> editions.find(edition.fund(), number)));
        return new Compared(
                edition.fund(), edition.chart(), Optional.of(edition), edition.comparedWith(), lines, before);
    }

    private List<SubmittedLine> lines(Optional<Edition> edition) {
        return edition.map(editions::lines).orElse(List.of());
    }

    private static Edition find(FundId fund, int number, Optional<Edition> found) {
        return found.orElseThrow(() -> new RefusedException(new NoSuchSubmission(fund, number)));
    }

    /** What is approved; refused if a line of it would have no budget line, so that none is left out in silence. */
    private List<SubmittedLine> approved(FundId fund) {
        Approved approved = editions.approved(fund);
        approved.withoutCentre().ifPresent(school -> {
            throw new RefusedException(new ChartNotKnown(fund, "the responsibility centre of school " + school));
        });
        return approved.lines();
    }

    private Chart chart(FundId fund) {
        mustKnow(fund);
        return charts.of(fund)
                .orElseThrow(() -> new RefusedException(
                        new ChartNotKnown(fund, "the account, fund number, program and subclass")));
    }

    /**
     * Refuses a fund that was not heard of.
     *
     * @throws RefusedException if it was not
     */
    public void mustKnow(FundId fund) {
        if (funds.find(fund).isEmpty()) {
            throw new RefusedException(new FundNotKnownHere(fund));
        }
    }
}
