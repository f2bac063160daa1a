package org.partnershipfund.allocation.adapter.rest;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.util.Optional;

/** Who signs the letters, and whom their readers ask. */
@ConfigMapping(prefix = "fund.letters")
public interface LetterSettings {

    /** The district, as it stands at the head of a letter. */
    @WithDefault("Boston Public Schools")
    String district();

    /** The office that answers questions. */
    @WithDefault("Partnerships team, central office")
    String office();

    /** The office's address for mail. Example: an address of the district; this one leads nowhere. */
    @WithDefault("partnerships@schools.example")
    String email();

    /** The office's telephone number, if it wants to be called. */
    Optional<String> phone();
}
