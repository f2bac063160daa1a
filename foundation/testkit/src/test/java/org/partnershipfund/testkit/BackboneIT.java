package org.partnershipfund.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.DriverManager;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.junit.jupiter.api.Test;

class BackboneIT {

    @Test
    void a_module_gets_its_database_its_roles_and_the_four_topics() throws Exception {
        var backbone = new BackboneResource();
        backbone.init(Map.of("service", "allocation"));
        Map<String, String> config = backbone.start();
        try (var connection = DriverManager.getConnection(
                        config.get("quarkus.datasource.jdbc.url"), "allocation_app", PostgresWithoutDocker.PASSWORD);
                var row = connection.createStatement().executeQuery("SELECT current_setting('wal_level')");
                var admin = Admin.create(
                        Map.<String, Object>of("bootstrap.servers", config.get("kafka.bootstrap.servers")))) {
            assertThat(row.next()).isTrue();
            assertThat(row.getString(1)).isEqualTo("logical");
            assertThat(admin.listTopics().names().get())
                    .contains("partnership-fund.allocation.v1", "partnership-fund.procurement.v1");
        } finally {
            backbone.stop();
        }
    }
}
