package org.partnershipfund.portfolio.adapter.db;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;

/** Locks on words rather than rows, for what does not exist yet; PostgreSQL lets go when the transaction ends. */
@ApplicationScoped
class Holds {

    private final EntityManager database;

    Holds(EntityManager database) {
        this.database = database;
    }

    /** Waits until nobody else holds the word, and holds it. */
    void hold(String word) {
        var _ = database.createNativeQuery(
                        "SELECT 1 FROM pg_advisory_xact_lock(hashtextextended(:word, 0))", Integer.class)
                .setParameter("word", word)
                .getSingleResult();
    }
}
