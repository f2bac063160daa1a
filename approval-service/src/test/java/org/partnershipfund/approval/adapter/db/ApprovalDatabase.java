package org.partnershipfund.approval.adapter.db;

import io.agroal.api.AgroalDataSource;
import io.agroal.api.configuration.supplier.AgroalDataSourceConfigurationSupplier;
import io.agroal.api.security.NamePrincipal;
import io.agroal.api.security.SimplePassword;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.UUID;
import org.flywaydb.core.Flyway;
import org.partnershipfund.approval.fund.FundId;
import org.partnershipfund.foundation.sql.Holds;
import org.partnershipfund.foundation.sql.Sql;
import org.partnershipfund.testkit.PostgresWithoutDocker;

/** A migrated approval database without Quarkus; everything in it is done as the application role. */
final class ApprovalDatabase implements AutoCloseable {

    private final PostgresWithoutDocker server;
    private final AgroalDataSource pool;
    final Sql sql;
    final Holds holds;

    private ApprovalDatabase(PostgresWithoutDocker server, AgroalDataSource pool) {
        this.server = server;
        this.pool = pool;
        this.sql = new Sql(pool);
        this.holds = new Holds(sql);
    }

    static ApprovalDatabase start() throws SQLException {
        var server = PostgresWithoutDocker.start();
        server.createService("approval");
        String url = server.url("approval");
        var _ = Flyway.configure()
                .dataSource(url, "approval_owner", PostgresWithoutDocker.PASSWORD)
                .locations("db/foundation", "db/migration")
                .placeholders(Map.of("app_role", "approval_app", "relay_role", "relay"))
                .load()
                .migrate();
        return new ApprovalDatabase(
                server,
                AgroalDataSource.from(new AgroalDataSourceConfigurationSupplier()
                        .connectionPoolConfiguration(of -> of.maxSize(4)
                                .connectionFactoryConfiguration(to -> to.jdbcUrl(url)
                                        .principal(new NamePrincipal("approval_app"))
                                        .credential(new SimplePassword(PostgresWithoutDocker.PASSWORD))))));
    }

    /** A fund of fiscal year 2019, heard of and nothing else. */
    FundId fund() {
        UUID id = UUID.randomUUID();
        sql.updateOne("INSERT INTO remembered_fund (id, name, fiscal_year) VALUES (?, 'A fund', 2019)", id);
        return new FundId(id);
    }

    /** Selections as a replica of the service has them, at this moment of its clock. */
    JdbcSelections selections(Instant now) {
        return new JdbcSelections(
                sql, holds, new OpenStepsOfSelections(sql, Clock.fixed(now, ZoneOffset.UTC)), new CapacityTaken(sql));
    }

    /** Does what only a migration may. */
    void asOwner(String statements) throws SQLException {
        server.execute("approval", statements);
    }

    /** By which the lead times are known. */
    String digestOfLeadTimes() {
        return sql.list("SELECT " + JdbcLeadTimes.DIGEST, row -> row.getString(1))
                .getFirst();
    }

    @Override
    public void close() {
        pool.close();
        server.close();
    }
}
