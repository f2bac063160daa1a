package org.partnershipfund.approval.adapter.files;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import org.partnershipfund.approval.selection.Attaching;
import org.partnershipfund.foundation.files.FileStore;

/** Where the bytes of attachments lie, and how many there may be. */
@ApplicationScoped
class AttachmentFolder {

    @Produces
    @Singleton
    FileStore attachments(AttachmentSettings settings) {
        return new FileStore(settings.folder());
    }

    @Produces
    @Singleton
    Attaching.Limits limits(AttachmentSettings settings) {
        return new Attaching.Limits(
                settings.mostFiles(), settings.mostTogether().asLongValue());
    }
}
