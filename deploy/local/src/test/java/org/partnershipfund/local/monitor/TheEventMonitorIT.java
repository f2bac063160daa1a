package org.partnershipfund.local.monitor;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.partnershipfund.local.Suite;
import org.partnershipfund.local.demo.PlayedYear;
import org.partnershipfund.local.place.Secrets;
import org.partnershipfund.local.place.Service;
import org.partnershipfund.local.token.LocalTokens;
import org.partnershipfund.local.token.People;
import org.partnershipfund.local.token.SigningKey;

/**
 * What an operator sees and does in the browser, against the packaged suite after the demo's year. Last of all, because
 * it leaves dead letters behind.
 *
 * <p>{@code -Dgolden.update=true} writes the pictures of docs/operations.md anew.
 */
@ExtendWith(PlayedYear.class)
@Order(Integer.MAX_VALUE - 1)
class TheEventMonitorIT {

    private static final String PERKINS = "00350231";
    /** The page shows 500 events at most, and those of other services may come above the one in hand. */
    private static final int LONGEST_TABBING = 600;

    private static Suite suite;
    private static Browser browser;
    private static LocalTokens signer;

    @BeforeAll
    static void open_a_browser(PlayedYear.Year year) {
        suite = year.suite();
        var installed = Browser.installed();
        assumeTrue(installed.isPresent(), "no Chromium is installed");
        browser = installed.orElseThrow();
        signer = new LocalTokens(new SigningKey(new Secrets(suite.place().secrets())), People.of(suite.place()));
    }

    @AfterAll
    static void nothing_in_the_page_complained() {
        // Null where no browser is installed.
        if (browser != null) {
            assertThat(browser.complaints()).isEmpty();
            browser.close();
        }
    }

    private static String token(String role, Duration life) {
        return signer.of(List.of(role), Optional.empty(), Optional.empty(), life);
    }

    private static Page signedIn(Page page, String role) {
        var _ = page.navigate(suite.url(Service.ALLOCATION) + "/monitor");
        page.getByLabel("Access token").fill(token(role, Duration.ofMinutes(30)));
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Use this token"))
                .click();
        assertThat(page.locator("#live")).isVisible();
        return page;
    }

    private static Page operator() {
        return signedIn(browser.desk(), "operator");
    }

