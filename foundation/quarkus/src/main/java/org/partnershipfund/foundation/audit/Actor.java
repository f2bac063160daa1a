package org.partnershipfund.foundation.audit;

import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.partnershipfund.foundation.caller.Caller;
import org.partnershipfund.foundation.caller.Roles;
import org.partnershipfund.foundation.web.RequestId;

/** Who acts in this request or for this event, as the audit trail names them: by id and roles, never by name. */
@RequestScoped
public class Actor {

    /** The header in which a caller may say why. */
    public static final String REASON_HEADER = "X-Reason";

    private static final int MAX_REASON = 500;

    private final Caller caller;
    private final CurrentVertxRequest request;
    private @Nullable Hearing hearing;

    @Inject
    Actor(Caller caller, CurrentVertxRequest request) {
        this.caller = caller;
        this.request = request;
    }

    /** The service itself acts, because it heard an event. */
    private record Hearing(
            String service, String why, @Nullable String trace) {}

    /** From now on in this context the service itself acts, because of an event and in that event's trace. */
    public void becomeService(String service, String why, @Nullable String trace) {
        hearing = new Hearing(service, why, trace);
    }

    /** Who vouches for {@link #id()}. */
    public String issuer() {
        return hearing == null ? caller.issuer() : "partnership-fund";
    }

    /** The caller's id at the issuer, or {@code service:<name>} when the service acts on an event. */
    public String id() {
        return hearing == null ? caller.subject() : "service:" + hearing.service();
    }

    /** As whom: the roles, sorted. */
    Set<String> roles() {
        return hearing == null ? new TreeSet<>(caller.roles()) : Set.of(Roles.SYSTEM);
    }

    /** Why: what the caller gave as the reason, or the event that was heard. */
    @Nullable String reason() {
        if (hearing != null) {
            return hearing.why();
        }
        RoutingContext current = request.getCurrent();
        String given = current == null ? null : current.request().getHeader(REASON_HEADER);
        return given == null || given.length() <= MAX_REASON ? given : given.substring(0, MAX_REASON);
    }

    /** In which request, or in which trace. */
    @Nullable String requestId() {
        if (hearing != null) {
            return hearing.trace();
        }
        RoutingContext current = request.getCurrent();
        return current == null ? null : RequestId.of(current);
    }
}
