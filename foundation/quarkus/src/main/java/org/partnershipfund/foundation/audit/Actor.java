package org.partnershipfund.foundation.audit;

import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
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

    /**
     * Who acts, as whom, why and in which request.
     *
     * @param issuer who vouches for the id
     * @param id the caller's id at the issuer, or {@code service:<name>} when the service acts by itself
     * @param roles sorted, with blanks between them
     * @param reason what the caller gave as the reason, or the event that was heard
     * @param requestId the request's id, or the trace of the event that was heard
     */
    public record ActingAs(
            String issuer,
            String id,
            String roles,
            @Nullable String reason,
            @Nullable String requestId) {

        static ActingAs service(String service, @Nullable String why, @Nullable String trace) {
            return new ActingAs("partnership-fund", "service:" + service, Roles.SYSTEM, why, trace);
        }
    }

    /** Who acts now. */
    public ActingAs now() {
        if (hearing != null) {
            return ActingAs.service(hearing.service(), hearing.why(), hearing.trace());
        }
        RoutingContext current = request.getCurrent();
        return new ActingAs(
                caller.issuer(),
                caller.subject(),
                String.join(" ", new TreeSet<>(caller.roles())),
                current == null ? null : reason(current.request().getHeader(REASON_HEADER)),
                current == null ? null : RequestId.of(current));
    }

    private static @Nullable String reason(@Nullable String given) {
        return given == null || given.length() <= MAX_REASON ? given : given.substring(0, MAX_REASON);
    }
}
