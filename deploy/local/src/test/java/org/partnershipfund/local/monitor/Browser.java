package org.partnershipfund.local.monitor;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType.LaunchOptions;
import com.microsoft.playwright.ConsoleMessage;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.ReducedMotion;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A real Chromium without a window. Where none is installed the tests are skipped, and say so: {@code apt-get install
 * chromium}, or {@code FUND_CHROMIUM=/path/to/chromium}.
 */
public final class Browser implements AutoCloseable {

    /** Much longer than it takes, so that a busy machine fails nothing. */
    private static final double PATIENCE_MILLISECONDS = 90_000;

    private static final int WIDTH = 1200;
    private static final int HEIGHT = 800;

    private final Playwright playwright;
    private final com.microsoft.playwright.Browser chromium;
    private final List<String> complaints = new ArrayList<>();

    private Browser(Path executable) {
        // It must not look for browsers of its own: there are none to be had here.
        playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE_MILLISECONDS);
        chromium = playwright
                .chromium()
                .launch(new LaunchOptions()
                        .setExecutablePath(executable)
                        .setArgs(List.of(
                                "--disable-gpu",
                                "--disable-quic",
                                "--no-first-run",
                                "--disable-background-networking",
                                "--disable-component-update",
                                "--disable-sync")));
    }

    /** The browser of this machine, if it has one; says loudly that it has none. */
    public static Optional<Browser> installed() {
        var told = Optional.ofNullable(System.getenv("FUND_CHROMIUM")).stream();
        var found = Stream.concat(
                        told, Stream.of("/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"))
                .map(Path::of)
                .filter(Files::isExecutable)
                .findFirst();
        if (found.isEmpty()) {
            System.out.println("NOT CHECKED in this run: the event monitor in a browser. No Chromium is installed here;"
                    + " apt-get install chromium, or FUND_CHROMIUM=/path/to/chromium.");
        }
        return found.map(Browser::new);
    }

    /** A new person with a window on a desk. */
    public Page desk() {
        return page(new com.microsoft.playwright.Browser.NewContextOptions()
                .setViewportSize(WIDTH, HEIGHT)
                .setReducedMotion(ReducedMotion.REDUCE));
    }

    /** A new person with a phone. */
    Page phone() {
        return page(new com.microsoft.playwright.Browser.NewContextOptions()
                .setViewportSize(360, 740)
                .setHasTouch(true)
                .setIsMobile(true)
                .setReducedMotion(ReducedMotion.REDUCE));
    }

    private Page page(com.microsoft.playwright.Browser.NewContextOptions options) {
        BrowserContext context = chromium.newContext(options);
        context.setDefaultTimeout(PATIENCE_MILLISECONDS);
        Page page = context.newPage();
        page.onConsoleMessage(message -> complain(message));
        page.onPageError(fault -> complaints.add(fault));
        page.onDialog(dialog -> {
            complaints.add("a dialog opened: " + dialog.message());
            dialog.dismiss();
        });
        return page;
    }

    private void complain(ConsoleMessage message) {
        // What is refused, or not answered while a service starts again, the browser itself writes into the console; we
        // show it to the person.
        boolean ofAnAnswer = message.text().startsWith("Failed to load resource")
                || message.text().startsWith("Access to fetch at");
        if (message.type().equals("error") && !ofAnAnswer) {
            complaints.add(message.text());
        }
    }

    /** What scripts and policies complained about in all pages. */
    List<String> complaints() {
        return List.copyOf(complaints);
    }

    /** WCAG 2.2 up to AA and what axe-core calls best practice, as the page is now. */
    static void assertAccessible(Page page, String what) {
        var violations = new AxeBuilder(page)
                .withTags(List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"))
                .analyze()
                .getViolations();
        assertThat(violations)
                .as(what)
                .extracting(rule -> rule.getId() + ": " + rule.getHelp() + " "
                        + rule.getNodes().stream()
                                .map(node -> node.getHtml())
                                .limit(3)
                                .toList())
                .isEmpty();
    }

    @Override
    public void close() {
        chromium.close();
        playwright.close();
    }
}
