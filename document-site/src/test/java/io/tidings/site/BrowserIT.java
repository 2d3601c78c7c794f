package io.tidings.site;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.tidings.asyncapi.model.AsyncApiDocument;
import io.tidings.compat.baseline.Baseline;
import io.tidings.embedded.browser.Browser;
import io.tidings.embedded.browser.Driver;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** The pages in a real Chromium. Where none is installed nothing is tested, unless TIDINGS_BROWSER is {@code required}. */
class BrowserIT {
    @TempDir
    private static Path folder;

    private static Driver driver;
    private static Browser browser;
    private static Path payments;

    @BeforeAll
    static void start() throws IOException {
        boolean required = "required".equals(System.getenv("TIDINGS_BROWSER"));
        assumeTrue(required || Driver.installed(), "no chromium and chromedriver on the path");
        List<AsyncApiDocument> documents = List.of(Documents.payments(), Documents.shipping());
        var old = Baseline.document("payments/old.yaml", Documents.FOLDER);
        new SiteFolder(folder.resolve("site"))
                .write(DocumentSite.of(documents, List.of(old)).pages());
        payments = folder.resolve("site/payments.html");
        driver = Driver.start();
        browser = driver.browse(folder.resolve("profile"));
        browser.open(payments, "");
        browser.requests();
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

    @BeforeEach
    void desk() {
        browser.withoutScripts(false);
        browser.size(1280, 900, false);
        browser.prefer("prefers-color-scheme", "light");
    }

    /** Whatever a test did: the page complained of nothing and asked for nothing but itself. */
    @AfterEach
    void quiet() {
        assertThat(browser.console()).isEmpty();
        assertThat(browser.requests()).allMatch(url -> url.startsWith("file:") || url.equals("about:blank"));
    }

    @Test
    void theSearchHidesWhatDoesNotMatch() {
        browser.open(payments, "");
        browser.type("/iban");
        assertThat(browser.eval("document.activeElement.id").asString()).isEqualTo("find");
        assertThat(browser.eval("document.getElementById('found').textContent").asString())
                .isEqualTo("2 found");
        assertThat(visible("#message-Take")).isFalse();
        assertThat(visible("#servers")).isFalse();
        assertThat(visible("nav a[href='#message-Take']")).isFalse();
        // A field within folded records: it is unfolded, and marked.
        assertThat(visible("#message-PaymentTaken .field.hit")).isTrue();
        browser.type("\uE00C"); // Escape
        assertThat(visible("#message-Take")).isTrue();
        assertThat(browser.holds("document.querySelector('.field.hit')")).isFalse();
        assertThat(browser.holds("document.querySelector('#message-PaymentTaken-means details').open"))
                .isFalse();
    }

    @Test
    void whatIsNowhereIsSaidToBeNowhere() {
        browser.open(payments, "");
        browser.type("/xylophone");
        assertThat(browser.eval("document.getElementById('found').textContent").asString())
                .isEqualTo("Nothing found");
    }

    @Test
    void aRecordUnfolds() {
        browser.open(payments, "");
        assertThat(visible("[id='message-PaymentTaken-amount.currency']")).isFalse();
        browser.click("#message-PaymentTaken-amount > details > summary");
        assertThat(visible("[id='message-PaymentTaken-amount.currency']")).isTrue();
        browser.click("#unfold");
        assertThat(browser.holds("Array.from(document.querySelectorAll('main details')).every(d => d.open)"))
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "channel-payments",
                "message-PaymentTaken",
                "message-PaymentTaken-items.price.currency",
                "changes"
            })
    void aLinkLeadsToItsPlace(String id) {
        browser.open(payments, id);
        JsonNode top = browser.eval("document.getElementById('" + id + "').getBoundingClientRect().top");
        assertThat(visible("[id='" + id + "']")).isTrue();
        assertThat(top.asDouble()).as("below the bar, in sight").isBetween(40.0, 880.0);
    }

    @Test
    void aLinkIntoWhatTheSearchHidesShowsIt() {
        browser.open(payments, "");
        browser.type("/iban");
        browser.eval("location.hash = 'message-Take'");
        browser.later("setTimeout(arguments[0])");
        assertThat(visible("#message-Take")).isTrue();
        assertThat(browser.eval("document.getElementById('find').value").asString())
                .isEmpty();
    }

