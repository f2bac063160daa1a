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
        Optional<Edition> compared = Edition.comparable(editions.of(fund));
        return new Compared(
                fund,
                chart,
                Optional.empty(),
                compared.map(Edition::number),
                editions.approved(fund),
                compared.map(Edition::lines).orElse(List.of()));
    }

    /**
     * Makes the next edition of what is approved now.
     *
     * @throws RefusedException if the fund, its chart or a school's responsibility centre was not heard of, or nothing
     *     changed since the newest edition that was not rejected
     */
    @Transactional
    public Compared make(FundId fund, Person by) {
        Chart chart = chart(fund);
        List<Edition> before = editions.hold(fund);
        Edition made = Edition.make(fund, chart, editions.approved(fund), before, by, clock.instant(), fingerprint)
                .orRefuse()
                .state();
        editions.add(made);
        audit.record(new AuditTrail.Change("BudgetSubmitted", fund.value().toString(), null, made));
        return compared(made, before);
    }

    /** The fund's editions, oldest first. */
    public List<Edition> list(FundId fund) {
        mustKnow(fund);
        return editions.of(fund);
    }

    /**
     * One edition.
     *
     * @throws RefusedException if there is none with that number
     */
    public Compared read(FundId fund, int number) {
        List<Edition> all = list(fund);
        return compared(find(fund, number, all), all);
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
        List<Edition> all = editions.hold(fund);
        Edition found = find(fund, number, all);
        if (found.answer().isEmpty()) {
            var _ = new Versioned<>(found, found.version()).expecting(number, seen);
        }
        Edition answered = found.answered(
                        new Answer(said.accepted(), said.reference(), said.objections(), by, clock.instant()))
                .orRefuse()
                .state();
        editions.answer(answered);
        audit.record(new AuditTrail.Change(
                "BudgetSubmissionAnswered",
                fund.value().toString(),
                null,
                answered.answer().orElseThrow()));
        return compared(answered, all);
    }

    private static Compared compared(Edition edition, List<Edition> all) {
        List<SubmittedLine> before = edition.comparedWith()
                .map(number -> find(edition.fund(), number, all).lines())
                .orElse(List.of());
        return new Compared(
                edition.fund(), edition.chart(), Optional.of(edition), edition.comparedWith(), edition.lines(), before);
    }

    private static Edition find(FundId fund, int number, List<Edition> all) {
        return all.stream()
                .filter(edition -> edition.number() == number)
                .findFirst()
                .orElseThrow(() -> new RefusedException(new NoSuchSubmission(fund, number)));
    }

    private Chart chart(FundId fund) {
        mustKnow(fund);
        Chart chart = charts.of(fund)
                .orElseThrow(() -> new RefusedException(
                        new ChartNotKnown(fund, "the account, fund number, program and subclass")));
        editions.withoutCentre(fund).ifPresent(school -> {
            throw new RefusedException(new ChartNotKnown(fund, "the responsibility centre of school " + school));
        });
        return chart;
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
