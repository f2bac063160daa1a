package org.partnershipfund.local.token;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.partnershipfund.local.place.Place;
import org.partnershipfund.local.place.SettingException;
import org.partnershipfund.local.place.Settings;

/** Tokens of an operator's own provider: only as the operator, whose client the settings name. */
final class ExternalTokens implements TokenSource {

    private static final String OPERATOR = "operator";

    private final Place place;
    private final TokenEndpoint endpoint;

    ExternalTokens(Place place) {
        this.place = place;
        this.endpoint = new TokenEndpoint(place.issuer());
    }

    @Override
    public AccessToken of(String username, Optional<String> scope) {
        if (!username.equals(OPERATOR)) {
            throw new SettingException(
                    "%s vouches for people here: ask it for the token of %s".formatted(place.issuer(), username));
        }
        var parameters = new LinkedHashMap<>(Map.of(
                "grant_type", "client_credentials",
                "client_id", required(Settings.EXTERNAL_OIDC_CLIENT),
                "client_secret", required(Settings.EXTERNAL_OIDC_SECRET)));
        scope.ifPresent(words -> parameters.put("scope", words));
        return endpoint.ask(username, parameters);
    }

    private String required(String variable) {
        return place.settings()
                .value(variable)
                .orElseThrow(() -> new SettingException("%s gives the tokens here: set %s and %s to a client of its own"
                                .formatted(place.issuer(), Settings.EXTERNAL_OIDC_CLIENT, Settings.EXTERNAL_OIDC_SECRET)
                        + " with the role operator"));
    }
}