    @Test
    void theDiagramLeadsToChannelsAndOtherPages() {
        browser.open(payments, "");
        browser.click("svg.wide a[href='#channel-take'] rect");
        assertThat(browser.eval("location.hash").asString()).isEqualTo("#channel-take");
        browser.open(folder.resolve("site/index.html"), "");
        browser.click("#applications a[href='shipping.html']");
        assertThat(browser.eval("document.title").asString()).isEqualTo("Shipping 1.0.0");
    }

    @Test
    void withoutScriptsAllIsThere() {
        browser.withoutScripts(true);
        browser.open(payments, "message-PaymentTaken");
        browser.withoutScripts(false);
        assertThat(visible("#message-PaymentTaken")).isTrue();
        assertThat(visible("nav a[href='#message-Take']")).isTrue();
        assertThat(visible("#find")).as("a search that finds nothing").isFalse();
        browser.click("#message-PaymentTaken-amount > details > summary");
        assertThat(visible("[id='message-PaymentTaken-amount.currency']")).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"index.html, 360", "payments.html, 360", "payments.html, 768", "payments.html, 1280"})
    void nothingIsWiderThanTheScreen(String page, int width) {
        browser.size(width, 800, width < 500);
        browser.open(folder.resolve("site").resolve(page), "");
        browser.eval("document.querySelectorAll('details').forEach(d => { d.open = true; })");
        assertThat(browser.eval("document.documentElement.scrollWidth").asInt()).isEqualTo(width);
    }

    /** Contrast, names, roles, order of headings and what else WCAG 2 asks for, as far as a machine can see it. */
    @ParameterizedTest
    @CsvSource({"index.html, light", "payments.html, light", "payments.html, dark", "shipping.html, dark"})
    void everybodyCanRead(String page, String scheme) throws IOException {
        browser.prefer("prefers-color-scheme", scheme);
        browser.open(folder.resolve("site").resolve(page), "");
        browser.eval("document.querySelectorAll('details').forEach(d => { d.open = true; })");
        JsonNode violations = browser.later(axe() + """
                ;const done = arguments[0];
                axe.run(document).then(result => done(result.passes.length < 10 ? ['not run'] : result.violations.map(v =>
                    v.id + ': ' + v.nodes.map(n => n.target + ' ' + n.failureSummary).slice(0, 5).join('; '))));""");
        assertThat(violations).isEmpty();
        assertThat(browser.console()).as("what the checker does").allMatch(message -> message.contains("Canvas2D"));
    }

    private static String axe() throws IOException {
        String name = "/META-INF/resources/webjars/axe-core/4.6.3/axe.min.js";
        try (InputStream in = Objects.requireNonNull(BrowserIT.class.getResourceAsStream(name))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @Test
    void whatStrangersWroteDoesNothing(@TempDir Path other) throws IOException {
        new SiteFolder(other)
                .write(DocumentSite.of(List.of(HostileTest.hostile(other)), List.of())
                        .pages());
        browser.open(other.resolve("index.html"), "");
        assertThat(browser.eval("document.querySelectorAll('script, img').length")
                        .asInt())
                .isEqualTo(1);
        assertThat(browser.eval("document.querySelectorAll('a[href^=\"javascript\" i]').length")
                        .asInt())
                .isZero();
    }

    private static boolean visible(String selector) {
        return browser.holds("document.querySelector(\"" + selector + "\").checkVisibility()");
    }

    /** A text that got past the escaping could neither fetch nor run a thing. */
    @Test
    void thePolicyForbidsWhatIsNotOurs() {
        browser.open(payments, "");
        browser.eval("document.body.append(Object.assign(document.createElement('img'), {src: 'probe.png'}))");
        browser.eval(
                "document.body.append(Object.assign(document.createElement('script'), {textContent: 'window.ran = 1'}))");
        assertThat(browser.holds("window.ran")).isFalse();
        assertThat(browser.console()).hasSize(2).allMatch(message -> message.contains("Content Security Policy"));
    }
}
