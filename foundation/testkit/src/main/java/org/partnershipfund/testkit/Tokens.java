package org.partnershipfund.testkit;

import io.smallrye.jwt.build.Jwt;
import io.smallrye.jwt.build.JwtClaimsBuilder;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPairGenerator;
import java.security.interfaces.RSAPrivateCrtKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.RSAPublicKeySpec;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Access tokens of the shape that Keycloak issues, signed with a key of this test run.
 *
 * <p>The key lives in a system property, because the test resource and the tests are loaded by different class
 * loaders and must agree on it.
 */
public final class Tokens {

    /** The issuer that the services trust in tests. */
    public static final String ISSUER = "http://127.0.0.1:18080/realms/partnership-fund";

    private static final String KEY = "testkit.tokens.private-key";

    private Tokens() {}

    /** A valid token for an invented person with these roles; the same person for the same roles. */
    public static String as(String... roles) {
        return token(subject(roles), ISSUER, "partnership-fund", Instant.now(), null, roles);
    }

    /** A valid token for a person with a subject of one's own. */
    public static String of(String subject, String... roles) {
        return token(subject, ISSUER, "partnership-fund", Instant.now(), null, roles);
    }

    /** A valid token of a service client (role {@code system}) with scopes, such as {@code events:read}. */
    public static String system(String... scopes) {
        return token(subject("system"), ISSUER, "partnership-fund", Instant.now(), String.join(" ", scopes), "system");
    }

    /** A token that ended an hour ago. */
    public static String expired(String... roles) {
        return token(subject(roles), ISSUER, "partnership-fund", Instant.now().minus(Duration.ofHours(2)), null, roles);
    }

    /** A token that is valid now and ends so soon. */
    public static String endingIn(Duration life, String... roles) {
        Instant issued = Instant.now().plus(life).minus(Duration.ofHours(1));
        return token(subject(roles), ISSUER, "partnership-fund", issued, null, roles);
    }

    /** A token of an issuer that nobody trusts. */
    public static String ofIssuer(String issuer, String... roles) {
        return token(subject(roles), issuer, "partnership-fund", Instant.now(), null, roles);
    }

    /** A token that was meant for another audience. */
    public static String forAudience(String audience, String... roles) {
        return token(subject(roles), ISSUER, audience, Instant.now(), null, roles);
    }

    /** The subject of {@link #as}: stable per set of roles. */
    public static String subject(String... roles) {
        return UUID.nameUUIDFromBytes(String.join(",", roles).getBytes(StandardCharsets.UTF_8))
                .toString();
    }

    /** The key that verifies the tokens, as {@code quarkus.oidc.public-key} takes it. */
    public static String publicKey() {
        try {
            RSAPrivateCrtKey key = privateKey();
            return Base64.getEncoder()
                    .encodeToString(KeyFactory.getInstance("RSA")
                            .generatePublic(new RSAPublicKeySpec(key.getModulus(), key.getPublicExponent()))
                            .getEncoded());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("cannot derive the test run's public key", e);
        }
    }

    private static String token(
            String subject, String issuer, String audience, Instant at, @Nullable String scope, String... roles) {
        JwtClaimsBuilder claims = Jwt.claims()
                .subject(subject)
                .issuer(issuer)
                .audience(audience)
                .preferredUserName(roles.length == 0 ? "nobody" : roles[0])
                .claim("name", "Invented Person")
                .claim("realm_access", Map.of("roles", List.of(roles)))
                .issuedAt(at)
                .expiresAt(at.plus(Duration.ofHours(1)));
        if (scope != null) {
            claims.claim("scope", scope);
        }
        return claims.sign(privateKey());
    }

    private static RSAPrivateCrtKey privateKey() {
        // The properties are a concurrent map that all class loaders of this JVM share: one key, made once.
        Object key = System.getProperties().computeIfAbsent(KEY, absent -> newKey());
        try {
            return (RSAPrivateCrtKey) KeyFactory.getInstance("RSA")
                    .generatePrivate(new PKCS8EncodedKeySpec(Base64.getDecoder().decode((String) key)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("cannot read the test run's key", e);
        }
    }

    private static String newKey() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2048);
            return Base64.getEncoder()
                    .encodeToString(generator.generateKeyPair().getPrivate().getEncoded());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("cannot make the test run's key", e);
        }
    }
}
