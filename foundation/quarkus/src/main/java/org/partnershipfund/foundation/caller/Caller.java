package org.partnershipfund.foundation.caller;

import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.jwt.JsonWebToken;

/** Who sends this request, as its verified token says; nobody in particular when there is none. */
@RequestScoped
public class Caller {

    private final SecurityIdentity identity;

    @Inject
    Caller(SecurityIdentity identity) {
        this.identity = identity;
    }

    /** Whether no token came with the request. */
    public boolean isAnonymous() {
        return identity.isAnonymous();
    }

    /** Who vouches for {@link #subject()}: the token's issuer; empty without a token. */
    public String issuer() {
        return token() instanceof JsonWebToken jwt && jwt.getIssuer() != null ? jwt.getIssuer() : "";
    }

    /** The caller's id at the issuer, which never changes; {@code anonymous} without a token. */
    public String subject() {
        if (isAnonymous()) {
            return "anonymous";
        }
        return token() instanceof JsonWebToken jwt && jwt.getSubject() != null ? jwt.getSubject() : token().getName();
    }

    /** A name for people to read; never a key. */
    public String name() {
        if (isAnonymous()) {
            return "anonymous";
        }
        return token() instanceof JsonWebToken jwt && jwt.getClaim("name") instanceof String name
                ? name
                : token().getName();
    }

    /** What the caller is, in the words of {@link Roles}. */
    public Set<String> roles() {
        return Set.copyOf(identity.getRoles());
    }

    /** Whether the caller has this one of {@link Roles}. */
    public boolean has(String role) {
        return identity.hasRole(role);
    }

    /** Whether the token was issued for this scope, such as {@code events:read}. */
    public boolean hasScope(String scope) {
        return token() instanceof JsonWebToken jwt
                && jwt.getClaim("scope") instanceof String scopes
                && List.of(scopes.split(" ")).contains(scope);
    }

    /** When the token ends; empty without a token. */
    public Optional<Instant> expiresAt() {
        return token() instanceof JsonWebToken jwt && jwt.getExpirationTime() > 0
                ? Optional.of(Instant.ofEpochSecond(jwt.getExpirationTime()))
                : Optional.empty();
    }

    private java.security.Principal token() {
        return identity.getPrincipal();
    }
}
