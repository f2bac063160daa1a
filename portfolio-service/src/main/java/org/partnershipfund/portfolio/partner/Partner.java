package org.partnershipfund.portfolio.partner;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.partnershipfund.kernel.AuditTrail.Personal;
import org.partnershipfund.kernel.Decision;
import org.partnershipfund.portfolio.partner.PartnerEvent.PartnerMembersChanged;
import org.partnershipfund.portfolio.partner.PartnerEvent.PartnerRegistered;
import org.partnershipfund.portfolio.partner.PartnerRefusal.PartnerExists;

/**
 * An organisation, group or coalition that offers ongoing, direct services.
 *
 * @param name unique in the district, whatever its capitals
 * @param contactEmail where the district writes to; personal data, for the partner and the partnerships team only
 * @param taxId by which the same organisation is recognised; for the partner and the partnerships team only
 * @param members who act for it: one or more, sorted, each once
 * @param modifiedAt when it was registered, or its members or contact last changed
 */
public record Partner(
        PartnerId id,
        String name,
        PartnerKind kind,
        Optional<String> contactEmail,
        Optional<TaxId> taxId,
        List<Person> members,
        Instant registeredAt,
        Instant modifiedAt) {

    public Partner {
        if (name.isBlank()) {
            throw new IllegalArgumentException("a partner has a name");
        }
        if (members.isEmpty()) {
            throw new IllegalArgumentException("somebody acts for a partner");
        }
        members = List.copyOf(new TreeSet<>(members));
    }

    /** What everybody may know of a partner. */
    public record Title(PartnerId id, String name, PartnerKind kind) {}

    /** What an organisation says of itself when it registers. */
    public record Registration(String name, PartnerKind kind, Optional<String> contactEmail, Optional<TaxId> taxId) {}

    /** The partner as the audit trail keeps it: address and tax id as digests. */
    public record Audited(
            PartnerId id,
            String name,
            PartnerKind kind,
            @Nullable Personal contactEmail,
            @Nullable Personal taxId,
            List<Person> members) {}

    /**
     * Registers an organisation (§1.1).
     *
     * @param founder who registers it, and so its first member
     * @param namesake the partner of that name, if there is one
     */
    public static Decision<Partner> register(
            PartnerId id, Registration asked, Person founder, Optional<PartnerId> namesake, Instant at) {
        if (namesake.isPresent()) {
            return Decision.refuse(new PartnerExists(asked.name(), namesake.get()));
        }
        Partner partner = new Partner(
                id, asked.name(), asked.kind(), asked.contactEmail(), asked.taxId(), List.of(founder), at, at);
        return Decision.accept(partner, new PartnerRegistered(id, partner.name, partner.kind, partner.members(), at));
    }

    /** Other people act for it from now on (§1.3); the same people change nothing. */
    public static Decision<Partner> changeMembers(Partner partner, Collection<Person> members, Instant at) {
        Partner changed = new Partner(
                partner.id,
                partner.name,
                partner.kind,
                partner.contactEmail,
                partner.taxId,
                List.copyOf(members),
                partner.registeredAt,
                at);
        return changed.members.equals(partner.members)
                ? Decision.accept(partner)
                : Decision.accept(changed, new PartnerMembersChanged(partner.id, changed.members, at));
    }

    /** The partner with another contact address and tax id; the same change nothing. */
    public Partner reachedAt(Optional<String> email, Optional<TaxId> number, Instant at) {
        return contactEmail.equals(email) && taxId.equals(number)
                ? this
                : new Partner(id, name, kind, email, number, members, registeredAt, at);
    }

    /** What everybody may know of it. */
    public Title title() {
        return new Title(id, name, kind);
    }

    /** Whether this person acts for it. */
    public boolean isActedForBy(Person person) {
        return members.contains(person);
    }

    /** As the audit trail keeps it. */
    public Audited audited() {
        return new Audited(
                id,
                name,
                kind,
                contactEmail.map(this::personal).orElse(null),
                taxId.map(TaxId::digits).map(this::personal).orElse(null),
                members);
    }

    private Personal personal(String value) {
        return new Personal("partner " + id.value(), value);
    }
}
