package org.partnershipfund.local.place;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who vouches for people: chosen at the start, and the same for every later command. */
class StartedTest {

    @TempDir
    private Path folder;

    @Test
    void keycloak_unless_somebody_says_otherwise() {
        assertThat(place(Map.of()).settings().identity()).isEqualTo(Identity.KEYCLOAK);
        assertThat(place(Map.of("FUND_IDENTITY", "local")).settings().identity())
                .isEqualTo(Identity.LOCAL);
        assertThat(place(Map.of("FUND_EXTERNAL_OIDC", "https://login.example", "FUND_IDENTITY", "local"))
                        .settings()
                        .identity())
                .isEqualTo(Identity.EXTERNAL);
        assertThatThrownBy(
                        () -> place(Map.of("FUND_IDENTITY", "ldap")).settings().identity())
                .isInstanceOf(SettingException.class)
                .hasMessage("FUND_IDENTITY must be keycloak or local, not \"ldap\"");
    }

    @Test
    void a_person_has_the_same_issuer_in_both_unless_keycloak_was_moved() {
        assertThat(place(Map.of("FUND_IDENTITY", "local")).issuer())
                .isEqualTo("http://127.0.0.1:18080/realms/partnership-fund")
                .isEqualTo(place(Map.of()).issuer());
        assertThat(place(Map.of("FUND_PORT_KEYCLOAK", "28080")).issuer())
                .isEqualTo("http://127.0.0.1:28080/realms/partnership-fund");
        assertThat(place(Map.of("FUND_EXTERNAL_OIDC", "https://login.example")).issuer())
                .isEqualTo("https://login.example");
    }

    @Test
    void another_shell_sees_what_the_suite_was_started_with() {
        Started.write(place(Map.of("FUND_IDENTITY", "local")));

        assertThat(Started.of(place(Map.of())).settings().identity()).isEqualTo(Identity.LOCAL);
        assertThat(Started.of(place(Map.of("FUND_EXTERNAL_OIDC", "https://login.example")))
                        .settings()
                        .identity())
                .isEqualTo(Identity.LOCAL);
    }

    @Test
    void when_nothing_runs_this_shell_decides() {
        Started.write(place(Map.of("FUND_IDENTITY", "local")));
        Started.forget(place(Map.of()));

        assertThat(Started.of(place(Map.of())).settings().identity()).isEqualTo(Identity.KEYCLOAK);
    }

    private Place place(Map<String, String> settings) {
        var environment = new HashMap<>(settings);
        environment.put("FUND_DIR", folder.toString());
        return Place.of(folder, environment);
    }
}
