package org.partnershipfund.local.token;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Asks an OpenID provider for tokens; where, the provider itself says in its discovery document. */
final class TokenEndpoint {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration LONGEST_CALL = Duration.ofSeconds(30);
    private static final HttpClient HTTP =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();

    private final String issuer;
    private volatile @Nullable URI address;

    TokenEndpoint(String issuer) {
        this.issuer = issuer;
    }

    /**
     * A token for these parameters.
     *
     * @throws UncheckedIOException with the provider's own words when it gives none
     */
    AccessToken ask(String who, Map<String, String> parameters) {
        var form = parameters.entrySet().stream()
                .map(one -> one.getKey() + "=" + URLEncoder.encode(one.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        var asked = Instant.now();
        try {
            var answer = call(HttpRequest.newBuilder(address())
                    .header("Content-Type", "application/x-www-form-urlencoded")
                    .POST(BodyPublishers.ofString(form)));
            if (!answer.path("access_token").isTextual()) {
                throw new IOException("no token for %s from %s: %s"
                        .formatted(
                                who,
                                issuer,
                                answer.path("error_description")
                                        .asText(answer.path("error").asText())));
            }
            return new AccessToken(
                    answer.path("access_token").asText(),
                    asked.plusSeconds(answer.path("expires_in").asLong()));
        } catch (IOException e) {
            throw new UncheckedIOException(String.valueOf(e.getMessage()), e);
        }
    }

    private URI address() throws IOException {
        var known = address;
        if (known == null) {
            known = URI.create(call(HttpRequest.newBuilder(URI.create(issuer + "/.well-known/openid-configuration")))
                    .path("token_endpoint")
                    .asText());
            address = known;
        }
        return known;
    }

    private JsonNode call(HttpRequest.Builder request) throws IOException {
        try {
            var answer = HTTP.send(request.timeout(LONGEST_CALL).build(), BodyHandlers.ofString());
            return JSON.readTree(answer.body());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while asking " + issuer, e);
        } catch (com.fasterxml.jackson.core.JsonProcessingException e) {
            throw new IOException(issuer + " answered no JSON", e);
        } catch (IOException e) {
            throw new IOException("%s does not answer (%s)".formatted(issuer, e), e);
        }
    }
}
