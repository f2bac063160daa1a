package org.partnershipfund.allocation.adapter;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import org.partnershipfund.allocation.adapter.rest.IndexComputationResource;
import org.partnershipfund.foundation.web.LongUpload;

/** The one door that takes more than a file of schools. */
@ApplicationScoped
class LongUploads {

    @Produces
    @Singleton
    LongUpload pupils(StudentSettings settings) {
        return new LongUpload(
                IndexComputationResource.PATH, settings.longestUpload().asLongValue());
    }
}
