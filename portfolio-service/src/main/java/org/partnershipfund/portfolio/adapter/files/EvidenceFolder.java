package org.partnershipfund.portfolio.adapter.files;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import org.partnershipfund.foundation.files.FileStore;

/** Where the bytes of evidence lie. */
@ApplicationScoped
class EvidenceFolder {

    @Produces
    @Singleton
    FileStore evidence(EvidenceSettings settings) {
        return new FileStore(settings.folder());
    }
}
