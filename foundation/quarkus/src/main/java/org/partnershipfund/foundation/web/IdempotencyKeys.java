package org.partnershipfund.foundation.web;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.Response;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** The table {@code idempotency_key}; every method works in the caller's transaction. */
@ApplicationScoped
class IdempotencyKeys {

    /** A twin that still runs holds the row for at most this long; then we say so instead of waiting on. */
    private static final String CLAIM = """
            SET LOCAL lock_timeout = '2s';
            INSERT INTO idempotency_key (caller, method, path, key, request_digest)
            VALUES (?, ?, ?, ?, ?) ON CONFLICT DO NOTHING;
            SET LOCAL lock_timeout TO DEFAULT""";

    private static final String FORGET_IF_EXPIRED = """
            DELETE FROM idempotency_key
             WHERE caller = ? AND method = ? AND path = ? AND key = ?
               AND created_at < clock_timestamp() - interval '24 hours'""";

    private static final String READ = """
            SELECT request_digest, status, body, content_type, location, etag FROM idempotency_key
             WHERE caller = ? AND method = ? AND path = ? AND key = ?""";

    private static final String STORE = """
            UPDATE idempotency_key SET status = ?, body = ?, content_type = ?, location = ?, etag = ?
             WHERE caller = ? AND method = ? AND path = ? AND key = ?""";

    private static final String REMOVE_EXPIRED = """
            DELETE FROM idempotency_key WHERE ctid IN (
                SELECT ctid FROM idempotency_key
                 WHERE created_at < clock_timestamp() - interval '24 hours'
                 ORDER BY created_at LIMIT ? FOR UPDATE SKIP LOCKED)""";

    private static final String LOCK_NOT_AVAILABLE = "55P03";

    private final DataSource database;

    @Inject
    IdempotencyKeys(DataSource database) {
        this.database = database;
    }

    /** What the key of a request is. */
    record Key(String caller, String method, String path, String key) {

        /**
         * The same so that nobody who reads the table learns who it was, by guessing neither: what the caller made up as key,
         * and only the caller has, is in every digest.
         */
        Key discreet() {
            return new Key(
                    hex(digest("caller", caller.getBytes(StandardCharsets.UTF_8))),
                    method,
                    path,
                    hex(digest("key", caller.getBytes(StandardCharsets.UTF_8))));
        }

        /** The digest of a request, so that it cannot be found by digesting what might have been asked. */
        byte[] salted(byte[] requestDigest) {
            return digest("request", requestDigest);
        }

        private byte[] digest(String purpose, byte[] of) {
            try {
                var mac = Mac.getInstance("HmacSHA256");
                mac.init(new SecretKeySpec(key.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
                mac.update((purpose + "\n").getBytes(StandardCharsets.UTF_8));
                return mac.doFinal(of);
            } catch (GeneralSecurityException e) {
                throw new IllegalStateException("every Java has HmacSHA256", e);
            }
        }

        private static String hex(byte[] digest) {
            return HexFormat.of().formatHex(digest);
        }
    }

    /** What became of the attempt to be the first with a key. */
    sealed interface Claim {

        /** Nobody had it: go on. */
        record First() implements Claim {}

        /** The same request was answered before. */
        record Answered(Stored answer) implements Claim {}

        /** Another request has it. */
        record TakenByAnother() implements Claim {}

        /** The same caller's request with this key has not ended yet. */
        record StillRunning() implements Claim {}
    }

    /** An answer as it lies in the table. */
    record Stored(
            int status,
            @Nullable String body,
            @Nullable String contentType,
            @Nullable String location,
            @Nullable String etag) {

        /** What is kept of it where nobody may read what it told. */
        Stored withoutBody() {
            return new Stored(status, null, null, location, etag);
        }

        Response response() {
            var response = Response.status(status).entity(body);
            header(response, "Content-Type", contentType);
            header(response, "Location", location);
            header(response, "ETag", etag);
            return response.build();
        }

        private static void header(Response.ResponseBuilder response, String name, @Nullable String value) {
            if (value != null) {
                response.header(name, value);
            }
        }
    }

    Claim claim(Key key, byte[] requestDigest) throws SQLException {
        try (Connection connection = database.getConnection()) {
            if (insert(connection, key, requestDigest)) {
                return new Claim.First();
            }
            if (forgetIfExpired(connection, key) && insert(connection, key, requestDigest)) {
                return new Claim.First();
            }
            return read(connection, key, requestDigest);
        } catch (SQLException e) {
            if (LOCK_NOT_AVAILABLE.equals(e.getSQLState())) {
                return new Claim.StillRunning();
            }
            throw e;
        }
    }

    void store(Key key, Stored answer) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement update = connection.prepareStatement(STORE)) {
            update.setInt(1, answer.status());
            update.setString(2, answer.body());
            update.setString(3, answer.contentType());
            update.setString(4, answer.location());
            update.setString(5, answer.etag());
            bind(update, 6, key);
            int rows = update.executeUpdate();
            if (rows != 1) {
                throw new IllegalStateException("the key that was claimed first is gone");
            }
        }
    }

    /** Removes keys older than 24 hours, at most so many; says how many. */
    int removeExpired(int most) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement delete = connection.prepareStatement(REMOVE_EXPIRED)) {
            delete.setInt(1, most);
            return delete.executeUpdate();
        }
    }

    private static boolean insert(Connection connection, Key key, byte[] requestDigest) throws SQLException {
        try (PreparedStatement claim = connection.prepareStatement(CLAIM)) {
            bind(claim, 1, key);
            claim.setBytes(5, requestDigest);
            boolean resultSetFirst = claim.execute();
            if (resultSetFirst || claim.getMoreResults()) {
                throw new IllegalStateException("a claim answers with counts only");
            }
            return claim.getUpdateCount() == 1;
        }
    }

    private static boolean forgetIfExpired(Connection connection, Key key) throws SQLException {
        try (PreparedStatement delete = connection.prepareStatement(FORGET_IF_EXPIRED)) {
            bind(delete, 1, key);
            return delete.executeUpdate() == 1;
        }
    }

    private static Claim read(Connection connection, Key key, byte[] requestDigest) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(READ)) {
            bind(select, 1, key);
            try (ResultSet row = select.executeQuery()) {
                if (!row.next()) {
                    // its owner rolled back, or it expired, between our insert and our look: the caller may try again
                    return new Claim.StillRunning();
                }
                if (!Arrays.equals(row.getBytes(1), requestDigest)) {
                    return new Claim.TakenByAnother();
                }
                return new Claim.Answered(new Stored(
                        row.getInt(2), row.getString(3), row.getString(4), row.getString(5), row.getString(6)));
            }
        }
    }

    private static void bind(PreparedStatement statement, int first, Key key) throws SQLException {
        statement.setString(first, key.caller());
        statement.setString(first + 1, key.method());
        statement.setString(first + 2, key.path());
        statement.setString(first + 3, key.key());
    }
}
