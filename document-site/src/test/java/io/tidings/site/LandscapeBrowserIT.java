package io.tidings.site;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.tidings.compat.landscape.SystemReport;
import io.tidings.embedded.browser.Browser;
import io.tidings.embedded.browser.Driver;
import io.tidings.site.landscape.LandscapeSite;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** The page of a landscape in a real Chromium, as {@link BrowserIT} has it. */
class LandscapeBrowserIT {
    @TempDir
    private static Path folder;

    private static Driver driver;
    private static Browser browser;
    private static Path page;

    @BeforeAll
    static void start() throws IOException {
        boolean required = "required".equals(System.getenv("TIDINGS_BROWSER"));
        assumeTrue(required || Driver.installed(), "no chromium and chromedriver on the path");
        page = folder.resolve("landscape.html");
        SystemReport report = SystemReport.of(LandscapeSiteTest.services(folder, 12, 24));
        Files.writeString(page, LandscapeSite.of(report).html());
        driver = Driver.start();
        browser = driver.browse(folder.resolve("profile"));
        browser.size(1280, 900, false);
    }

    @AfterAll
    static void stop() {
        if (browser != null) {
            browser.close();
        }
        if (driver != null) {
            driver.close();
        }
    }

    @Test
    void aServiceShowsWhatItIsJoinedWith() {
        browser.open(page, "");
        browser.eval("document.querySelector('[data-id=s3]').dispatchEvent(new Event('mouseenter'))");
        assertThat(browser.holds("document.querySelector('.landscape.chosen [data-id=s3].near')"))
                .isTrue();
        assertThat(browser.eval("document.querySelectorAll('.service.near').length")
                        .asInt())
                .isBetween(2, 11);
        browser.eval("document.querySelector('[data-id=s3]').dispatchEvent(new Event('mouseleave'))");
        assertThat(browser.holds("document.querySelector('.landscape.chosen')")).isFalse();
    }

    @Test
    void theSearchFindsServicesAndChannels() {
        browser.open(page, "");
        browser.type("/events.7");
        assertThat(browser.eval("document.querySelectorAll('.node.hit').length").asInt())
                .isEqualTo(1);
        assertThat(browser.holds("document.querySelector('#channels tr:not(.gone) th code')"))
                .isTrue();
        browser.type("\uE00C"); // Escape
        assertThat(browser.holds("document.querySelector('.hit, .gone')")).isFalse();
    }

    @ParameterizedTest
    @ValueSource(ints = {360, 768, 1280})
    void nothingIsWiderThanTheScreen(int width) {
        browser.size(width, 800, width < 500);
        browser.open(page, "");
        int shown = browser.eval("document.documentElement.scrollWidth").asInt();
        browser.size(1280, 900, false);
        assertThat(shown).isEqualTo(width);
    }

    @ParameterizedTest
    @ValueSource(strings = {"light", "dark"})
    void everybodyCanRead(String scheme) throws IOException {
        browser.prefer("prefers-color-scheme", scheme);
        browser.open(page, "");
        JsonNode violations = browser.later(axe() + """
                ;const done = arguments[0];
                axe.run(document).then(result => done(result.passes.length < 10 ? ['not run'] : result.violations.map(v =>
                    v.id + ': ' + v.nodes.map(n => n.target + ' ' + n.failureSummary).slice(0, 5).join('; '))));""");
        assertThat(violations).isEmpty();
    }

    private static String axe() throws IOException {
        String name = "/META-INF/resources/webjars/axe-core/4.6.3/axe.min.js";
        try (InputStream in = Objects.requireNonNull(LandscapeBrowserIT.class.getResourceAsStream(name))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @Test
    void thePageAsksForNothing() {
        browser.console();
        browser.requests();
        browser.open(page, "");
        assertThat(browser.console()).isEmpty();
        assertThat(browser.requests()).allMatch(url -> url.startsWith("file:") || url.equals("about:blank"));
    }
}
