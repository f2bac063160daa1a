package org.partnershipfund.approval.adapter.db;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.partnershipfund.testkit.MigrationNames;

class MigrationsTest {

    @Test
    void a_migration_is_named_by_number_table_and_change() {
        MigrationNames.check(Path.of("src", "main", "resources", "db", "migration"), 100, 999);
    }
}
