package org.partnershipfund.allocation.adapter.db;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.partnershipfund.allocation.opportunityindex.IndexSetId;
import org.partnershipfund.allocation.opportunityindex.StudentRecords;
import org.partnershipfund.foundation.sql.Sql;
import org.partnershipfund.kernel.SchoolCode;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;
import org.postgresql.copy.CopyOut;

/**
 * Pupils in a temporary table that ends with the transaction, and in {@code student_record} if they are kept. They pass by
 * COPY and line by line, so that memory does not depend on how many they are.
 *
 * <p>Why not one row after the other: docs/decisions/0008-pupils-pass-by-copy.md.
 */
@ApplicationScoped
class SqlStudentRecords implements StudentRecords {

    /** No key yet: a repeated pupil is a fault of the upload, told with its line, and not the end of the COPY. */
    private static final String CREATE = """
            CREATE TEMPORARY TABLE uploaded_student (
                line bigint NOT NULL, student_key text COLLATE "C" NOT NULL, school_code text NOT NULL,
                tract_geoid text, indicators text NOT NULL
            ) ON COMMIT DROP""";

    private static final String COPY_IN =
            "COPY uploaded_student (line, student_key, school_code, tract_geoid, indicators) FROM STDIN";

    private static final String REPEATED = """
            WITH repeated AS (
                SELECT student_key, min(line) AS first FROM uploaded_student
                 GROUP BY student_key HAVING count(*) > 1 ORDER BY 2 LIMIT ?)
            SELECT line, first, student_key FROM uploaded_student JOIN repeated USING (student_key)
             WHERE line > first ORDER BY line LIMIT ?""";

    private static final String COPY_OUT = "COPY (SELECT school_code, tract_geoid, indicators FROM %s) TO STDOUT";

    /** A lock on a word: the application may not change computations, so it cannot lock their rows. */
    private static final String HOLD = "SELECT %s(hashtextextended('allocation.pupils-of ' || ?::uuid, 0))";

    private static final String FORGET = """
            DELETE FROM student_record WHERE ctid = ANY (ARRAY(
                SELECT ctid FROM student_record WHERE index_set_id = ? LIMIT ?))""";

    /** What sorting and counting of the keys may take; the server's usual four megabytes would go to disk at once. */
    private static final String MEMORY_TO_FIND_REPEATED = "SET LOCAL work_mem = '64MB'";

    private static final int BUFFER = 1 << 16;

    private final Sql sql;

    SqlStudentRecords(Sql sql) {
        this.sql = sql;
    }

    @Override
    @Transactional(TxType.MANDATORY)
    public void admit(Upload upload) {
        sql.run(connection -> {
            try (Statement create = connection.createStatement()) {
                var _ = create.executeUpdate(CREATE);
            }
            var writer = new Writer(copyIn(connection));
            try {
                upload.into(writer);
                writer.end();
            } finally {
                writer.cancelUnlessEnded();
            }
        });
    }

    @Override
    @Transactional(TxType.MANDATORY)
    public List<Repeated> repeated(int most) {
        sql.run(connection -> {
            try (Statement memory = connection.createStatement()) {
                var _ = memory.executeUpdate(MEMORY_TO_FIND_REPEATED);
            }
        });
        return sql.list(REPEATED, row -> new Repeated(row.getLong(1), row.getLong(2), row.getString(3)), most, most);
    }

    @Override
    @Transactional(TxType.MANDATORY)
    public void forEach(Reader reader) {
        sql.run(connection -> copyOut(connection, COPY_OUT.formatted("uploaded_student"), reader));
    }

    @Override
    @Transactional(TxType.MANDATORY)
    public void keep(IndexSetId computation) {
        var _ = sql.update(
                "INSERT INTO student_record SELECT ?, student_key, school_code, tract_geoid, indicators FROM uploaded_student",
                computation.value());
    }

    @Override
    @Transactional(TxType.MANDATORY)
    public void forEachKept(IndexSetId computation, Reader reader) {
        // COPY takes no parameters; an id of type UUID has nothing but hexadecimal digits and hyphens.
        sql.run(connection -> copyOut(
                connection,
                COPY_OUT.formatted("student_record WHERE index_set_id = '%s'".formatted(computation.value())),
                reader));
    }

    @Override
    @Transactional(TxType.MANDATORY)
    public void holdKept(IndexSetId computation) {
        var _ = sql.list(HOLD.formatted("pg_advisory_xact_lock_shared"), _ -> true, computation.value());
    }

