package org.partnershipfund.local.access;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.KeyFactory;
import java.security.KeyPairGenerator;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.NumericDate;
import org.jose4j.keys.HmacKey;
import org.jose4j.lang.JoseException;
import org.partnershipfund.local.place.Place;
import org.partnershipfund.local.place.Secrets;
import org.partnershipfund.local.token.LocalTokens;
import org.partnershipfund.local.token.People;
import org.partnershipfund.local.token.SigningKey;

/** Tokens as the provider of a suite signs them, and tokens that only look so. */
final class Bearers {

    private static final long HOUR = 3_600;

    private final Place place;
    private final Key key;

    Bearers(Place place) {
        this.place = place;
        Path file = place.secrets().resolve("token-signing.key");
        try {
            key = KeyFactory.getInstance("RSA")
                    .generatePrivate(new PKCS8EncodedKeySpec(
                            Base64.getDecoder().decode(Files.readString(file).strip())));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file, e);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("no key in " + file, e);
        }
    }

    /** A good token of somebody with just these roles, as the suite itself signs it. */
    String good(String subject, List<String> roles, String scope) {
        return new LocalTokens(new SigningKey(new Secrets(place.secrets())), People.of(place))
                .of(
                        roles,
                        Optional.of(subject),
                        Optional.of(scope).filter(words -> !words.isEmpty()),
                        Duration.ofSeconds(HOUR));
    }

    /** What nobody may come in with, by what is wrong with it; all claim every role there is. */
    Map<String, String> bad(List<String> allRoles) {
        Map<String, String> tokens = new LinkedHashMap<>();
        var expired = claims("somebody", allRoles);
        expired.setIssuedAt(NumericDate.fromSeconds(Instant.now().getEpochSecond() - 2 * HOUR));
        expired.setExpirationTime(NumericDate.fromSeconds(Instant.now().getEpochSecond() - HOUR));
        tokens.put("expired", rs256(expired));
        var early = claims("somebody", allRoles);
        early.setNotBefore(NumericDate.fromSeconds(Instant.now().getEpochSecond() + HOUR));
        tokens.put("not valid yet", rs256(early));
        var elsewhere = claims("somebody", allRoles);
        elsewhere.setAudience("another-application");
        tokens.put("another audience", rs256(elsewhere));
        var nowhere = claims("somebody", allRoles);
        nowhere.unsetClaim("aud");
        tokens.put("no audience", rs256(nowhere));
        var stranger = claims("somebody", allRoles);
        stranger.setIssuer("https://login.elsewhere.example/realms/partnership-fund");
        tokens.put("another issuer", rs256(stranger));
        var endless = claims("somebody", allRoles);
        endless.unsetClaim("exp");
        tokens.put("no end", rs256(endless));
        var claims = claims("somebody", allRoles);
        tokens.put("unsigned", unsigned(claims));
        tokens.put("signed by another key", signed(claims, AlgorithmIdentifiers.RSA_USING_SHA256, anotherKey()));
        tokens.put(
                "signed with the public key as a secret",
                signed(claims, AlgorithmIdentifiers.HMAC_SHA256, publicKeyAsSecret()));
        String good = rs256(claims("somebody", List.of("partner")));
        String[] parts = good.split("\\.", -1);
        tokens.put("changed after it was signed", parts[0] + "." + base64(claims.toJson()) + "." + parts[2]);
        tokens.put("without its signature", parts[0] + "." + parts[1] + ".");
        tokens.put("not a token", "operator");
        return tokens;
    }

    private static JwtClaims claims(String subject, List<String> roles) {
        var claims = new JwtClaims();
        claims.setSubject(subject);
        claims.setIssuer(LocalTokens.ISSUER);
        claims.setAudience(LocalTokens.AUDIENCE);
        claims.setGeneratedJwtId();
        claims.setIssuedAtToNow();
        claims.setExpirationTime(NumericDate.fromSeconds(Instant.now().getEpochSecond() + HOUR));
        claims.setStringClaim("preferred_username", roles.getFirst());
        claims.setStringClaim("name", "Invented Person");
        claims.setClaim("realm_access", Map.of("roles", roles));
        return claims;
    }

    private String rs256(JwtClaims claims) {
        return signed(claims, AlgorithmIdentifiers.RSA_USING_SHA256, key);
    }

    private static String signed(JwtClaims claims, String algorithm, Key key) {
        var signature = new JsonWebSignature();
        signature.setPayload(claims.toJson());
        signature.setKey(key);
        signature.setHeader("typ", "JWT");
        signature.setAlgorithmHeaderValue(algorithm);
        try {
            return signature.getCompactSerialization();
        } catch (JoseException e) {
            throw new IllegalStateException("the token cannot be signed", e);
        }
    }

    private static String unsigned(JwtClaims claims) {
        return base64("{\"alg\":\"none\",\"typ\":\"JWT\"}") + "." + base64(claims.toJson()) + ".";
    }

    private static String base64(String text) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    private Key publicKeyAsSecret() {
        return new HmacKey(Base64.getDecoder().decode(new SigningKey(new Secrets(place.secrets())).publicKey()));
    }

    private static Key anotherKey() {
        try {
            return KeyPairGenerator.getInstance("RSA").generateKeyPair().getPrivate();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("no RSA here", e);
        }
    }
}
