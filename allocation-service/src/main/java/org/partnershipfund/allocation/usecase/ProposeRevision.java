package org.partnershipfund.allocation.usecase;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.stream.Stream;
import org.partnershipfund.allocation.fund.Fund;
import org.partnershipfund.allocation.fund.FundId;
import org.partnershipfund.allocation.fund.FundRefusal.NoSuchFund;
import org.partnershipfund.allocation.fund.Funds;
import org.partnershipfund.allocation.revision.CurrentAmounts;
import org.partnershipfund.allocation.revision.Reduction;
import org.partnershipfund.allocation.revision.Retruing;
import org.partnershipfund.allocation.revision.Revision;
import org.partnershipfund.allocation.revision.Revision.Ask;
import org.partnershipfund.allocation.revision.Revision.Proposed;
import org.partnershipfund.allocation.revision.RevisionId;
import org.partnershipfund.allocation.revision.RevisionRefusal.NothingToRevise;
import org.partnershipfund.allocation.revision.RevisionRefusal.UnknownScenario;
import org.partnershipfund.allocation.revision.Revisions;
import org.partnershipfund.allocation.scenario.Scenario;
import org.partnershipfund.allocation.scenario.ScenarioId;
import org.partnershipfund.allocation.scenario.Scenarios;
import org.partnershipfund.allocation.school.Schools;
import org.partnershipfund.kernel.AuditTrail;
import org.partnershipfund.kernel.Ids;
import org.partnershipfund.kernel.Money;
import org.partnershipfund.kernel.Outbox;
import org.partnershipfund.kernel.RefusedException;
import org.partnershipfund.kernel.SchoolCode;
import org.partnershipfund.kernel.Versioned;

/** Asks the ledger to take money off schools' lines, for another school of the fund or for the reserve. */
@ApplicationScoped
public class ProposeRevision {

    private final Funds funds;
    private final Schools schools;
    private final Scenarios scenarios;
    private final Revisions revisions;
    private final CountAmounts countAmounts;
    private final Outbox outbox;
    private final AuditTrail audit;
    private final Ids ids;
    private final Clock clock;

    ProposeRevision(
            Funds funds,
            Schools schools,
            Scenarios scenarios,
            Revisions revisions,
            CountAmounts countAmounts,
            Outbox outbox,
            AuditTrail audit,
            Ids ids,
            Clock clock) {
        this.funds = funds;
        this.schools = schools;
        this.scenarios = scenarios;
        this.revisions = revisions;
        this.countAmounts = countAmounts;
        this.outbox = outbox;
        this.audit = audit;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * Proposes a revision.
     *
     * @throws RefusedException if there is no such fund, it has nothing published or is appropriated, a school is not
     *     funded or part of an open revision, or the amount is nothing or more than the giving side can spare
     */
    @Transactional
    public Versioned<Revision> propose(FundId id, Ask ask) {
        var fund = hold(id);
        // Fund, then schools, as publication takes them.
        schools.hold(lines(List.of(ask)));
        return propose(fund, ask, countAmounts.of(fund), revisions.open(id));
    }

    /**
     * Proposes that every school gives to the reserve in proportion to what it has, all of them or none.
     *
     * @param to what the schools shall have together afterwards
     * @return one per school that gives, by school code
     * @throws RefusedException if there is no such fund, it has nothing published or is appropriated, a revision is open,
     *     or the sum is not lower or leaves a school without a cent
     */
    @Transactional
    public List<Versioned<Revision>> lower(FundId id, Money to, String reason) {
        var fund = hold(id);
        var amounts = countAmounts.of(fund);
        var open = revisions.open(id);
        if (amounts.bySchool().isEmpty()) {
            throw new RefusedException(new NothingToRevise(id));
        }
        List<Ask> asks = Reduction.of(amounts, to, reason).orRefuse().state().asks();
        schools.hold(lines(asks));
        return asks.stream().map(ask -> propose(fund, ask, amounts, open)).toList();
    }

    /**
     * Brings what the schools have nearer to what the published rules say of an October count: asks the ledger for what
     * is too much, and hands out what it has given up already.
     *
     * @param october a scenario of the fund: the published rules and index over an October count
     * @return what was asked, first the schools that give, then those that receive
     * @throws RefusedException if there is no such fund, it is not re-trued, has nothing published or is appropriated; the
     *     scenario is none of the fund or differs in more than its pupils; or nothing is left to move
     */
    @Transactional
    public Retrued retrue(FundId id, ScenarioId october, String reason) {
        var fund = hold(id);
        var published = published(Retruing.admit(fund).orRefuse().state());
        var counted = scenarios
                .find(october)
                .map(Versioned::value)
                .filter(scenario -> scenario.title().fund().equals(id))
                .orElseThrow(() -> new RefusedException(new UnknownScenario(id, october)));
        var amounts = countAmounts.of(fund);
        var open = revisions.open(id);
        var retruing =
                Retruing.of(published, counted, amounts, reason).orRefuse().state();
        schools.hold(lines(retruing.asks()));
        return new Retrued(
                counted.title(),
                retruing.asks().stream()
                        .map(ask -> propose(fund, ask, amounts, open))
                        .toList(),
                retruing.missing());
    }

    /**
     * What was asked to re-true a fund.
     *
     * @param revisions first those that give, then those that receive; each by school code
     * @param missing what schools with too little still miss
     */
    public record Retrued(Scenario.Title october, List<Versioned<Revision>> revisions, Money missing) {
        public Retrued {
            revisions = List.copyOf(revisions);
        }
    }

    private Scenario.Published published(Fund.Allocated fund) {
        return switch (scenarios
                .find(new ScenarioId(fund.scenario()))
                .orElseThrow(() -> new IllegalStateException("fund %s without its scenario".formatted(fund.id())))
                .value()) {
            case Scenario.Published published -> published;
            case Scenario.Computed _ ->
                throw new IllegalStateException("fund %s is allocated by a draft".formatted(fund.id()));
        };
    }

    private Fund hold(FundId id) {
        return funds.hold(id)
                .orElseThrow(() -> new RefusedException(new NoSuchFund(id)))
                .value();
    }

    private static List<SchoolCode> lines(List<Ask> asks) {
        return asks.stream()
                .flatMap(ask -> Stream.of(ask.from(), ask.to()))
                .flatMap(side -> side.line().stream())
                .toList();
    }

    private Versioned<Revision> propose(Fund fund, Ask ask, CurrentAmounts amounts, List<Proposed> open) {
        var proposed = Revision.propose(new RevisionId(ids.next()), fund, ask, amounts, open, clock.instant())
                .orRefuse();
        Revision revision = proposed.state();
        long version = revisions.store(revision, 0);
        outbox.add(proposed.events());
        audit.record(new AuditTrail.Change(
                "RevisionProposed", revision.terms().id().value().toString(), null, revision));
        return new Versioned<>(revision, version);
    }
}
