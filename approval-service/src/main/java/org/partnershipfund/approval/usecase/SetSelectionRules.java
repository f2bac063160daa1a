package org.partnershipfund.approval.usecase;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.partnershipfund.approval.fund.FundId;
import org.partnershipfund.approval.policy.PolicyRefusal.NoSuchSelectionRules;
import org.partnershipfund.approval.policy.SelectionRulebook;
import org.partnershipfund.approval.policy.SelectionRules;
import org.partnershipfund.kernel.AuditTrail;
import org.partnershipfund.kernel.RefusedException;
import org.partnershipfund.kernel.Versioned;

/** The budget office says what a fund asks of selections; what was submitted before is not measured again. */
@ApplicationScoped
public class SetSelectionRules {

    private final SelectionRulebook rulebook;
    private final AuditTrail audit;
    private final Clock clock;

    SetSelectionRules(SelectionRulebook rulebook, AuditTrail audit, Clock clock) {
        this.rulebook = rulebook;
        this.audit = audit;
        this.clock = clock;
    }

    /** What is to be set, by the version that it gets, the day of today and the instant. */
    @FunctionalInterface
    public interface Next {

        /** The rules, not yet checked. */
        SelectionRules rules(int version, LocalDate today, Instant at);
    }

    /**
     * Adds a version.
     *
     * @param seen the newest version that the caller decided upon
     * @throws RefusedException if no such fund was heard of, the day is past, or the numbers do not fit one another
     * @throws org.partnershipfund.kernel.StaleStateException if there is a newer version
     */
    @Transactional
    public Versioned<SelectionRules> set(FundId fund, long seen, Next next) {
        rulebook.hold(fund);
        SelectionRules before = versions(fund).getLast();
        var _ = new Versioned<>(before, before.version()).expecting(fund.value(), seen);
        Instant now = clock.instant();
        LocalDate today = LocalDate.ofInstant(now, clock.getZone());
        SelectionRules rules = SelectionRules.follow(next.rules(before.version() + 1, today, now), today)
                .orRefuse()
                .state();
        rulebook.add(rules);
        audit.record(new AuditTrail.Change("SelectionRulesSet", fund.value().toString(), before, rules));
        return new Versioned<>(rules, rules.version());
    }

    /**
     * The rules in force on a day, with the number of the newest version.
     *
     * @param day empty for today
     * @throws RefusedException if no such fund was heard of
     */
    public Versioned<SelectionRules> on(FundId fund, Optional<LocalDate> day) {
        List<SelectionRules> versions = versions(fund);
        return new Versioned<>(
                SelectionRules.inForce(versions, day.orElseGet(() -> LocalDate.now(clock))),
                versions.getLast().version());
    }

    /**
     * Every version, the first one first.
     *
     * @throws RefusedException if no such fund was heard of
     */
    public List<SelectionRules> versions(FundId fund) {
        List<SelectionRules> versions = rulebook.versions(fund);
        if (versions.isEmpty()) {
            throw new RefusedException(new NoSuchSelectionRules(fund));
        }
        return versions;
    }
}
