package org.partnershipfund.approval.mail;

import java.util.UUID;

/** Which message. */
public record MailId(UUID value) {}
