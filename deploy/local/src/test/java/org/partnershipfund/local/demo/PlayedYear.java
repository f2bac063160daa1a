package org.partnershipfund.local.demo;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.Map;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.jupiter.api.extension.TestInstantiationException;
import org.partnershipfund.local.Suite;
import org.partnershipfund.local.place.Settings;

/** Hands the suite in which the year was played to all who look at it: playing it takes minutes. */
public final class PlayedYear implements ParameterResolver {

    private static final Namespace STORE = Namespace.create(PlayedYear.class);

    /**
     * The year, and the suite that still runs.
     *
     * @param agrees whether the year's proof held
     * @param told what was printed
     */
    public record Year(Suite suite, boolean agrees, String told) implements AutoCloseable {
        @Override
        public void close() {
            suite.close();
        }
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == Year.class;
    }

    @Override
    public Year resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return context.getRoot().getStore(STORE).computeIfAbsent(Year.class, _ -> play(), Year.class);
    }

    private static Year play() {
        try {
            var suite = Suite.in(
                            Files.createTempDirectory("fund-year"),
                            Map.of(
                                    Settings.CLOCK_ADJUSTABLE,
                                    "true",
                                    // The year takes a minute or two: nobody shall wait five for its first trial
                                    // balance.
                                    "FUND_LEDGER_WATCH_EVERY",
                                    "PT10S",
                                    Settings.WEBHOOKS_INSIDE_ALLOWED,
                                    "true",
                                    Settings.LOG_JSON,
                                    "true"))
                    .downAtExit();
            var screen = new ByteArrayOutputStream();
            boolean agrees;
            try (var anybody = suite.client()) {
                suite.up();
                agrees = new FundYear(suite.place(), anybody, to(screen)).play();
            } catch (InterruptedException | RuntimeException e) {
                suite.close();
                throw e;
            }
            var told = screen.toString(StandardCharsets.UTF_8);
            System.out.print(told);
            return new Year(suite, agrees, told);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new TestInstantiationException("interrupted while the year was played", e);
        } catch (IOException e) {
            throw new UncheckedIOException("no folder for the suite", e);
        }
    }

    static PrintStream to(ByteArrayOutputStream screen) {
        return new PrintStream(screen, true, StandardCharsets.UTF_8);
    }
}
