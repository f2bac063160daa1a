package org.partnershipfund.local.token;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.security.KeyFactory;
import java.security.spec.X509EncodedKeySpec;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jose4j.jwt.consumer.JwtConsumerBuilder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.partnershipfund.local.place.Secrets;

/** Tokens look like Keycloak's, and the public half of the key verifies them. */
class LocalTokensTest {

    @TempDir
    private Path folder;

    @Test
    void a_token_carries_what_the_services_read_and_verifies() throws Exception {
        var key = new SigningKey(new Secrets(folder.resolve("secrets")));

        var token = new LocalTokens(key, People.read(folder.resolve("none.csv")))
                .of(List.of("system"), Optional.of("sis"), Optional.of("events:read"), Duration.ofMinutes(5));

        var publicKey = KeyFactory.getInstance("RSA")
                .generatePublic(new X509EncodedKeySpec(Base64.getDecoder().decode(key.publicKey())));
        var claims = new JwtConsumerBuilder()
                .setVerificationKey(publicKey)
                .setExpectedIssuer("http://127.0.0.1:18080/realms/partnership-fund")
                .setExpectedAudience("partnership-fund")
                .setRequireExpirationTime()
                .build()
                .processToClaims(token);
        assertThat(claims.getSubject()).isEqualTo("sis");
        assertThat(claims.getClaimValue("realm_access")).isEqualTo(Map.of("roles", List.of("system")));
        assertThat(claims.getStringClaimValue("scope")).isEqualTo("events:read");
    }

    @Test
    void the_key_is_made_once() {
        var first = new SigningKey(new Secrets(folder.resolve("secrets"))).publicKey();

        assertThat(new SigningKey(new Secrets(folder.resolve("secrets"))).publicKey())
                .isEqualTo(first);
    }

    @Test
    void a_username_gets_the_subject_the_roles_and_the_name_of_the_person() throws Exception {
        var key = new SigningKey(new Secrets(folder.resolve("secrets")));
        var people = People.read(java.nio.file.Files.writeString(folder.resolve("people.csv"), """
                username,subject,name,roles,works_for
                ada.hill,7d0f6f52-1df1-4a3f-8f83-6a8d7d6f2a10,Ada Hill,school-leader;council-member,00350231
                """));

        var token = new LocalTokens(key, people).of("ada.hill", Optional.empty());

        var claims = new JwtConsumerBuilder()
                .setSkipSignatureVerification()
                .setExpectedAudience("partnership-fund")
                .build()
                .processToClaims(token.value());
        assertThat(claims.getSubject()).isEqualTo("7d0f6f52-1df1-4a3f-8f83-6a8d7d6f2a10");
        assertThat(claims.getStringClaimValue("name")).isEqualTo("Ada Hill");
        assertThat(claims.getClaimValue("realm_access"))
                .isEqualTo(Map.of("roles", List.of("school-leader", "council-member")));
        assertThat(token.end().getEpochSecond())
                .isEqualTo(claims.getExpirationTime().getValue());
    }
}
