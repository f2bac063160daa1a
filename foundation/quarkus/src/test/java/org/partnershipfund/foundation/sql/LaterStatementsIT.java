package org.partnershipfund.foundation.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.partnershipfund.foundation.sql.Transactions.Verdict;
import org.partnershipfund.testkit.BackboneResource;

/** Rows that are kept for the end of a transaction are as good as any other. */
@QuarkusTest
@WithTestResource(BackboneResource.class)
class LaterStatementsIT {

    private static final String INSERT = "INSERT INTO effect (event_id, subject, note) VALUES ('', ?, ?)";

    private final String subject = "later " + UUID.randomUUID();

    @Inject
    Sql sql;

    @Inject
    Transactions transactions;

    @Inject
    TransactionSynchronizationRegistry registry;

    private List<String> notes() {
        return sql.list("SELECT note FROM effect WHERE subject = ? ORDER BY n", row -> row.getString(1), subject);
    }

    private void later(String note) {
        sql.later(INSERT, subject, note);
    }

    @Test
    void they_stand_in_their_order_once_the_transaction_has_committed() {
        String _ = transactions.inNew(() -> {
            later("first");
            later("second");
            later("third");
            return "";
        });

        assertThat(notes()).containsExactly("first", "second", "third");
    }

    @Test
    void whoever_reads_in_the_same_transaction_sees_them() {
        List<String> seen = transactions.inNew(() -> {
            later("first");
            int _ = sql.update(INSERT, subject, "second");
            later("third");
            return notes();
        });

        assertThat(seen).containsExactly("first", "second", "third");
        assertThat(notes()).containsExactly("first", "second", "third");
    }

    @Test
    void a_transaction_that_is_taken_back_leaves_none_of_them() {
        String _ = transactions.decide(() -> {
            later("first");
            return new Verdict<>("", false);
        });

        assertThat(notes()).isEmpty();
    }

    @Test
    void a_hundred_of_them_stand_in_their_order() {
        List<String> hundred = IntStream.range(0, 100).mapToObj(String::valueOf).toList();
        String _ = transactions.inNew(() -> {
            hundred.forEach(this::later);
            return "";
        });

        assertThat(notes()).isEqualTo(hundred);
    }

    @Test
    void what_others_write_on_the_way_to_the_same_commit_stands_too() {
        String _ = transactions.inNew(() -> {
            later("first");
            registry.registerInterposedSynchronization(new Synchronization() {
                @Override
                public void beforeCompletion() {
                    later("second");
                }

                @Override
                public void afterCompletion(int status) {}
            });
            return "";
        });

        assertThat(notes()).containsExactly("first", "second");
    }

    @Test
    void one_that_the_database_refuses_takes_everything_back_and_the_caller_hears_why() {
        assertThatThrownBy(() -> transactions.inNew(() -> {
                    int _ = sql.update(INSERT, subject, "before");
                    later("first");
                    sql.later("INSERT INTO effect (event_id, subject, note) VALUES (NULL, ?, 'second')", subject);
                    return "";
                }))
                .isInstanceOf(TransactionFailure.class)
                .rootCause()
                .isInstanceOfSatisfying(
                        SQLException.class, why -> assertThat(why.getSQLState()).isEqualTo("23502"));
        assertThat(notes()).isEmpty();
    }

    @Test
    void outside_of_a_transaction_each_stands_at_once() {
        later("first");

        assertThat(notes()).containsExactly("first");
    }
}
