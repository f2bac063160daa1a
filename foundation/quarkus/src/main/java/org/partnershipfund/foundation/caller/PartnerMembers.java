package org.partnershipfund.foundation.caller;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.partnershipfund.foundation.sql.Sql;

/** Who acts for which partner organisation: the scope of the role {@code partner}. */
@ApplicationScoped
public class PartnerMembers {

    private final Sql sql;
    private final Caller caller;

    @Inject
    PartnerMembers(Sql sql, Caller caller) {
        this.sql = sql;
        this.caller = caller;
    }

    /** From now on these people, and nobody else, act for the organisation. */
    public void replace(UUID partner, Collection<Person> members) {
        int _ = sql.update("DELETE FROM partner_member WHERE partner_id = ?", partner);
        for (Person member : Set.copyOf(members)) {
            sql.updateOne(
                    "INSERT INTO partner_member (issuer, subject, partner_id) VALUES (?, ?, ?)",
                    member.issuer(),
                    member.subject(),
                    partner);
        }
    }

    /** The organisations that the caller acts for: those of the records if the token has the role, else none. */
    public Set<UUID> ofCaller() {
        if (!caller.has(Roles.PARTNER)) {
            return Set.of();
        }
        return sql
                .list(
                        "SELECT partner_id FROM partner_member WHERE issuer = ? AND subject = ?",
                        row -> row.getObject(1, UUID.class),
                        caller.issuer(),
                        caller.subject())
                .stream()
                .collect(Collectors.toUnmodifiableSet());
    }
}
