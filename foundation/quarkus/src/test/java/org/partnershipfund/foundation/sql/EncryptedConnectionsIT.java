package org.partnershipfund.foundation.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.partnershipfund.testkit.Soon.soon;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.TrustManagerFactory;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.errors.SslAuthenticationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.partnershipfund.testkit.BackboneResource;
import org.partnershipfund.testkit.KafkaWithoutDocker;
import org.partnershipfund.testkit.ServerCertificate;

/** The settings of docs/operations.md "Encrypted connections": whom they let the service speak to, and whom not. */
@QuarkusTest
@WithTestResource(value = BackboneResource.class, initArgs = @ResourceArg(name = "tls", value = "true"))
@SuppressWarnings("NullAway.Init") // the test framework sets the fields
class EncryptedConnectionsIT {

    private static final String ADDRESS = "127.0.0.1";

    /** The same machine by a name that is not in the certificate. */
    private static final String ANOTHER_NAME = "localhost";

    @TestHTTPResource(value = "/samples/open", tls = true)
    URI open;

    @Inject
    AgroalDataSource pool;

    @TempDir
    Path folder;

    @Test
    void the_service_speaks_with_its_database_in_tls() throws SQLException {
        try (var connection = pool.getConnection();
                var statement = connection.createStatement();
                var row = statement.executeQuery("SELECT ssl, version FROM pg_stat_ssl WHERE pid = pg_backend_pid()")) {
            assertThat(row.next()).isTrue();
            assertThat(row.getBoolean("ssl")).isTrue();
            assertThat(row.getString("version")).isIn("TLSv1.2", "TLSv1.3");
        }
    }

    /** The broker has no listener but this one. */
    @Test
    void the_service_listens_to_its_events_in_tls() {
        try (var admin = admin(bootstrapServers(), certificate())) {
            // Until the first of them joins, the broker knows no such group, and says so.
            soon().ignoreExceptions()
                    .until(() -> admin
                            .describeConsumerGroups(List.of("foundation-service"))
                            .all()
                            .get(10, TimeUnit.SECONDS)
                            .values()
                            .stream()
                            .anyMatch(group -> !group.members().isEmpty()));
        }
    }

    @Test
    void a_database_with_the_certificate_of_somebody_else_is_refused() {
        var other = ServerCertificate.in(folder).certificate().toString();

        assertThatThrownBy(() -> connect(url().replace(certificate(), other)))
                .isInstanceOf(SQLException.class)
                .hasCauseInstanceOf(SSLHandshakeException.class);
    }

    @Test
    void a_database_under_another_name_is_refused() {
        assertThatThrownBy(() -> connect(url().replace(ADDRESS, ANOTHER_NAME)))
                .isInstanceOf(SQLException.class)
                .hasMessageContaining(ANOTHER_NAME);
    }

    @Test
    void a_broker_with_the_certificate_of_somebody_else_is_refused() {
        var other = ServerCertificate.in(folder).certificate().toString();

        assertRefused(bootstrapServers(), other);
    }

    @Test
    void a_broker_under_another_name_is_refused() {
        assertRefused(bootstrapServers().replace(ADDRESS, ANOTHER_NAME), certificate());
    }

    @Test
    void a_browser_that_comes_by_https_is_told_to_come_by_nothing_else() throws Exception {
        try (var http = HttpClient.newBuilder().sslContext(trusting()).build()) {
            var answer = http.send(HttpRequest.newBuilder(open).build(), HttpResponse.BodyHandlers.discarding());

            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.headers().firstValue("Strict-Transport-Security")).hasValue("max-age=31536000");
        }
    }

    private static SSLContext trusting() throws GeneralSecurityException, IOException {
        var trusted = KeyStore.getInstance("PKCS12");
        trusted.load(null, null);
        try (var file = Files.newInputStream(Path.of(certificate()))) {
            trusted.setCertificateEntry(
                    "server", CertificateFactory.getInstance("X.509").generateCertificate(file));
        }
        var managers = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        managers.init(trusted);
        var context = SSLContext.getInstance("TLS");
        context.init(null, managers.getTrustManagers(), null);
        return context;
    }

    private static void assertRefused(String bootstrapServers, String trusted) {
        try (var admin = admin(bootstrapServers, trusted)) {
            assertThatThrownBy(() -> admin.describeCluster().nodes().get(90, TimeUnit.SECONDS))
                    .isInstanceOf(ExecutionException.class)
                    .hasCauseInstanceOf(SslAuthenticationException.class);
        }
    }

    private static void connect(String url) throws SQLException {
        try (var connection =
                DriverManager.getConnection(url, "foundation_app", Superuser.setting("testkit.postgres.password"))) {
            throw new AssertionError("was let in: " + connection.getMetaData().getURL());
        }
    }

    private static Admin admin(String bootstrapServers, String trusted) {
        Map<String, Object> settings = new HashMap<>(KafkaWithoutDocker.trusting(Path.of(trusted)));
        settings.put("bootstrap.servers", bootstrapServers);
        return Admin.create(settings);
    }

    private static String url() {
        return Superuser.setting("quarkus.datasource.jdbc.url");
    }

    private static String bootstrapServers() {
        return Superuser.setting("kafka.bootstrap.servers");
    }

    private static String certificate() {
        return Superuser.setting("testkit.tls.certificate");
    }
}
