package org.partnershipfund.approval.adapter.mail;

import io.quarkus.mailer.reactive.ReactiveMailer;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.TimeoutException;
import io.vertx.ext.mail.SMTPException;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionException;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.partnershipfund.approval.mail.Contact;
import org.partnershipfund.approval.mail.OutboundMail.Lent;
import org.partnershipfund.approval.mail.Verdict.Answer;
import org.partnershipfund.approval.usecase.DeliverMail;
import org.partnershipfund.foundation.sql.Worker;

/**
 * Hands what is due to the mail server, one message after the other. A message that the server took, and that could not be
 * marked as sent before this process died, is sent once more, with the same Message-ID.
 */
@Singleton
class MailSender {

    private static final Logger LOG = Logger.getLogger(MailSender.class);
    private static final int AT_ONCE = 20;

    private final ReactiveMailer mailer;
    private final DeliverMail deliver;
    private final MailSettings settings;
    private final Envelope envelope;
    private final Worker worker;

    @Inject
    MailSender(ReactiveMailer mailer, DeliverMail deliver, MailSettings settings) {
        this.mailer = mailer;
        this.deliver = deliver;
        this.settings = settings;
        this.envelope = new Envelope(settings.link(), settings.domain());
        this.worker = new Worker("mail-sender", settings.lookEvery(), this::sendWhatIsDue);
    }

    void start(@Observes StartupEvent starting) {
        if (settings.sending()) {
            worker.start();
        } else {
            LOG.warn("fund.mail.sending is off: messages wait, and nobody is written to.");
        }
    }

    void stop(@Observes ShutdownEvent stopping) {
        worker.stop();
    }

    private boolean sendWhatIsDue() {
        Instant now = Instant.now();
        Duration loan = settings.patience().multipliedBy(AT_ONCE + 1L);
        List<Lent> due = deliver.lend(now, now.plus(loan), AT_ONCE);
        Map<Boolean, List<Lent>> goesOut = due.stream()
                .collect(Collectors.partitioningBy(
                        lent -> lent.contact().filter(Contact::wantsMail).isPresent()));
        List<Lent> nowhere = goesOut.getOrDefault(false, List.of());
        if (!nowhere.isEmpty()) {
            deliver.leave(nowhere, Instant.now());
        }
        for (Lent lent : goesOut.getOrDefault(true, List.of())) {
            lent.contact().ifPresent(contact -> deliver.settle(lent, send(lent, contact), Instant.now()));
        }
        return due.size() == AT_ONCE;
    }

    private Answer send(Lent lent, Contact contact) {
        try {
            mailer.send(envelope.of(lent.mail(), contact.address())).await().atMost(settings.patience());
            return new Answer.Accepted();
        } catch (TimeoutException e) {
            return new Answer.Failed("no answer within " + settings.patience());
        } catch (RuntimeException e) {
            // Its message may name the address, so neither log nor table has it.
            Throwable cause = e instanceof CompletionException && e.getCause() != null ? e.getCause() : e;
            SMTPException said = said(cause);
            return said == null
                    ? new Answer.Failed("not reached: " + cause.getClass().getSimpleName())
                    : answer(said);
        }
    }

    private static Answer answer(SMTPException said) {
        String fault = "the mail server answered " + said.getReplyCode();
        return said.isPermanent() ? new Answer.Refused(fault) : new Answer.Failed(fault);
    }

    private static @Nullable SMTPException said(@Nullable Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SMTPException said) {
                return said;
            }
        }
        return null;
    }
}