    private static void open(Page page, String view) {
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(view).setExact(true))
                .click();
    }

    private static Locator button(Page page, String name) {
        return page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    private static void say(Service service, String type, String subject, String payload) throws SQLException {
        try (var application = suite.application(service);
                var insert = application.prepareStatement("""
                        INSERT INTO event_log (id, topic, subject, type, source, at, traceparent, payload)
                        VALUES (?, ?, ?, ?, ?, now(), '00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01', ?)
                        """)) {
            insert.setObject(1, UUID.randomUUID());
            insert.setString(2, "partnership-fund.%s.v1".formatted(service.word()));
            insert.setString(3, subject);
            insert.setString(4, type);
            insert.setString(5, "/" + service.module());
            insert.setString(6, payload);
            assertThat(insert.executeUpdate()).isEqualTo(1);
        }
    }

    private static void administer(Service service, String statement) throws SQLException {
        try (var administrator = suite.administrator(service);
                var execute = administrator.createStatement()) {
            var _ = execute.execute(statement);
        }
    }

    /** A picture for the handbook; beside the other reports of the build unless it shall be the handbook's. */
    private static void picture(Page page, String name) {
        var folder = Boolean.getBoolean("golden.update")
                ? Suite.checkout().resolve("docs/images")
                : Suite.checkout().resolve("deploy/local/target/pictures");
        try {
            var _ = Files.createDirectories(folder);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
        var _ = page.screenshot(new Page.ScreenshotOptions().setPath(folder.resolve(name + ".png")));
    }

    @Test
    void what_a_service_says_is_seen_as_it_is_said() throws SQLException {
        var page = operator();
        for (var service : Service.values()) {
            assertThat(page.getByText(service.word() + ": connected")).isVisible();
        }
        picture(page, "event-monitor-live");
        var subject = "seen-" + UUID.randomUUID();

        say(Service.PROCUREMENT, "org.partnershipfund.test.Said.v1", subject, "{\"a\": 1}");

        var row = page.locator("tr[data-subject='" + subject + "']");
        assertThat(row).isVisible();
        assertThat(row).containsText("procurement");
        assertThat(page.locator("#status")).containsText("arrived");
        row.getByRole(AriaRole.BUTTON).click();
        assertThat(page.locator("pre:visible")).containsText("\"a\": 1");
    }

    @Test
    void events_are_filtered_by_service_type_subject_and_time() {
        var page = operator();
        var rows = page.locator("#live-events tr[data-type]");

        page.getByLabel("Type").selectOption("org.partnershipfund.approval.SelectionApproved.v1");
        button(page, "Apply").click();
        assertThat(rows.first()).isVisible();
        assertThat(page.locator("#live-events tr[data-type]:not([data-type*='SelectionApproved'])"))
                .hasCount(0);

        button(page, "Everything").click();
        page.getByLabel("Subject", new Page.GetByLabelOptions().setExact(true)).fill(PERKINS);
        page.getByLabel("portfolio", new Page.GetByLabelOptions().setExact(true))
                .uncheck();
        button(page, "Apply").click();
        assertThat(rows.first()).isVisible();
        assertThat(page.locator("#live-events tr[data-type]:not([data-subject='" + PERKINS + "'])"))
                .hasCount(0);
        assertThat(page.getByText("portfolio: connected")).hasCount(0);

        button(page, "Everything").click();
        page.getByLabel("From (UTC)").fill("2017-12-08T00:00");
        page.getByLabel("Until (UTC)").fill("2017-12-09T00:00");
        button(page, "Apply").click();
        assertThat(page.locator("#status")).containsText("filter");
        assertThat(page.locator("#live-events time:not([datetime^='2017-12-08'])"))
                .hasCount(0);
    }

    @Test
    void events_wait_while_somebody_reads() throws SQLException {
        var page = operator();
        assertThat(page.getByText("allocation: connected")).isVisible();
        button(page, "Pause").click();
        var subject = "waits-" + UUID.randomUUID();
        say(Service.ALLOCATION, "org.partnershipfund.test.Said.v1", subject, "{}");

        assertThat(page.locator("#live-count")).containsText(Pattern.compile("[1-9][0-9]* waiting"));
        assertThat(page.locator("tr[data-subject='" + subject + "']")).hasCount(0);

        button(page, "Go on").click();
        assertThat(page.locator("tr[data-subject='" + subject + "']")).isVisible();
    }

    /** A school for which an invoice was paid, under a contract that was bought for it. */
    private static String somebodyPaidFor() throws SQLException {
        try (var database = suite.administrator(Service.PROCUREMENT);
                var query = database.createStatement();
                var row = query.executeQuery("""
                        SELECT paid.payload::jsonb #>> '{payments,0,schoolCode}'
                          FROM event_log AS paid JOIN event_log AS made
                            ON made.payload::jsonb ->> 'processId' = paid.payload::jsonb ->> 'processId'
                         WHERE paid.type LIKE '%.InvoicePaid.v1' AND made.type LIKE '%.AwardMade.v1'
                         ORDER BY paid.seq LIMIT 1""")) {
            assertThat(row.next()).isTrue();
            return row.getString(1);
        }
    }

    @Test
    void one_school_is_followed_from_its_allocation_to_its_payment() throws SQLException {
        var school = somebodyPaidFor();
        var page = operator();
        open(page, "A school's journey");
        page.getByLabel("School code").fill(school);
        button(page, "Follow").click();

        var journey = page.locator("ol.journey > li");
        assertThat(page.locator("#status")).containsText("events of school " + school);
        for (var step : List.of("Allocated", "Chosen", "Approved", "Reserved", "Bought", "Contracted", "Paid")) {
            assertThat(page.getByText(step + ": yes")).isVisible();
        }
        var types = journey.evaluateAll("all => all.map(one => one.dataset.type.split('.')[3])");
        assertThat(types.toString())
                .containsSubsequence(
                        "AllocationPublished",
                        "SelectionSubmitted",
                        "SelectionApproved",
                        "FundsReserved",
                        "ProcessOpened",
                        "AwardMade",
                        "ContractExecuted",
                        "InvoicePaid");
        // Contracts are shared by schools: no other school's selection is part of this journey.
        var others = page.evaluate("() => document.querySelectorAll('ol.journey > li').length");
        assertThat(((Number) others).intValue()).isLessThan(200);
        picture(page, "event-monitor-journey");
    }

    @Test
    void how_the_streams_stand_is_seen_and_read_aloud() {
        var page = operator();
        open(page, "Streams");

        assertThat(page.locator("#streams-speaks tbody tr")).hasCount(4);
        assertThat(page.locator("#streams-speaks").getByText("reading")).hasCount(4);
        assertThat(page.locator("#streams-hears").getByText("up to date").first())
                .isVisible();
        picture(page, "event-monitor-streams");
    }

    @Test
    void a_dead_letter_is_tried_again_after_the_repair_and_another_is_given_up_with_a_reason()
            throws SQLException, IOException {
        var repaired = UUID.randomUUID().toString();
        var hopeless = UUID.randomUUID().toString();
        administer(Service.PORTFOLIO, "REVOKE INSERT, UPDATE ON scope_record FROM portfolio_app");
        try {
            for (var subject : List.of(repaired, hopeless)) {
                say(Service.APPROVAL, "org.partnershipfund.approval.SupervisorAssigned.v1", subject, assigned(subject));
            }
            var page = operator();
            open(page, "Dead letters");
            var one = page.locator("tr[data-letter]", new Page.LocatorOptions().setHasText(repaired));
            var other = page.locator("tr[data-letter]", new Page.LocatorOptions().setHasText(hopeless));
            for (var letter : List.of(one, other)) {
                page.waitForCondition(() -> {
                    button(page, "Look again").click();
                    page.waitForTimeout(500);
                    return letter.count() == 1;
                });
            }
            assertThat(one).containsText("dead");
            picture(page, "event-monitor-letters");
            one.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Show"))
                    .click();
            assertThat(page.locator("pre:visible")).containsText("\"subject\": \"" + repaired);

            administer(Service.PORTFOLIO, "GRANT INSERT, UPDATE ON scope_record TO portfolio_app");
            one.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(Pattern.compile("Try .* again")))
                    .click();
            assertThat(page.locator("#status")).containsText("It is tried again.");
            page.waitForCondition(() -> {
                button(page, "Look again").click();
                page.waitForTimeout(500);
                return one.count() == 0;
            });

            other.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(Pattern.compile("Discard .*")))
                    .click();
            assertThat(page.getByRole(AriaRole.DIALOG)).isVisible();
            Browser.assertAccessible(page, "the question before a letter is given up");
            page.getByLabel("Reason, for the audit trail").fill("made up by a test");
            button(page, "Discard").click();
            assertThat(page.locator("#status")).containsText("Discarded.");
            assertThat(other).hasCount(0);
        } finally {
            administer(Service.PORTFOLIO, "GRANT INSERT, UPDATE ON scope_record TO portfolio_app");
        }
        try (var database = suite.administrator(Service.PORTFOLIO);
                var query = database.prepareStatement(
                        "SELECT subject, state, resolution FROM dead_letter WHERE subject IN (?, ?) ORDER BY state")) {
            query.setString(1, repaired);
            query.setString(2, hopeless);
            var rows = query.executeQuery();
            assertThat(rows.next()).isTrue();
            assertThat(rows.getString("state")).isEqualTo("discarded");
            assertThat(rows.getString("resolution")).contains("made up by a test");
            assertThat(rows.next()).isTrue();
            assertThat(rows.getString("state")).isEqualTo("redriven");
        }
    }

    private static String assigned(String supervisor) {
        return """
                {"assignmentId": "%s", "schoolCode": "00350231",
                 "supervisor": {"issuer": "http://127.0.0.1/test", "subject": "%s"},
                 "from": "2019-07-01", "until": "2019-07-02", "assignedAt": "2018-07-01T15:00:00Z"}""".formatted(UUID.randomUUID(), supervisor);
    }

    @Test
    void an_auditor_reads_everything_and_repairs_nothing() throws SQLException {
        var subject = UUID.randomUUID().toString();
        say(Service.APPROVAL, "org.partnershipfund.approval.SupervisorAssigned.v1", subject, "{\"none\": true}");
        var page = signedIn(browser.desk(), "records-auditor");
        open(page, "Dead letters");
        var letter = page.locator("tr[data-letter]", new Page.LocatorOptions().setHasText(subject))
                .first();
        page.waitForCondition(() -> {
            button(page, "Look again").click();
            page.waitForTimeout(500);
            return letter.count() == 1;
        });

        assertThat(letter.getByRole(AriaRole.BUTTON)).hasCount(1);
        assertThat(letter).containsText("unreadable");
    }

    @Test
    void everything_can_be_done_with_the_keyboard_alone() {
        var page = browser.desk();
        var _ = page.navigate(suite.url(Service.ALLOCATION) + "/monitor");
        assertThat(page.locator("#sign-in")).isVisible();
        page.keyboard().press("Tab");
        assertThat(page.locator(".skip")).isFocused();

        tabTo(page, "#token");
        page.keyboard().insertText(token("operator", Duration.ofMinutes(5)));
        page.keyboard().press("Enter");
        assertThat(page.locator("#live")).isVisible();
        assertThat(page.locator("#live-events tr[data-type]").first()).isVisible();

        tabTo(page, "#live-events tr[data-type] button");
        page.keyboard().press("Enter");
        assertThat(page.locator("#live-events button[aria-expanded='true']")).hasCount(1);

        page.keyboard().press("Shift+Tab");
        tabBackTo(page, "nav a[href='#journey']");
        page.keyboard().press("Enter");
        assertThat(page.locator("#journey")).isVisible();
        tabTo(page, "#journey-school");
        page.keyboard().insertText(PERKINS);
        page.keyboard().press("Enter");
        assertThat(page.locator("ol.journey > li").first()).isVisible();

        tabBackTo(page, "#sign-out");
        page.keyboard().press("Enter");
        assertThat(page.locator("#sign-in")).isVisible();
    }

    private static void tabTo(Page page, String selector) {
        tab(page, selector, "Tab");
    }

    private static void tabBackTo(Page page, String selector) {
        tab(page, selector, "Shift+Tab");
    }

    private static void tab(Page page, String selector, String key) {
        for (int i = 0; i < LONGEST_TABBING; i++) {
            if (Boolean.TRUE.equals(page.evaluate("wanted => document.activeElement.matches(wanted)", selector))) {
                return;
            }
            page.keyboard().press(key);
        }
        throw new AssertionError(selector + " cannot be reached with " + key);
    }

    /** How the page may be looked at. */
    enum Look {
        LIGHT,
        DARK,
        PHONE
    }

    @ParameterizedTest
    @EnumSource
    void every_view_is_accessible(Look look) {
        var page = look == Look.PHONE ? browser.phone() : browser.desk();
        page.emulateMedia(new Page.EmulateMediaOptions()
                .setColorScheme(look == Look.DARK ? ColorScheme.DARK : ColorScheme.LIGHT));
        var _ = page.navigate(suite.url(Service.ALLOCATION) + "/monitor");
        assertThat(page.locator("#sign-in")).isVisible();
        Browser.assertAccessible(page, "sign in, " + look);
        page.getByLabel("Access token").fill("nonsense");
        button(page, "Use this token").click();
        assertThat(page.getByRole(AriaRole.ALERT)).containsText("no access token");
        Browser.assertAccessible(page, "a refusal, " + look);

        var _ = signedIn(page, "operator");
        assertThat(page.locator("#live-events tr[data-type]").first()).isVisible();
        page.locator("#live-events tr[data-type] button").first().click();
        Browser.assertAccessible(page, "live, " + look);
        assertNoSidewaysScrolling(page);

        open(page, "A school's journey");
        page.getByLabel("School code").fill(PERKINS);
        button(page, "Follow").click();
        assertThat(page.locator("ol.journey > li").first()).isVisible();
        Browser.assertAccessible(page, "journey, " + look);
        assertNoSidewaysScrolling(page);
        if (look == Look.PHONE) {
            picture(page, "event-monitor-phone");
        }

        open(page, "Streams");
        assertThat(page.locator("#streams-speaks tbody tr")).hasCount(4);
        Browser.assertAccessible(page, "streams, " + look);
        assertNoSidewaysScrolling(page);

        open(page, "Dead letters");
        assertThat(page.locator("#status")).containsText("parked");
        Browser.assertAccessible(page, "letters, " + look);
        assertNoSidewaysScrolling(page);
    }

    private static void assertNoSidewaysScrolling(Page page) {
        assertThat(page.evaluate("() => document.documentElement.scrollWidth <= window.innerWidth"))
                .isEqualTo(true);
    }

    @Test
    void a_token_is_in_no_address_and_no_storage_and_nobody_else_is_asked_anything() {
        var page = browser.desk();
        Set<String> asked = new HashSet<>();
        page.onRequest(request -> asked.add(request.url()));
        var _ = signedIn(page, "operator");
        for (var view : List.of("Streams", "Dead letters", "A school's journey", "Live")) {
            open(page, view);
        }
        assertThat(page.getByText("allocation: connected")).isVisible();

        assertThat(asked).noneMatch(address -> address.contains("eyJ"));
        var ours = Set.of(
                URI.create(suite.url(Service.ALLOCATION)).getAuthority(),
                URI.create(suite.url(Service.PORTFOLIO)).getAuthority(),
                URI.create(suite.url(Service.APPROVAL)).getAuthority(),
                URI.create(suite.url(Service.PROCUREMENT)).getAuthority());
        assertThat(asked).allMatch(address -> ours.contains(URI.create(address).getAuthority()));
        assertThat(
                        page.evaluate(
                                "() => [location.href, JSON.stringify(localStorage), JSON.stringify(sessionStorage), document.cookie, document.documentElement.outerHTML, document.getElementById('token').value].join(' ')"))
                .asString()
                .doesNotContain("eyJ");

        var _ = page.reload();
        assertThat(page.locator("#sign-in")).isVisible();
    }

    @Test
    void nothing_that_an_event_says_becomes_part_of_the_page() throws SQLException {
        var page = operator();
        assertThat(page.getByText("allocation: connected")).isVisible();
        var attack = "<img src=x onerror=alert(1)><script>alert(2)</script>";
        say(
                Service.ALLOCATION,
                "org.partnershipfund.test.<b>Said</b>.v1",
                attack,
                "{\"text\": \"%s\"}".formatted(attack));

        var row = page.locator("#live-events tr", new Page.LocatorOptions().setHasText("<img src=x"))
                .first();
        assertThat(row).isVisible();
        assertThat(row).containsText("<b>Said</b>");
        row.getByRole(AriaRole.BUTTON).click();
        assertThat(page.locator("pre:visible")).containsText("<script>alert(2)</script>");
        assertThat(page.locator("#live-events img, #live-events script, #live-events b"))
                .hasCount(0);
    }

    @Test
    void when_the_token_ends_the_page_asks_to_sign_in_again() {
        var page = browser.desk();
        var _ = page.navigate(suite.url(Service.PORTFOLIO) + "/monitor");
        page.getByLabel("Access token").fill(token("operator", Duration.ofSeconds(20)));
        button(page, "Use this token").click();
        assertThat(page.getByText("approval: connected")).isVisible();

        assertThat(page.locator("#sign-in")).isVisible();
        assertThat(page.locator("#status")).containsText("Your sign-in has ended");
    }

    @Test
    void a_token_without_the_role_opens_nothing() {
        var page = browser.desk();
        var _ = page.navigate(suite.url(Service.ALLOCATION) + "/monitor");
        page.getByLabel("Access token").fill(token("school-leader", Duration.ofMinutes(5)));
        button(page, "Use this token").click();

        assertThat(page.getByRole(AriaRole.ALERT)).containsText("operator and records-auditor");
        assertThat(page.locator("#live")).isHidden();
    }

    @Test
    void a_service_that_is_away_for_a_while_is_missed_and_found_again() throws SQLException, InterruptedException {
        var page = signedIn(browser.desk(), "operator");
        assertThat(page.getByText("portfolio: connected")).isVisible();
        var before = suite.process("portfolio-service");

        suite.kill("portfolio-service");
        assertThat(page.getByText("portfolio: connecting again")).isVisible();
        suite.awaitReplaced("portfolio-service", before);
        var subject = "back-" + UUID.randomUUID();
        say(Service.PORTFOLIO, "org.partnershipfund.test.Said.v1", subject, "{}");

        assertThat(page.locator("tr[data-subject='" + subject + "']"))
                .isVisible(new com.microsoft.playwright.assertions.LocatorAssertions.IsVisibleOptions()
                        .setTimeout(120_000));
    }
}
