package org.partnershipfund.foundation.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.narayana.jta.QuarkusTransactionException;
import jakarta.annotation.Priority;
import jakarta.inject.Inject;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;
import jakarta.transaction.Status;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.regex.Pattern;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.partnershipfund.foundation.caller.Caller;
import org.partnershipfund.foundation.problem.ProblemException;
import org.partnershipfund.foundation.problem.StandardProblem;
import org.partnershipfund.foundation.sql.Transactions;

/**
 * Runs an {@link Idempotent} door at most once per key: claim, use case and stored answer are one transaction. It sits
 * inside of the security checks, so a replay is authorised like its first run.
 */
@Interceptor
@Idempotent
@Priority(Interceptor.Priority.PLATFORM_BEFORE + 100)
class IdempotentInterceptor {

    /** The request header that names an attempt. */
    static final String KEY_HEADER = "Idempotency-Key";

    /** The answer header that says: this is what you were told before. */
    static final String REPLAYED_HEADER = "Idempotent-Replayed";

    private static final Logger LOG = Logger.getLogger(IdempotentInterceptor.class);
    private static final Pattern KEY = Pattern.compile("[\\x21-\\x7e]{1,255}");
    private static final int RETRY_AFTER_SECONDS = 2;

    private final IdempotencyKeys keys;
    private final RequestBody body;
    private final Caller caller;
    private final Request request;
    private final HttpHeaders headers;
    private final UriInfo uri;
    private final ObjectMapper json;
    private final Transactions transactions;

    @Inject
    IdempotentInterceptor(
            IdempotencyKeys keys,
            RequestBody body,
            Caller caller,
            Request request,
            HttpHeaders headers,
            UriInfo uri,
            ObjectMapper json,
            Transactions transactions) {
        this.keys = keys;
        this.body = body;
        this.caller = caller;
        this.request = request;
        this.headers = headers;
        this.uri = uri;
        this.json = json;
        this.transactions = transactions;
    }

    @AroundInvoke
    Object once(InvocationContext door) throws Exception {
        boolean discreet = isDiscreet(door);
        var plain = new IdempotencyKeys.Key(
                caller.issuer() + " " + caller.subject(),
                request.getMethod(),
                uri.getRequestUri().getRawPath(),
                keyOf(headers.getHeaderString(KEY_HEADER)));
        byte[] read = body.digestWith(uri.getRequestUri().getRawQuery());
        var key = discreet ? plain.discreet() : plain;
        byte[] digest = discreet ? plain.salted(read) : read;
        begin(door);
        try {
            var answer = switch (keys.claim(key, digest)) {
                case IdempotencyKeys.Claim.First _ -> firstTime(key, door, discreet);
                case IdempotencyKeys.Claim.Answered(var stored) -> replayed(stored);
                case IdempotencyKeys.Claim.TakenByAnother _ ->
                    throw ProblemException.of(
                            StandardProblem.IDEMPOTENCY_KEY_REUSED,
                            "You used this Idempotency-Key for a request with another body or query. Take a new key for a new request.");
                case IdempotencyKeys.Claim.StillRunning _ ->
                    throw ProblemException.retryLater(
                            StandardProblem.IDEMPOTENCY_KEY_IN_USE,
                            "Your first request with this Idempotency-Key has not ended yet. Send the same request with the same key again to learn its answer.",
                            RETRY_AFTER_SECONDS);
            };
            if (answer.getStatusInfo().getFamily() == Response.Status.Family.SUCCESSFUL) {
                transactions.requireAlive();
                QuarkusTransaction.commit();
            }
            return answer;
        } finally {
            rollBackWhatIsOpen();
        }
    }

    private static boolean isDiscreet(InvocationContext door) {
        Idempotent its = door.getMethod().getAnnotation(Idempotent.class);
        return its != null && its.discreet();
    }

    private static void begin(InvocationContext door) {
        Idempotent its = door.getMethod().getAnnotation(Idempotent.class);
        if (its == null || its.timeoutSeconds() == 0) {
            QuarkusTransaction.begin();
        } else {
            QuarkusTransaction.begin(QuarkusTransaction.beginOptions().timeout(its.timeoutSeconds()));
        }
    }

    private static void rollBackWhatIsOpen() {
        try {
            if (QuarkusTransaction.getStatus() != Status.STATUS_NO_TRANSACTION) {
                QuarkusTransaction.rollback();
            }
        } catch (QuarkusTransactionException e) {
            // The reason for the rollback is on its way to the caller; this must not replace it.
            LOG.debug("rollback failed", e);
        }
    }

    private Response firstTime(IdempotencyKeys.Key key, InvocationContext door, boolean discreet) throws Exception {
        if (!(door.proceed() instanceof Response answer)) {
            throw new IllegalStateException("an @Idempotent door returns a Response: " + door.getMethod());
        }
        if (answer.getStatusInfo().getFamily() != Response.Status.Family.SUCCESSFUL) {
            return answer;
        }
        var told = new IdempotencyKeys.Stored(
                answer.getStatus(),
                textOf(answer.getEntity()),
                contentTypeOf(answer),
                answer.getHeaderString(HttpHeaders.LOCATION),
                answer.getHeaderString(HttpHeaders.ETAG));
        keys.store(key, discreet ? told.withoutBody() : told);
        return told.response();
    }

    private static Response replayed(IdempotencyKeys.Stored stored) {
        return Response.fromResponse(stored.response())
                .header(REPLAYED_HEADER, "true")
                .build();
    }

    private @Nullable String textOf(@Nullable Object entity) throws JsonProcessingException {
        return switch (entity) {
            case null -> null;
            case String text -> text;
            default -> json.writeValueAsString(entity);
        };
    }

    private static @Nullable String contentTypeOf(Response answer) {
        if (!answer.hasEntity()) {
            return null;
        }
        return answer.getMediaType() == null
                ? MediaType.APPLICATION_JSON
                : answer.getMediaType().toString();
    }

    private static String keyOf(@Nullable String header) {
        if (header == null || header.isBlank()) {
            throw ProblemException.of(
                    StandardProblem.IDEMPOTENCY_KEY_MISSING,
                    "Send the header Idempotency-Key with a value that you make up once per request, such as a UUID, and repeat it when you repeat the request.");
        }
        if (!KEY.matcher(header).matches()) {
            throw ProblemException.parameter(
                    KEY_HEADER, header, "it must have 1 to 255 visible ASCII characters and no blanks");
        }
        return header;
    }
}
