package org.partnershipfund.local.token;

import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.partnershipfund.local.place.Place;
import org.partnershipfund.local.place.Secrets;
import org.partnershipfund.local.place.Started;

/** Access tokens by username, whoever gives them here; one is used until shortly before its end. */
public final class Tokens {

    private static final Duration SPARE = Duration.ofMinutes(1);

    private final TokenSource source;
    private final Clock clock;
    private final Map<Asked, AccessToken> kept = new ConcurrentHashMap<>();

    private record Asked(String username, Optional<String> scope) {}

    Tokens(TokenSource source, Clock clock) {
        this.source = source;
        this.clock = clock;
    }

    /** Those of the suite that runs here, or of the one that would be started. */
    public static Tokens at(Place somePlace) {
        var place = Started.of(somePlace);
        var secrets = new Secrets(place.secrets());
        var people = People.of(place);
        return new Tokens(
                switch (place.settings().identity()) {
                    case LOCAL -> new LocalTokens(new SigningKey(secrets), people);
                    case KEYCLOAK -> new KeycloakTokens(place, secrets, people);
                    case EXTERNAL -> new ExternalTokens(place);
                },
                Clock.systemUTC());
    }

    /** The token of somebody. */
    public String of(String username) {
        return of(username, Optional.empty());
    }

    /** The token of somebody for a scope, such as {@code events:read}. */
    public String of(String username, Optional<String> scope) {
        var token = kept.compute(
                new Asked(username, scope),
                (_, last) -> last != null && clock.instant().isBefore(last.end().minus(SPARE))
                        ? last
                        : source.of(username, scope));
        return token.value();
    }
}
