package org.partnershipfund.approval.usecase;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.partnershipfund.approval.support.Booking;
import org.partnershipfund.approval.support.HelpSession;
import org.partnershipfund.approval.support.HelpSession.Cancelled;
import org.partnershipfund.approval.support.HelpSession.Planned;
import org.partnershipfund.approval.support.HelpSessions;
import org.partnershipfund.approval.support.SessionId;
import org.partnershipfund.approval.support.Slot;
import org.partnershipfund.approval.support.SupportRefusal.NoSuchSession;
import org.partnershipfund.kernel.AuditTrail;
import org.partnershipfund.kernel.Decision;
import org.partnershipfund.kernel.RefusedException;
import org.partnershipfund.kernel.Versioned;

/** What every change of a help session has in common: it is held, stored and audited, and who booked is told. */
@ApplicationScoped
class HelpDesk {

    private final HelpSessions sessions;
    private final TellPeople people;
    private final AuditTrail audit;

    HelpDesk(HelpSessions sessions, TellPeople people, AuditTrail audit) {
        this.sessions = sessions;
        this.people = people;
        this.audit = audit;
    }

    /** The session, held until the end of the transaction. */
    Versioned<HelpSession> hold(SessionId id) {
        return sessions.hold(id).orElseThrow(() -> new RefusedException(new NoSuchSession(id)));
    }

    /** Stores what was decided and tells who booked, or throws the refusal. */
    Versioned<HelpSession> store(
            String action, Decision<HelpSession> decision, Optional<Versioned<HelpSession>> before) {
        HelpSession next = decision.orRefuse().state();
        long version = sessions.store(next, before);
        audit.record(new AuditTrail.Change(
                action,
                next.announced().id().value().toString(),
                before.map(read -> Audited.of(read.value(), next)).orElse(null),
                Audited.of(next, before.map(Versioned::value).orElse(null))));
        people.ofSession(before.map(Versioned::value), next);
        return new Versioned<>(next, version);
    }

    /** The session with those of its bookings that the change is about. */
    private record Audited(Slot slot, int sequence, Optional<String> cancelled, List<Booking> bookings) {

        static Audited of(HelpSession one, @Nullable HelpSession other) {
            List<Booking> same = other == null ? List.of() : other.bookings();
            return new Audited(
                    one.slot(),
                    one.sequence(),
                    switch (one) {
                        case Planned _ -> Optional.empty();
                        case Cancelled gone -> Optional.of(gone.reason());
                    },
                    one.bookings().stream()
                            .filter(booking -> !same.contains(booking))
                            .toList());
        }
    }
}
