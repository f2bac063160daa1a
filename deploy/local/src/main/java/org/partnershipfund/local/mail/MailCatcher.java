package org.partnershipfund.local.mail;

import com.icegreen.greenmail.configuration.GreenMailConfiguration;
import com.icegreen.greenmail.mail.MailAddress;
import com.icegreen.greenmail.mail.MovingMessage;
import com.icegreen.greenmail.store.FolderException;
import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.user.UserException;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.MessagingException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import org.partnershipfund.local.place.Door;
import org.partnershipfund.local.place.Place;
import org.partnershipfund.local.process.StartFailedException;

/**
 * An SMTP server within the supervisor: each message it takes becomes a file, and goes to nobody. Within, because it is a
 * few threads and no process has to start for it; when the supervisor is gone, services try again.
 */
public final class MailCatcher implements AutoCloseable {

    private final int port;
    private final CaughtMails mails;
    private final GreenMail server;
    private boolean started;
    private boolean closed;

    public MailCatcher(Place place) {
        this.port = place.port(Door.MAIL);
        this.mails = CaughtMails.of(place);
        this.server = new GreenMail(new ServerSetup(port, Place.LOOPBACK, ServerSetup.PROTOCOL_SMTP))
                .withConfiguration(new GreenMailConfiguration().withDisabledAuthentication());
    }

    /**
     * Starts to listen, unless it was closed before.
     *
     * @throws StartFailedException if the port is taken
     */
    public synchronized void start() {
        if (closed) {
            return;
        }
        server.getUserManager().setMessageDeliveryHandler(this::take);
        try {
            server.start();
            started = true;
        } catch (IllegalStateException e) {
            throw new StartFailedException(
                    "the mail catcher cannot listen on port %d; set %s to a free one"
                            .formatted(port, Door.MAIL.variable()),
                    e);
        }
    }

    private GreenMailUser take(MovingMessage message, MailAddress to) throws MessagingException, UserException {
        var bytes = new ByteArrayOutputStream();
        try {
            message.getMessage().writeTo(bytes);
            mails.keep(bytes.toByteArray());
            // The file is all that is kept; the server would hold every message in memory.
            server.purgeEmailFromAllMailboxes();
        } catch (IOException | FolderException e) {
            throw new MessagingException("cannot keep a message", e);
        }
        var users = server.getUserManager();
        var known = users.getUserByEmail(to.getEmail());
        return known == null ? users.createUser(to.getEmail(), to.getEmail(), "") : known;
    }

    @Override
    public synchronized void close() {
        closed = true;
        if (started) {
            server.stop();
            started = false;
        }
    }
}
