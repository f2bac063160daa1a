package org.partnershipfund.foundation.eventlog;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.partnershipfund.foundation.sql.Sql;
import org.partnershipfund.kernel.chain.LoggedRow;

/** Reads rows of both logs in the form that is sealed. */
final class LoggedRows {

    private LoggedRows() {}

    /** The rows that exist under these numbers, by number. */
    static Map<Long, LoggedRow> bySeq(Sql sql, List<Long> seqs) {
        if (seqs.isEmpty()) {
            return Map.of();
        }
        Long[] numbers = seqs.toArray(Long[]::new);
        Map<Long, LoggedRow> rows = new HashMap<>();
        for (LoggedRow row : sql.list(
                "SELECT seq, " + LoggedRow.EVENT_COLUMNS + " FROM event_log WHERE seq = ANY (?)",
                answer -> read("event", answer),
                (Object) numbers)) {
            rows.put(row.seq(), row);
        }
        for (LoggedRow row : sql.list(
                "SELECT seq, " + LoggedRow.AUDIT_COLUMNS + " FROM audit_log WHERE seq = ANY (?)",
                answer -> read("audit", answer),
                (Object) numbers)) {
            rows.put(row.seq(), row);
        }
        return rows;
    }

    private static LoggedRow read(String log, ResultSet answer) throws SQLException {
        List<@Nullable String> columns = new ArrayList<>();
        for (int i = 2; i <= answer.getMetaData().getColumnCount(); i++) {
            columns.add(answer.getString(i));
        }
        return new LoggedRow(log, answer.getLong(1), columns);
    }
}
