package org.partnershipfund.testkit.bait.noun;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Instant;

/** A noun that is a table row and reads the clock itself. */
@Entity
public class NounWithAFramework {

    @Id
    long id;

    Instant publishedAt() {
        return Instant.now();
    }
}
