package org.partnershipfund.approval.adapter;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import org.partnershipfund.approval.adapter.files.AttachmentSettings;
import org.partnershipfund.approval.adapter.rest.AttachmentResource;
import org.partnershipfund.foundation.web.LongUpload;

/** How long an attachment may be, which is less than other uploads. */
@ApplicationScoped
class LongUploads {

    @Produces
    @Singleton
    LongUpload attachments(AttachmentSettings settings) {
        return new LongUpload(AttachmentResource.PATH, settings.longestFile().asLongValue());
    }
}
