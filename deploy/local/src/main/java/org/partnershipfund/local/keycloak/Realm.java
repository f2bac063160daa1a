package org.partnershipfund.local.keycloak;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.partnershipfund.local.place.Secrets;
import org.partnershipfund.local.token.Clients;
import org.partnershipfund.local.token.LocalTokens;
import org.partnershipfund.local.token.People;
import org.partnershipfund.local.token.Person;

/**
 * The realm {@code partnership-fund} as Keycloak imports it: roles, clients and the people of the demo.
 *
 * <p>Its tokens have the shape the services read: {@code aud}, {@code sub}, {@code realm_access.roles}. All that is in
 * the client scope {@code partnership-fund}; Keycloak's own scopes are left out, so that nothing else slips into a token.
 */
final class Realm {

    static final String NAME = "partnership-fund";

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration TOKEN_LIFE = Duration.ofMinutes(30);
    private static final String READS_EVENTS = "events:read";

    private final People people;
    private final Secrets secrets;

    private final List<String> services;

    /**
     * The realm of a suite.
     *
     * @param services the addresses of the services, each of which serves the event monitor
     */
    Realm(People people, Secrets secrets, List<String> services) {
        this.people = people;
        this.secrets = secrets;
        this.services = List.copyOf(services);
    }

    /** The file for {@code --import-realm}; it holds the clients' secrets. */
    String json() {
        var realm = JSON.createObjectNode();
        realm.put("realm", NAME)
                .put("displayName", "Partnership Fund (invented people of the demo)")
                .put("enabled", true)
                .put("bruteForceProtected", true)
                .put("accessTokenLifespan", TOKEN_LIFE.toSeconds())
                // The one demo password is shown on the screen: there is nothing to protect by slow hashing, and the
                // demo logs some two hundred people in.
                .put("passwordPolicy", "hashAlgorithm(pbkdf2-sha256) and hashIterations(1000)");
        roles(realm.putObject("roles").putArray("realm"));
        scopes(realm.putArray("clientScopes"));
        realm.putArray("defaultDefaultClientScopes").add(LocalTokens.AUDIENCE);
        clients(realm.putArray("clients"));
        users(realm.putArray("users"));
        return realm.toPrettyString();
    }

    private void roles(ArrayNode roles) {
        people.all().stream()
                .flatMap(person -> person.roles().stream())
                .distinct()
                .forEach(role -> roles.addObject().put("name", role));
    }

    private static void scopes(ArrayNode scopes) {
        var always = scopes.addObject()
                .put("name", LocalTokens.AUDIENCE)
                .put("protocol", "openid-connect")
                .put("description", "Who, in which roles, for the services of the fund");
        always.putObject("attributes").put("include.in.token.scope", "false");
        var mappers = always.putArray("protocolMappers");
        mapper(mappers, "subject", "oidc-sub-mapper", Map.of());
        mapper(mappers, "audience", "oidc-audience-mapper", Map.of("included.custom.audience", LocalTokens.AUDIENCE));
        mapper(
                mappers,
                "roles",
                "oidc-usermodel-realm-role-mapper",
                Map.of("claim.name", "realm_access.roles", "jsonType.label", "String", "multivalued", "true"));
        mapper(
                mappers,
                "username",
                "oidc-usermodel-attribute-mapper",
                Map.of("claim.name", "preferred_username", "user.attribute", "username", "jsonType.label", "String"));
        mapper(mappers, "name", "oidc-full-name-mapper", Map.of());

        var readsEvents = scopes.addObject()
                .put("name", READS_EVENTS)
                .put("protocol", "openid-connect")
                .put("description", "Reads the change feed of a service");
        readsEvents.putObject("attributes").put("include.in.token.scope", "true");
    }

    private static void mapper(ArrayNode mappers, String name, String kind, Map<String, String> settings) {
        var config = mappers.addObject()
                .put("name", name)
                .put("protocol", "openid-connect")
                .put("protocolMapper", kind)
                .putObject("config");
        settings.forEach(config::put);
        config.put("access.token.claim", "true");
        config.put("introspection.token.claim", "true");
    }

    private void clients(ArrayNode clients) {
        var _ = client(clients, Clients.CLIENT)
                .put("name", "Command line: curl, ./fund token, the demo")
                .put("publicClient", true)
                .put("directAccessGrantsEnabled", true)
                .put("standardFlowEnabled", false);
        var monitor = client(clients, Clients.MONITOR)
                .put("name", "Event monitor")
                .put("publicClient", true)
                .put("standardFlowEnabled", true)
                .put("directAccessGrantsEnabled", false);
        monitor.putObject("attributes").put("pkce.code.challenge.method", "S256");
        services.forEach(service -> {
            monitor.withArray("redirectUris").add(service + "/monitor");
            monitor.withArray("webOrigins").add(service);
        });
        people.systems()
                .forEach(system -> client(clients, system.username())
                        .put("name", system.name())
                        .put("publicClient", false)
                        .put("secret", secrets.password(Clients.secretOf(system.username())))
                        .put("serviceAccountsEnabled", true)
                        .put("directAccessGrantsEnabled", false)
                        .put("standardFlowEnabled", false)
                        .withArray("optionalClientScopes")
                        .add(READS_EVENTS));
    }

    private static ObjectNode client(ArrayNode clients, String id) {
        var client = clients.addObject()
                .put("clientId", id)
                .put("enabled", true)
                .put("protocol", "openid-connect")
                .put("fullScopeAllowed", true);
        client.putArray("defaultClientScopes").add(LocalTokens.AUDIENCE);
        client.putArray("optionalClientScopes");
        return client;
    }

    private void users(ArrayNode users) {
        people.humans().forEach(person -> {
            var user = user(users, person, person.username());
            // Keycloak asks for all of these before it lets anybody in.
            var blank = person.name().indexOf(' ');
            user.put("firstName", blank < 0 ? person.name() : person.name().substring(0, blank))
                    .put("lastName", blank < 0 ? person.name() : person.name().substring(blank + 1))
                    .put("email", person.username() + "@district.example")
                    .put("emailVerified", true);
            user.putArray("credentials")
                    .addObject()
                    .put("type", "password")
                    .put("value", secrets.demoPassword())
                    .put("temporary", false);
        });
        people.systems()
                .forEach(system -> user(users, system, "service-account-" + system.username())
                        .put("serviceAccountClientId", system.username()));
    }

    private static ObjectNode user(ArrayNode users, Person person, String username) {
        var user = users.addObject()
                .put("id", person.subject())
                .put("username", username)
                .put("enabled", true);
        var roles = user.putArray("realmRoles");
        person.roles().forEach(roles::add);
        return user;
    }
}
