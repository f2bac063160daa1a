package org.partnershipfund.portfolio.adapter;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import org.partnershipfund.foundation.web.LongUpload;
import org.partnershipfund.portfolio.adapter.files.EvidenceSettings;
import org.partnershipfund.portfolio.adapter.rest.EvidenceResource;

/** How long a file of evidence may be, which is less than other uploads. */
@ApplicationScoped
class LongUploads {

    @Produces
    @Singleton
    LongUpload evidence(EvidenceSettings settings) {
        return new LongUpload(EvidenceResource.PATH, settings.longestFile().asLongValue());
    }
}
