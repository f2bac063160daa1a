package org.partnershipfund.local.token;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.partnershipfund.local.place.Place;
import org.partnershipfund.local.place.Secrets;

/** Tokens of our own Keycloak: by the demo password for people, by their secret for systems. */
final class KeycloakTokens implements TokenSource {

    private final TokenEndpoint endpoint;
    private final Secrets secrets;
    private final People people;

    KeycloakTokens(Place place, Secrets secrets, People people) {
        this.endpoint = new TokenEndpoint(place.issuer());
        this.secrets = secrets;
        this.people = people;
    }

    @Override
    public AccessToken of(String username, Optional<String> scope) {
        // Whoever is not in our list may have been added by hand in Keycloak: it will say.
        var parameters = new LinkedHashMap<>(
                people.named(username).filter(Person::isSystem).isPresent()
                        ? Map.of(
                                "grant_type",
                                "client_credentials",
                                "client_id",
                                username,
                                "client_secret",
                                secrets.password(Clients.secretOf(username)))
                        : Map.of(
                                "grant_type",
                                "password",
                                "client_id",
                                Clients.CLIENT,
                                "username",
                                username,
                                "password",
                                secrets.demoPassword()));
        scope.ifPresent(words -> parameters.put("scope", words));
        return endpoint.ask(username, parameters);
    }
}
