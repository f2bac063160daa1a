package org.partnershipfund.portfolio.adapter.rest;

import jakarta.enterprise.context.RequestScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.partnershipfund.foundation.caller.Caller;
import org.partnershipfund.foundation.caller.PartnerMembers;
import org.partnershipfund.foundation.caller.Roles;
import org.partnershipfund.foundation.caller.Scopes;
import org.partnershipfund.kernel.SchoolCode;
import org.partnershipfund.portfolio.catalogue.Standing;
import org.partnershipfund.portfolio.partner.PartnerId;
import org.partnershipfund.portfolio.partner.Person;
import org.partnershipfund.portfolio.partner.Reach;

/** Who may pass which door, and for which partners: one list for all of them. */
@RequestScoped
class Doors {

    private final Caller caller;
    private final Scopes scopes;
    private final PartnerMembers members;
    private final Clock clock;

    Doors(Caller caller, Scopes scopes, PartnerMembers members, Clock clock) {
        this.caller = caller;
        this.scopes = scopes;
        this.members = members;
        this.clock = clock;
    }

    /** Who asks. */
    Person person() {
        return new Person(caller.issuer(), caller.subject());
    }

    /** For whom the caller acts: the partners that they are a member of. */
    Reach own() {
        return new Reach.Only(members.ofCaller().stream().map(PartnerId::new).collect(Collectors.toUnmodifiableSet()));
    }

    /** Whose members the caller may change: their own; the partnerships team's, so that nobody is locked out, all. */
    Reach membersToChange() {
        return caller.has(Roles.PARTNERSHIPS_TEAM) ? new Reach.Every() : own();
    }

    /** For which partnerships the caller speaks. */
    Standing standing() {
        return new Standing(caller.has(Roles.PARTNERSHIPS_TEAM), scopes.schoolsAs(Roles.SCHOOL_LEADER), own());
    }

    /** Whether the caller matches programs for the school: a school's own people and its superintendent; the offices, for all. */
    boolean matchesFor(SchoolCode school) {
        return scopes.current().covers(school);
    }

    /** For whom the caller imports: the partnerships team for everybody, a member for their own. */
    Reach importing() {
        return membersToChange();
    }

    /** Of whom the caller sees what is not public: of their own; the offices and the records auditor, of all. */
    Reach sight() {
        return seesReviews() ? new Reach.Every() : own();
    }

    /** Whether the caller is of an office that sees what is not public of every partner. */
    boolean seesReviews() {
        return caller.has(Roles.PARTNERSHIPS_TEAM) || caller.has(Roles.RECORDS_AUDITOR);
    }

    /**
     * Whether the caller sees who reviewed this partner's application and what they found; whoever acts for the partner
     * sees the decision and its reasons, of whatever office they are.
     */
    boolean seesReviewsOf(PartnerId partner) {
        return seesReviews() && !own().covers(partner);
    }

    /** The day that was asked for, or today in the district. */
    LocalDate dayOrToday(@Nullable LocalDate day) {
        return day == null ? LocalDate.now(clock) : day;
    }
}
