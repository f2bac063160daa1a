package org.partnershipfund.foundation.clock;

import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.impl.TimeBasedEpochGenerator;
import jakarta.inject.Singleton;
import java.util.UUID;
import org.partnershipfund.kernel.Ids;

/** UUIDv7 from the real clock: ids sort by birth even while the district clock is turned back. */
@Singleton
public class TimeOrderedIds implements Ids {

    private final TimeBasedEpochGenerator generator = Generators.timeBasedEpochGenerator();

    @Override
    public UUID next() {
        return generator.generate();
    }
}
