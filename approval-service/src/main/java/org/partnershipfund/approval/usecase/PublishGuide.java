package org.partnershipfund.approval.usecase;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import org.partnershipfund.approval.fund.FundId;
import org.partnershipfund.approval.fund.RememberedFund;
import org.partnershipfund.approval.fund.RememberedFunds;
import org.partnershipfund.approval.person.Person;
import org.partnershipfund.approval.plan.Stages;
import org.partnershipfund.approval.plan.StagesBook;
import org.partnershipfund.approval.policy.ApprovalPolicies;
import org.partnershipfund.approval.policy.ApprovalPolicy;
import org.partnershipfund.approval.policy.LeadTime;
import org.partnershipfund.approval.policy.LeadTimes;
import org.partnershipfund.approval.policy.PartnerChoice;
import org.partnershipfund.approval.selection.Fingerprint;
import org.partnershipfund.approval.support.Guide;
import org.partnershipfund.approval.support.GuideEdition;
import org.partnershipfund.approval.support.GuideEdition.Title;
import org.partnershipfund.approval.support.GuideEditions;
import org.partnershipfund.approval.support.GuideId;
import org.partnershipfund.approval.support.GuideScribe;
import org.partnershipfund.approval.support.SupportRefusal.GuideUnchanged;
import org.partnershipfund.approval.support.SupportRefusal.NoSuchGuide;
import org.partnershipfund.approval.support.SupportRefusal.NoSuchSupportCalendar;
import org.partnershipfund.kernel.AuditTrail;
import org.partnershipfund.kernel.Ids;
import org.partnershipfund.kernel.RefusedException;

/** The partnerships team publishes the guide of a fund, with the days, amounts and rules that hold when it does. */
@ApplicationScoped
public class PublishGuide {

    private final RememberedFunds funds;
    private final ApprovalPolicies policies;
    private final SetSupportCalendar calendars;
    private final StagesBook stages;
    private final LeadTimes leadTimes;
    private final GuideEditions editions;
    private final GuideScribe scribe;
    private final Fingerprint fingerprint;
    private final AuditTrail audit;
    private final Ids ids;
    private final Clock clock;

    PublishGuide(
            RememberedFunds funds,
            ApprovalPolicies policies,
            SetSupportCalendar calendars,
            StagesBook stages,
            LeadTimes leadTimes,
            GuideEditions editions,
            GuideScribe scribe,
            Fingerprint fingerprint,
            AuditTrail audit,
            Ids ids,
            Clock clock) {
        this.funds = funds;
        this.policies = policies;
        this.calendars = calendars;
        this.stages = stages;
        this.leadTimes = leadTimes;
        this.editions = editions;
        this.scribe = scribe;
        this.fingerprint = fingerprint;
        this.audit = audit;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * Publishes the next edition; everybody may read it from now on.
     *
     * @throws RefusedException if no such fund was heard of, or it would say what the newest edition says
     */
    @Transactional
    public Title publish(FundId fund, Person by) {
        Optional<Title> newest = editions.holdNewest(fund);
        String page = page(fund);
        String digest = fingerprint.sha256(page);
        newest.filter(title -> title.digest().equals(digest)).ifPresent(title -> {
            throw new RefusedException(new GuideUnchanged(title.id(), title.number()));
        });
        var title = new Title(
                new GuideId(ids.next()), fund, newest.map(Title::number).orElse(0) + 1, digest, by, clock.instant());
        editions.add(new GuideEdition(title, page));
        audit.record(new AuditTrail.Change("GuidePublished", title.id().value().toString(), null, title));
        return title;
    }

    /**
     * The page that would be published now.
     *
     * @throws RefusedException if no such fund was heard of
     */
    public String page(FundId fund) {
        RememberedFund heard =
                funds.find(fund).orElseThrow(() -> new RefusedException(new NoSuchSupportCalendar(fund)));
        ApprovalPolicy policy = policies.find(fund)
                .orElseThrow(() -> new RefusedException(new NoSuchSupportCalendar(fund)))
                .value();
        LocalDate today = LocalDate.now(clock);
        return scribe.page(new Guide(
                heard.name(),
                heard.year(),
                calendars.read(fund).value(),
                policy.partnerChoice() == PartnerChoice.ANY_REGISTERED,
                policy.selectionsDueOn(),
                policy.agendaNoticeHours(),
                editions.allocations(fund),
                stages.on(fund, today).orElseGet(() -> Stages.usual(fund)).stages(),
                LeadTime.on(leadTimes.all(), today).stream().map(Guide.Tier::of).toList()));
    }

    /**
     * One edition.
     *
     * @throws RefusedException if there is none
     */
    public GuideEdition read(GuideId id) {
        return editions.find(id).orElseThrow(() -> new RefusedException(new NoSuchGuide(id)));
    }
}
