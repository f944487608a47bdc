package org.folkmoot.cli;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// A real browser that opens a written report from its file, where this machine has Chromium; tests that need it are
/// joined in there.
final class ReportBrowser implements AutoCloseable {
    private static final Path CHROMIUM = Path.of("/usr/bin/chromium");

    private final Path report;
    private final Playwright playwright;
    private final Browser browser;
    private final List<String> requested = new ArrayList<>();

    private ReportBrowser(Path report) {
        this.report = report;
        playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        browser = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(CHROMIUM)
                        .setArgs(List.of("--no-sandbox", "--disable-gpu", "--disable-background-networking")));
    }

    static ReportBrowser at(Path report) {
        assumeTrue(Files.isExecutable(CHROMIUM), "there is no Chromium at " + CHROMIUM);
        return new ReportBrowser(report);
    }

    /// The report in a window of its own.
    Page open(int width, ColorScheme colours, boolean script) {
        Page page = browser.newContext(new Browser.NewContextOptions()
                        .setViewportSize(width, 800)
                        .setColorScheme(colours)
                        .setJavaScriptEnabled(script)
                        .setBypassCSP(true))
                .newPage();
        page.onRequest(request -> requested.add(request.url()));
        page.navigate(report.toUri().toString());
        return page;
    }

    /// What axe finds wrong, a line for each rule.
    ///
    /// What only repeats is taken out first: of each list two quotes stay, of each question three themes, of
    /// each table twelve rows. On the whole page axe takes twenty times as long and finds the same.
    static List<String> violations(Page page) {
        page.evaluate("""
                const keep = (parts, child, most) => document.querySelectorAll(parts).forEach(
                    part => part.querySelectorAll(':scope > ' + child).forEach((c, i) => i >= most && c.remove()));
                keep('ul.quotes', 'li', 2);
                keep('section.question', 'article.theme', 3);
                keep('section.question', 'details.uncovered', 3);
                keep('tbody', 'tr', 12);
                document.querySelectorAll('details').forEach(details => details.open = true);
                """);
        return new AxeBuilder(page)
                .setLegacyMode(true).analyze().getViolations().stream()
                        .map(rule -> rule.getId() + ": " + rule.getHelp() + " at "
                                + rule.getNodes().getFirst().getHtml())
                        .toList();
    }

    /// Whether the page scrolls up and down only.
    static boolean fits(Page page) {
        return (Boolean) page.evaluate("document.documentElement.scrollWidth <= window.innerWidth");
    }

    /// All addresses that the pages asked for.
    List<String> requested() {
        return List.copyOf(requested);
    }

    @Override
    public void close() {
        browser.close();
        playwright.close();
    }
}
