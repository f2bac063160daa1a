package org.partnershipfund.portfolio.adapter.files;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;
import java.time.Duration;

/** What an operator may turn about evidence. */
@ConfigMapping(prefix = "fund.evidence")
public interface EvidenceSettings {

    /** Where the bytes lie, under their digest; all instances of the service see the same folder. To be backed up. */
    @WithDefault("evidence")
    Path folder();

    /** How many bytes a file has at most; above it the answer is 413. */
    @WithDefault("25M")
    MemorySize longestFile();

    /** How old bytes are before they are removed because no row names them; longer than any request takes. */
    @WithDefault("P1D")
    Duration sweptAfter();
}
