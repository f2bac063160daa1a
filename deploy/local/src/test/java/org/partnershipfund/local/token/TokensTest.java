package org.partnershipfund.local.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.partnershipfund.local.place.Place;
import org.partnershipfund.local.place.SettingException;

/** A token is asked for once, and again shortly before its end. */
class TokensTest {

    private static final Instant MORNING = Instant.parse("2026-11-22T09:00:00Z");

    @TempDir
    private Path folder;

    private final List<String> asked = new ArrayList<>();
    private final TokenSource halfHour = (username, scope) -> {
        asked.add(username + scope.map(" "::concat).orElse(""));
        return new AccessToken(username + asked.size(), MORNING.plus(Duration.ofMinutes(30)));
    };

    @Test
    void a_token_is_used_again_by_the_same_person_for_the_same_scope() {
        var tokens = new Tokens(halfHour, Clock.fixed(MORNING, ZoneOffset.UTC));

        assertThat(tokens.of("cfo")).isEqualTo("cfo1").isEqualTo(tokens.of("cfo"));
        assertThat(tokens.of("mayor")).isEqualTo("mayor2");
        assertThat(tokens.of("system", Optional.of("events:read"))).isEqualTo("system3");
        assertThat(asked).containsExactly("cfo", "mayor", "system events:read");
    }

    @Test
    void a_token_that_is_about_to_end_is_not_used_any_more() {
        var late = new Tokens(halfHour, Clock.fixed(MORNING.plus(Duration.ofMinutes(29)), ZoneOffset.UTC));

        assertThat(late.of("cfo")).isNotEqualTo(late.of("cfo"));
    }

    @Test
    void nobody_unknown_gets_a_locally_signed_token() {
        var tokens = Tokens.at(place(Map.of("FUND_IDENTITY", "local")));

        assertThat(tokens.of("budget-office")).contains(".");
        assertThatThrownBy(() -> tokens.of("somebody"))
                .isInstanceOf(UnknownPersonException.class)
                .hasMessageStartingWith("nobody is called \"somebody\"");
    }

    @Test
    void with_a_provider_of_ones_own_the_launcher_comes_in_as_operator_only() {
        var tokens = Tokens.at(place(Map.of("FUND_EXTERNAL_OIDC", "https://login.district.example/realms/staff")));

        assertThatThrownBy(() -> tokens.of("cfo"))
                .isInstanceOf(SettingException.class)
                .hasMessage("https://login.district.example/realms/staff vouches for people here: "
                        + "ask it for the token of cfo");
        assertThatThrownBy(() -> tokens.of("operator"))
                .isInstanceOf(SettingException.class)
                .hasMessageContaining("FUND_EXTERNAL_OIDC_CLIENT");
    }

    private Place place(Map<String, String> settings) {
        var environment = new java.util.HashMap<>(settings);
        environment.put("FUND_DIR", folder.toString());
        return Place.of(folder, environment);
    }
}
