package org.partnershipfund.foundation.web;

import jakarta.enterprise.util.Nonbinding;
import jakarta.interceptor.InterceptorBinding;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A POST that may be sent again: the door opens the transaction, writes the caller's {@code Idempotency-Key} first,
 * runs the use case, and stores the answer with it. The same request within 24 hours gets the same bytes back.
 *
 * <p>On resource methods that return {@link jakarta.ws.rs.core.Response}. A refusal rolls back together with its key,
 * so a repaired request may use the key again.
 */
@InterceptorBinding
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.METHOD, ElementType.TYPE})
public @interface Idempotent {

    /**
     * Whether nobody may learn from the table who asked for what: neither the caller nor the answer's body is kept there,
     * and the key is the salt of what is. The same request again is answered with status, {@code Location} and {@code ETag}
     * of the first time, without its body; the door's description says where to read what the body told.
     */
    @Nonbinding
    boolean discreet() default false;

    /** How long the use case may take; 0 for what any transaction may. */
    @Nonbinding
    int timeoutSeconds() default 0;
}
