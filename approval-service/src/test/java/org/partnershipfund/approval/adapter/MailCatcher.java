package org.partnershipfund.approval.adapter;

import com.icegreen.greenmail.configuration.GreenMailConfiguration;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A real mail server for the tests of the module: takes what is sent by SMTP, and shows it by IMAP. */
public final class MailCatcher implements QuarkusTestResourceLifecycleManager {

    private static final String HOST = "127.0.0.1";

    private @Nullable GreenMail server;

    @Override
    public Map<String, String> start() {
        var started = new GreenMail(new ServerSetup[] {
                    new ServerSetup(0, HOST, ServerSetup.PROTOCOL_SMTP),
                    new ServerSetup(0, HOST, ServerSetup.PROTOCOL_IMAP)
                })
                .withConfiguration(new GreenMailConfiguration().withDisabledAuthentication());
        started.start();
        server = started;
        return Map.of(
                "quarkus.mailer.host", HOST,
                "quarkus.mailer.port", Integer.toString(started.getSmtp().getPort()),
                "testkit.imap.port", Integer.toString(started.getImap().getPort()));
    }

    @Override
    public void stop() {
        if (server != null) {
            server.stop();
        }
    }
}
