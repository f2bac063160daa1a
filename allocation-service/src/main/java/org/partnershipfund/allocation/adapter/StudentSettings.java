package org.partnershipfund.allocation.adapter;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Min;
import java.time.Duration;

/** What an operator may turn about pupils; whose need is measured by what, the district decides by its index models. */
@ConfigMapping(prefix = "fund.students")
public interface StudentSettings {

    /** How long pupils are kept after an index was computed from them; zero deletes them at once. */
    @WithDefault("PT0S")
    Duration retention();

    /** How often it is looked for pupils whose time is over. */
    @WithDefault("PT1M")
    Duration forgetEvery();

    /** How many pupils are deleted in one transaction; few enough that it ends within its time on a slow disk. */
    @WithDefault("100000")
    @Min(1) int forgetAtOnce();

    /** How many bytes a file of pupils has at most: 2 GiB less one byte, unless there is reason for less. */
    @WithDefault("2147483647")
    MemorySize longestUpload();
}
