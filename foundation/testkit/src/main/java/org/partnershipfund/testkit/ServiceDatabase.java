package org.partnershipfund.testkit;

/**
 * The database of the service under test, seen by its administrator: to take it away from the service, to break it, and
 * to put into it what only another system could have caused.
 *
 * <p>{@link BackboneResource} puts it into every field of this type of a test of the packaged service.
 */
public final class ServiceDatabase {

    private final PostgresWithoutDocker server;
    private final String service;

    ServiceDatabase(PostgresWithoutDocker server, String service) {
        this.server = server;
        this.service = service;
    }

    /** Runs one statement as superuser in the service's database. */
    public void execute(String sql) {
        server.execute(service, sql);
    }

    /** Ends every connection of the service, and lets it make no other until {@link #comeBack}. */
    public void goAway() {
        execute("ALTER ROLE %s_app CONNECTION LIMIT 0".formatted(service));
        execute("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE usename = '%s_app'".formatted(service));
    }

    /** The service may connect again. */
    public void comeBack() {
        execute("ALTER ROLE %s_app CONNECTION LIMIT -1".formatted(service));
    }
}
