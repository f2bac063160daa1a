package org.partnershipfund.approval.adapter.files;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;
import java.time.Duration;

/** What an operator may turn about files at selections. */
@ConfigMapping(prefix = "fund.attachments")
public interface AttachmentSettings {

    /** Where the bytes lie, under their digest; all instances of the service see the same folder. To be backed up. */
    @WithDefault("attachments")
    Path folder();

    /** How many bytes a file has at most; above it the answer is 413. */
    @WithDefault("25M")
    MemorySize longestFile();

    /** How many files a version has at most. */
    @WithDefault("20")
    int mostFiles();

    /** How many bytes the files of a version have together at most. */
    @WithDefault("100M")
    MemorySize mostTogether();

    /** How old bytes are before they are removed because no row names them; longer than any request takes. */
    @WithDefault("P1D")
    Duration sweptAfter();
}
