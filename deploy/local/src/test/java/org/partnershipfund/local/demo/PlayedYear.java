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
import org.partnershipfund.local.client.SuiteClient;
import org.partnershipfund.local.place.Settings;

/**
 * Hands one suite, in which the demo has played its year, to all test classes that ask for a {@link Played}: the year
 * takes some minutes. It is stopped after the last test of all.
 */
public final class PlayedYear implements ParameterResolver {

    private static final Namespace STORE = Namespace.create(PlayedYear.class);

    /**
     * What there is after the year.
     *
     * @param agrees whether everything agreed
     * @param told what the demo printed
     */
    public record Played(Suite suite, SuiteClient anybody, boolean agrees, String told) implements AutoCloseable {
        @Override
        public void close() {
            anybody.close();
            suite.close();
        }
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == Played.class;
    }

    @Override
    public Played resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return context.getRoot().getStore(STORE).computeIfAbsent(Played.class, _ -> played(), Played.class);
    }

    private static Played played() {
        try {
            var suite = Suite.in(
                    Files.createTempDirectory("fund"),
                    Map.of(Settings.CLOCK_ADJUSTABLE, "true", Settings.WEBHOOKS_INSIDE_ALLOWED, "true"));
            suite.up();
            var anybody = suite.client();
            var screen = new ByteArrayOutputStream();
            boolean agrees = new FundYear(
                            suite.place(), anybody, new PrintStream(screen, true, StandardCharsets.UTF_8))
                    .play();
            String told = screen.toString(StandardCharsets.UTF_8);
            System.out.print(told);
            return new Played(suite, anybody, agrees, told);
        } catch (IOException e) {
            throw new UncheckedIOException("no folder for the suite", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new TestInstantiationException("interrupted while the year was played", e);
        }
    }
}
