package org.partnershipfund.local.keycloak;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.partnershipfund.local.place.Place;
import org.partnershipfund.local.place.Secrets;
import org.partnershipfund.local.token.Clients;
import org.partnershipfund.local.token.People;
import org.partnershipfund.local.token.Person;

/** The realm file holds everybody of the list, and tokens of the shape the services read. */
class RealmTest {

    @TempDir
    private Path folder;

    private People people;
    private Secrets secrets;
    private JsonNode realm;

    @BeforeEach
    void write() throws IOException {
        var place = Place.of(folder, Map.of());
        var _ = Files.createDirectories(folder.resolve("deploy/sample"));
        var _ = Files.writeString(place.people(), """
                        username,subject,name,roles,works_for
                        ada.hill,7d0f6f52-1df1-4a3f-8f83-6a8d7d6f2a10,Ada van der Hill,school-leader;council-member,00350231
                        """);
        people = People.of(place);
        secrets = new Secrets(folder.resolve("secrets"));
        realm = new ObjectMapper().readTree(new Realm(people, secrets, List.of("http://127.0.0.1:8081")).json());
    }

    @Test
    void every_person_is_a_user_with_the_subject_and_the_roles_of_the_list() {
        assertThat(realm.path("users")).hasSize(people.all().size());
        for (var person : people.all()) {
            var user = one("users", "id", person.subject());
            assertThat(texts(user.path("realmRoles"))).containsExactlyElementsOf(person.roles());
            assertThat(texts(realm.path("roles").path("realm"), "name")).containsAll(person.roles());
        }
        var ada = one("users", "username", "ada.hill");
        assertThat(ada.path("firstName").asText()).isEqualTo("Ada");
        assertThat(ada.path("lastName").asText()).isEqualTo("van der Hill");
        assertThat(ada.at("/credentials/0/value").asText()).isEqualTo(secrets.demoPassword());
    }

    @Test
    void all_fifteen_roles_are_there() {
        assertThat(texts(realm.path("roles").path("realm"), "name")).hasSize(15).doesNotHaveDuplicates();
    }

    @Test
    void a_system_comes_with_a_secret_of_its_own_and_no_password() {
        for (var system : people.systems().map(Person::username).toList()) {
            var client = one("clients", "clientId", system);
            assertThat(client.path("secret").asText()).isEqualTo(secrets.password(Clients.secretOf(system)));
            assertThat(client.path("directAccessGrantsEnabled").asBoolean()).isFalse();
            assertThat(texts(client.path("optionalClientScopes"))).containsExactly("events:read");
            assertThat(one("users", "serviceAccountClientId", system).has("credentials"))
                    .isFalse();
        }
    }

    @Test
    void people_may_not_have_the_scope_of_systems() {
        var client = one("clients", "clientId", Clients.CLIENT);

        assertThat(client.path("publicClient").asBoolean()).isTrue();
        assertThat(client.path("optionalClientScopes")).isEmpty();
    }

    @Test
    void the_event_monitor_has_no_secret_and_takes_codes_to_our_own_addresses_only() {
        var client = one("clients", "clientId", Clients.MONITOR);

        assertThat(client.path("publicClient").asBoolean()).isTrue();
        assertThat(client.path("directAccessGrantsEnabled").asBoolean()).isFalse();
        assertThat(client.at("/attributes/pkce.code.challenge.method").asText()).isEqualTo("S256");
        assertThat(texts(client.path("redirectUris"))).containsExactly("http://127.0.0.1:8081/monitor");
        assertThat(texts(client.path("webOrigins"))).containsExactly("http://127.0.0.1:8081");
    }

    @Test
    void a_token_says_who_in_which_roles_and_for_whom() {
        var mappers = one("clientScopes", "name", "partnership-fund").path("protocolMappers");

        assertThat(texts(mappers, "protocolMapper"))
                .contains("oidc-sub-mapper", "oidc-audience-mapper", "oidc-usermodel-realm-role-mapper");
        assertThat(mappers)
                .allSatisfy(mapper -> assertThat(
                                mapper.path("config").path("access.token.claim").asText())
                        .isEqualTo("true"));
        assertThat(realm.path("accessTokenLifespan").asInt()).isGreaterThanOrEqualTo(900);
    }

    private JsonNode one(String list, String field, String value) {
        return StreamSupport.stream(realm.path(list).spliterator(), false)
                .filter(item -> item.path(field).asText().equals(value))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no %s whose %s is %s".formatted(list, field, value)));
    }

    private static List<String> texts(JsonNode items, String field) {
        var texts = new ArrayList<String>();
        items.forEach(item -> texts.add(item.path(field).asText()));
        return texts;
    }

    private static List<String> texts(JsonNode items) {
        var texts = new ArrayList<String>();
        items.forEach(item -> texts.add(item.asText()));
        return texts;
    }
}
