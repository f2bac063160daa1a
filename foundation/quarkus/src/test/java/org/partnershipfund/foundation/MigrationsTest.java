package org.partnershipfund.foundation;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.partnershipfund.testkit.MigrationNames;

class MigrationsTest {

    @Test
    void every_migration_is_named_by_number_table_and_change() {
        MigrationNames.check(Path.of("src/main/resources/db/foundation"), 1, 99);
    }
}
