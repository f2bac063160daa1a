package org.partnershipfund.local.token;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.NumericDate;
import org.jose4j.lang.JoseException;

/** Access tokens in the shape of Keycloak's, for the services of this machine only. */
public final class LocalTokens {

    /** The issuer the services trust. */
    public static final String ISSUER = "http://127.0.0.1:18080/realms/partnership-fund";

    /** The audience the services insist on. */
    public static final String AUDIENCE = "partnership-fund";

    private final SigningKey key;

    public LocalTokens(SigningKey key) {
        this.key = key;
    }

    /** A token for the invented person that always holds this role. */
    public String of(String role) {
        return of(List.of(role), Optional.empty(), Optional.empty(), Duration.ofHours(1));
    }

    /**
     * A token.
     *
     * @param subject who; without it the same person for the same roles
     * @param scope blank-separated, such as {@code events:read}
     */
    public String of(List<String> roles, Optional<String> subject, Optional<String> scope, Duration validFor) {
        var claims = new JwtClaims();
        claims.setSubject(subject.orElseGet(() -> subjectOf(roles)));
        claims.setIssuer(ISSUER);
        claims.setAudience(AUDIENCE);
        claims.setGeneratedJwtId();
        claims.setIssuedAtToNow();
        var end = NumericDate.now();
        end.addSeconds(validFor.toSeconds());
        claims.setExpirationTime(end);
        claims.setStringClaim("preferred_username", roles.isEmpty() ? "nobody" : roles.getFirst());
        claims.setStringClaim("name", "Invented Person");
        claims.setClaim("realm_access", Map.of("roles", roles));
        scope.ifPresent(words -> claims.setStringClaim("scope", words));
        var signature = new JsonWebSignature();
        signature.setPayload(claims.toJson());
        signature.setKey(key.key());
        signature.setHeader("typ", "JWT");
        signature.setAlgorithmHeaderValue(AlgorithmIdentifiers.RSA_USING_SHA256);
        try {
            return signature.getCompactSerialization();
        } catch (JoseException e) {
            throw new IllegalStateException("the token cannot be signed", e);
        }
    }

    /** The subject of a person that is known only by roles: stable. */
    static String subjectOf(List<String> roles) {
        return UUID.nameUUIDFromBytes(String.join(",", roles).getBytes(StandardCharsets.UTF_8))
                .toString();
    }
}
