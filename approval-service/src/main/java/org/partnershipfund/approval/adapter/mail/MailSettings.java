package org.partnershipfund.approval.adapter.mail;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** What an operator may turn about mail; the mail server itself is {@code quarkus.mailer.*}. */
@ConfigMapping(prefix = "fund.mail")
public interface MailSettings {

    /** Whether messages are handed to the mail server; otherwise they wait. */
    @WithDefault("true")
    boolean sending();

    /** Where people read on: the public address in front of this service, without a slash at its end. */
    @WithDefault("http://127.0.0.1:8083")
    String link();

    /** What stands behind the @ of every Message-ID; the district's own domain. */
    @WithDefault("partnership-fund.example")
    String domain();

    /** How long the mail server may take for one message. */
    @WithDefault("PT30S")
    Duration patience();

    /** How often it is looked whom to remind. */
    @WithDefault("PT1M")
    Duration remindEvery();

    /** How often it is looked what is due. */
    @WithDefault("PT2S")
    Duration lookEvery();
}
