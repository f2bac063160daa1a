package org.partnershipfund.portfolio.adapter.webhook;

import com.standardwebhooks.Webhook;
import com.standardwebhooks.exceptions.WebhookSigningException;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.client5.http.SystemDefaultDnsResolver;
import org.apache.hc.client5.http.classic.methods.HttpPost;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.config.TlsConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.ManagedHttpClientConnectionFactory;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.config.Http1Config;
import org.apache.hc.core5.http.io.entity.StringEntity;
import org.apache.hc.core5.util.Timeout;
import org.jboss.logging.Logger;
import org.partnershipfund.portfolio.webhook.Answer;
import org.partnershipfund.portfolio.webhook.Message;
import org.partnershipfund.portfolio.webhook.Secret;
import org.partnershipfund.portfolio.webhook.TargetRule;

/**
 * Takes one message to one address, within a bounded time whatever the other side does. It follows no redirect, reads
 * nothing of the answer but its status, uses no proxy, and connects to no machine that the {@link TargetRule} does not
 * admit, whatever the name leads to at that moment.
 *
 * <p>Why this library: docs/decisions/0012-webhooks.md.
 */
@Singleton
class Courier {

    private static final Logger LOG = Logger.getLogger(Courier.class);
    private static final int LONGEST_LINE = 8192;
    private static final int MOST_HEADERS = 100;
    private static final int NO_STATUS = 0;

    private final CloseableHttpClient http;
    private final Duration patience;
    private final ScheduledExecutorService watch = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("webhook-watch").factory());

    @Inject
    Courier(WebhookSettings settings, TargetRule rule) {
        this(settings.timeout(), settings.atOnce(), rule, SystemDefaultDnsResolver.INSTANCE);
    }

    /**
     * A courier.
     *
     * @param patience how long an attempt may take in all
     * @param atOnce how many may be under way
     * @param names who knows where a name leads
     */
    Courier(Duration patience, int atOnce, TargetRule rule, DnsResolver names) {
        Timeout timeout = Timeout.of(patience);
        this.patience = patience;
        this.http = HttpClients.custom()
                .setConnectionManager(PoolingHttpClientConnectionManagerBuilder.create()
                        .setDnsResolver(new Admitted(rule, names))
                        .setMaxConnTotal(atOnce)
                        .setMaxConnPerRoute(atOnce)
                        .setDefaultConnectionConfig(ConnectionConfig.custom()
                                .setConnectTimeout(timeout)
                                .setSocketTimeout(timeout)
                                .build())
                        .setDefaultTlsConfig(
                                TlsConfig.custom().setHandshakeTimeout(timeout).build())
                        .setConnectionFactory(ManagedHttpClientConnectionFactory.builder()
                                .http1Config(Http1Config.custom()
                                        .setMaxLineLength(LONGEST_LINE)
                                        .setMaxHeaderCount(MOST_HEADERS)
                                        .build())
                                .build())
                        .build())
                // A new connection each time, so that it is asked each time where the name leads.
                .setConnectionReuseStrategy((_, _, _) -> false)
                .setDefaultRequestConfig(RequestConfig.custom()
                        .setConnectionRequestTimeout(timeout)
                        .setResponseTimeout(timeout)
                        .build())
                .disableRedirectHandling()
                .disableAutomaticRetries()
                .disableCookieManagement()
                .disableAuthCaching()
                .disableContentCompression()
                .setUserAgent("PartnershipFund-Webhooks/1")
                .build();
    }

    /** Where a name leads, as far as messages may go there; the connection goes to one of exactly these addresses. */
    private record Admitted(TargetRule rule, DnsResolver names) implements DnsResolver {

        @Override
        public InetAddress[] resolve(String host) throws UnknownHostException {
            InetAddress[] admitted = Arrays.stream(names.resolve(host))
                    .filter(address -> rule.admits(address.getAddress()))
                    .toArray(InetAddress[]::new);
            if (admitted.length == 0) {
                throw new UnknownHostException(host + " leads to no machine of the public Internet");
            }
            return admitted;
        }

        @Override
        public String resolveCanonicalHostname(String host) throws UnknownHostException {
            return names.resolveCanonicalHostname(host);
        }
    }

    /**
     * Posts the message.
     *
     * @param now the real time; the receiver refuses what is older than some minutes
     */
    Answer post(Message message, Instant now) {
        var post = new HttpPost(message.url());
        String body = message.body();
        post.setHeader("webhook-id", message.header());
        post.setHeader("webhook-timestamp", Long.toString(now.getEpochSecond()));
        post.setHeader(
                "webhook-signature",
                message.secrets().stream()
                        .map(secret -> sign(secret, message.header(), now, body))
                        .collect(Collectors.joining(" ")));
        post.setEntity(new StringEntity(body, ContentType.APPLICATION_JSON));
        // What trickles in resets the timeouts of single reads; this ends the attempt as a whole.
        var end = watch.schedule(post::abort, patience.toMillis(), TimeUnit.MILLISECONDS);
        int status = NO_STATUS;
        try (var answer = http.executeOpen(null, post, null)) {
            status = answer.getCode();
            // Closing would read the rest of the body, however long: it is nobody's business, so the connection ends
            // here.
            post.abort();
            return new Answer.Status(status);
        } catch (IOException e) {
            // Ended in the middle of its body, closing may fail; what was answered is known.
            return status == NO_STATUS
                    ? new Answer.None(post.isAborted() ? "no answer within " + patience : reason(e))
                    : new Answer.Status(status);
        } finally {
            end.cancel(false);
        }
    }

    private static String reason(IOException failure) {
        LOG.debugf(failure, "a webhook could not be called");
        return failure.getClass().getSimpleName() + ": " + failure.getMessage();
    }

    private static String sign(Secret secret, String id, Instant now, String body) {
        try {
            return new Webhook(secret.text()).sign(id, now.getEpochSecond(), body);
        } catch (WebhookSigningException e) {
            throw new IllegalStateException("every JDK has HMAC-SHA256", e);
        }
    }

    /** Ends what is under way. */
    @PreDestroy
    void close() throws IOException {
        var _ = watch.shutdownNow();
        http.close();
    }
}
