package org.partnershipfund.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.Map;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.jupiter.api.extension.TestInstantiationException;

/**
 * Hands one suite to all test classes that ask for a {@link Suite}: its start takes a minute and a half. It is started
 * when first asked for, or again if somebody stopped it, and stopped after the last test of all.
 */
public final class RunningSuite implements ParameterResolver {

    private static final Namespace STORE = Namespace.create(RunningSuite.class);

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == Suite.class;
    }

    @Override
    public Suite resolveParameter(ParameterContext parameter, ExtensionContext context) {
        var suite =
                context.getRoot().getStore(STORE).computeIfAbsent(Suite.class, _ -> inAFolderWithBlanks(), Suite.class);
        try {
            suite.up();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new TestInstantiationException("interrupted while the suite started", e);
        }
        return suite;
    }

    private static Suite inAFolderWithBlanks() {
        try {
            return Suite.byWire(Files.createTempDirectory("fund").resolve("a folder, with blanks"), Map.of())
                    .downAtExit();
        } catch (IOException e) {
            throw new UncheckedIOException("no folder for the suite", e);
        }
    }
}
