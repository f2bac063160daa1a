package org.partnershipfund.local.token;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.NumericDate;
import org.jose4j.lang.JoseException;

/** Access tokens in the shape of Keycloak's, for the services of this machine only. */
public final class LocalTokens implements TokenSource {

    /** The issuer the services trust. */
    public static final String ISSUER = "http://127.0.0.1:18080/realms/partnership-fund";

    /** The audience the services insist on. */
    public static final String AUDIENCE = "partnership-fund";

    private static final Duration USUAL_LIFE = Duration.ofHours(1);

    private final SigningKey key;
    private final People people;

    public LocalTokens(SigningKey key, People people) {
        this.key = key;
        this.people = people;
    }

    @Override
    public AccessToken of(String username, Optional<String> scope) {
        var person = people.named(username).orElseThrow(() -> new UnknownPersonException(username));
        var end = Instant.now().plus(USUAL_LIFE);
        return new AccessToken(sign(person, scope, end), end);
    }

    /**
     * A token for somebody who is no person of {@link People}.
     *
     * @param subject who; without it the same person for the same roles
     * @param scope blank-separated, such as {@code events:read}
     */
    public String of(List<String> roles, Optional<String> subject, Optional<String> scope, Duration validFor) {
        var person = new Person(
                roles.isEmpty() ? "nobody" : roles.getFirst(),
                subject.orElseGet(() -> People.subjectOf(roles)),
                "Invented Person",
                roles,
                "");
        return sign(person, scope, Instant.now().plus(validFor));
    }

    private String sign(Person person, Optional<String> scope, Instant end) {
        var claims = new JwtClaims();
        claims.setSubject(person.subject());
        claims.setIssuer(ISSUER);
        claims.setAudience(AUDIENCE);
        claims.setGeneratedJwtId();
        claims.setIssuedAtToNow();
        claims.setExpirationTime(NumericDate.fromSeconds(end.getEpochSecond()));
        claims.setStringClaim("preferred_username", person.username());
        claims.setStringClaim("name", person.name());
        claims.setClaim("realm_access", Map.of("roles", person.roles()));
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
}
