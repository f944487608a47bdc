package org.folkmoot.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.Cookie;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.HttpCookie;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import nu.validator.client.EmbeddedValidator;
import org.folkmoot.server.TestWorkbench.Person;
import org.xml.sax.SAXException;

/// A real browser, where this machine has Chromium: tests that need it are joined in there and skipped elsewhere.
///
/// Playwright's objects belong to the thread that made them: open and close it within one test class.
public final class TestBrowser implements AutoCloseable {
    private static final Path CHROMIUM = Path.of("/usr/bin/chromium");

    private final String site;
    private final Function<Person, HttpCookie> session;
    private final Playwright playwright;
    private final Browser browser;

    private TestBrowser(String site, Function<Person, HttpCookie> session) {
        this.site = site;
        this.session = session;
        playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        browser = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(CHROMIUM)
                        .setArgs(List.of(
                                "--no-sandbox",
                                "--disable-gpu",
                                "--disable-quic",
                                "--no-first-run",
                                "--disable-background-networking",
                                "--disable-component-update",
                                "--disable-sync")));
    }

    /// Starts it; skips the test where there is no Chromium.
    public static TestBrowser start(TestWorkbench workbench) {
        requireChromium();
        return new TestBrowser(
                workbench.url(), person -> workbench.signIn(person).session());
    }

    /// Starts it for a program that was started by itself, where people sign in through the page.
    static TestBrowser at(String site) {
        requireChromium();
        return new TestBrowser(site, person -> {
            throw new IllegalArgumentException(person.name() + " signs in through the page");
        });
    }

    /// Skips the test where there is no Chromium.
    static void requireChromium() {
        assumeTrue(
                Files.isExecutable(CHROMIUM),
                "there is no Chromium at " + CHROMIUM + ": tests in a real browser are left out");
    }

    /// A window of 1280 × 900 in which somebody is signed in and nothing else is shared with other windows.
    public Page signedIn(Person person) {
        return signedIn(person, 1280, 900);
    }

    /// A window of a size of its own, such as 360 × 740.
    public Page signedIn(Person person, int width, int height) {
        BrowserContext context = context(width, height);
        HttpCookie cookie = session.apply(person);
        context.addCookies(List.of(new Cookie(cookie.getName(), cookie.getValue()).setUrl(site)));
        return context.newPage();
    }

    /// A window in which nobody is signed in.
    public Page stranger() {
        return context(1280, 900).newPage();
    }

    private BrowserContext context(int width, int height) {
        BrowserContext context = browser.newContext(
                new Browser.NewContextOptions().setBaseURL(site).setViewportSize(width, height));
        context.setDefaultTimeout(20_000);
        return context;
    }

    /// Requires that axe finds nothing wrong on the page as it stands, and that it is not wider than its window.
    ///
    /// @param rules to ask for, all if none is named
    public static void requireAccessible(Page page, String... rules) {
        AxeBuilder axe = new AxeBuilder(page).setLegacyMode(true);
        if (rules.length > 0) {
            axe.withRules(List.of(rules));
        }
        var violations = axe.analyze().getViolations();
        assertThat(violations.stream()
                        .map(rule -> rule.getId() + ": " + rule.getHelp() + " at "
                                + rule.getNodes().stream()
                                        .map(node -> node.getHtml())
                                        .limit(5)
                                        .toList())
                        .toList())
                .as("what axe finds wrong on %s", page.url())
                .isEmpty();
        requireFits(page);
    }

    /// Requires that a page is not wider than its window.
    static void requireFits(Page page) {
        assertThat(page.evaluate("document.documentElement.scrollWidth <= window.innerWidth"))
                .as("%s fits its window", page.url())
                .isEqualTo(true);
    }

    /// Requires that the validator finds no error in a page's source; needs no browser.
    public static void requireValid(TestClient.Answer page) {
        requireValid(page.body());
    }

    /// Requires that the validator finds no error in a page's source; needs no browser.
    static void requireValid(String page) {
        EmbeddedValidator validator = new EmbeddedValidator();
        validator.setOutputFormat(EmbeddedValidator.OutputFormat.GNU);
        try {
            assertThat(validator
                            .validate(new ByteArrayInputStream(page.getBytes(StandardCharsets.UTF_8)))
                            .lines()
                            .filter(line -> line.contains("error")))
                    .isEmpty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (SAXException e) {
            throw new IllegalStateException(e);
        }
    }

    /// Keeps a picture of the whole page below `target/pictures`, for people to look at.
    public static void picture(Page page, String name) {
        page.screenshot(
                new Page.ScreenshotOptions().setFullPage(true).setPath(Path.of("target", "pictures", name + ".png")));
    }

    @Override
    public void close() {
        browser.close();
        playwright.close();
    }
}
