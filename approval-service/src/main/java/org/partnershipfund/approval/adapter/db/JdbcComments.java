package org.partnershipfund.approval.adapter.db;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.partnershipfund.approval.person.Person;
import org.partnershipfund.approval.selection.Comment;
import org.partnershipfund.approval.selection.Comments;
import org.partnershipfund.approval.selection.SelectionId;
import org.partnershipfund.foundation.sql.Sql;

/** Comments in table {@code selection_comment}; their ids are in the order of time. */
@ApplicationScoped
class JdbcComments implements Comments {

    private final Sql sql;

    JdbcComments(Sql sql) {
        this.sql = sql;
    }

    @Override
    public void add(Comment comment) {
        sql.updateOne(
                """
                INSERT INTO selection_comment (id, selection_id, content_version, line_id, issuer, subject, role, said, said_at)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
                """,
                comment.id(),
                comment.selection().value(),
                comment.version(),
                comment.line().orElse(null),
                comment.by().issuer(),
                comment.by().subject(),
                comment.role(),
                comment.text(),
                Timestamp.from(comment.at()));
    }

    @Override
    public List<Comment> on(SelectionId selection, Optional<UUID> after, int limit) {
        return sql.list(
                "SELECT * FROM selection_comment WHERE selection_id = ? AND id > ? ORDER BY id LIMIT ?",
                JdbcComments::comment,
                selection.value(),
                after.orElse(Sorting.BEFORE_ALL),
                limit);
    }

    private static Comment comment(ResultSet row) throws SQLException {
        return new Comment(
                row.getObject("id", UUID.class),
                new SelectionId(row.getObject("selection_id", UUID.class)),
                row.getInt("content_version"),
                Optional.ofNullable(row.getObject("line_id", UUID.class)),
                new Person(row.getString("issuer"), row.getString("subject")),
                row.getString("role"),
                row.getString("said"),
                row.getTimestamp("said_at").toInstant());
    }
}