    @Override
    @Transactional(TxType.MANDATORY)
    public long forget(IndexSetId computation, int most) {
        boolean alone = sql.list(
                        HOLD.formatted("pg_try_advisory_xact_lock"), row -> row.getBoolean(1), computation.value())
                .getFirst();
        return alone ? sql.update(FORGET, computation.value(), most) : 0;
    }

    private static CopyIn copyIn(Connection connection) throws SQLException {
        return connection.unwrap(PGConnection.class).getCopyAPI().copyIn(COPY_IN);
    }

    private static void copyOut(Connection connection, String query, Reader reader) throws SQLException {
        CopyOut copy = connection.unwrap(PGConnection.class).getCopyAPI().copyOut(query);
        try {
            var lines = new Lines(reader);
            for (byte[] line = copy.readFromCopy(); line != null; line = copy.readFromCopy()) {
                lines.read(line);
            }
        } finally {
            if (copy.isActive()) {
                copy.cancelCopy();
            }
        }
    }

    /** A failure of the server while an upload is taken in, past code that knows no SQL. */
    private static final class CopyFailed extends RuntimeException {
        CopyFailed(SQLException cause) {
            super(cause.getMessage(), cause);
        }
    }

    /** Pupils as lines of COPY's text format. Keys, codes and numbers have nothing in them that it would escape. */
    private static final class Writer implements Intake {

        private final CopyIn copy;
        private final StringBuilder text = new StringBuilder(BUFFER + 4_096);

        Writer(CopyIn copy) {
            this.copy = copy;
        }

        @Override
        public void add(long line, String key, SchoolCode school, @Nullable String tract, @Nullable Long[] values) {
            text.append(line)
                    .append('\t')
                    .append(key)
                    .append('\t')
                    .append(school.value())
                    .append('\t');
            text.append(tract == null ? "\\N" : tract).append('\t');
            for (int i = 0; i < values.length; i++) {
                if (i > 0) {
                    text.append(';');
                }
                if (values[i] != null) {
                    text.append((long) values[i]);
                }
            }
            text.append('\n');
            if (text.length() >= BUFFER) {
                flush();
            }
        }

        void end() throws SQLException {
            flush();
            var _ = copy.endCopy();
        }

        void cancelUnlessEnded() throws SQLException {
            if (copy.isActive()) {
                copy.cancelCopy();
            }
        }

        private void flush() {
            byte[] bytes = text.toString().getBytes(StandardCharsets.US_ASCII);
            text.setLength(0);
            try {
                copy.writeToCopy(bytes, 0, bytes.length);
            } catch (SQLException e) {
                throw new CopyFailed(e);
            }
        }
    }

    /** Lines of COPY's text format as pupils. */
    private static final class Lines {

        private final Reader reader;
        private final Map<String, SchoolCode> schools = new HashMap<>();

        Lines(Reader reader) {
            this.reader = reader;
        }

        void read(byte[] line) {
            // School and tract first: they have the same width nearly always, and are no numbers.
            int end = line.length - 1;
            int tractAt = indexOf(line, '\t', 0) + 1;
            int valuesAt = indexOf(line, '\t', tractAt) + 1;
            SchoolCode school = schools.computeIfAbsent(text(line, 0, tractAt - 1), SchoolCode::new);
            String tract = text(line, tractAt, valuesAt - 1);
            reader.read(school, tract.equals("\\N") ? null : tract, values(line, valuesAt, end));
        }

        /** Numbers divided by semicolons; none between two of them is null, and nothing at all is no value. */
        private static @Nullable Long[] values(byte[] line, int from, int end) {
            if (from >= end) {
                return new Long[0];
            }
            int count = 1;
            for (int i = from; i < end; i++) {
                count += line[i] == ';' ? 1 : 0;
            }
            @Nullable Long[] values = new Long[count];
            int at = from;
            for (int i = 0; i < count; i++) {
                boolean negative = at < end && line[at] == '-';
                at += negative ? 1 : 0;
                int first = at;
                long value = 0;
                while (at < end && line[at] != ';') {
                    value = value * 10 + (line[at] - '0');
                    at++;
                }
                values[i] = at == first ? null : (Long) (negative ? -value : value);
                at++;
            }
            return values;
        }

        private static int indexOf(byte[] line, char sought, int from) {
            int at = from;
            while (line[at] != sought) {
                at++;
            }
            return at;
        }

        private static String text(byte[] line, int from, int to) {
            return new String(line, from, to - from, StandardCharsets.US_ASCII);
        }
    }
}
