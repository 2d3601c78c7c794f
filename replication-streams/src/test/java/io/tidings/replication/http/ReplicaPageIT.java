package io.tidings.replication.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.tidings.embedded.browser.Browser;
import io.tidings.embedded.browser.Driver;
import io.tidings.replication.FakeCluster;
import io.tidings.replication.FakeCluster.Instance;
import io.tidings.replication.Staleness;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Objects;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** The page in a real Chromium. Where none is installed nothing is tested, unless TIDINGS_BROWSER is {@code required}. */
class ReplicaPageIT {

    private static final String HOSTILE = "<img src=x onerror=\"window.ran=1\">";

    @TempDir
    private static Path folder;

    private static Driver driver;
    private static Browser browser;
    private static ReplicaEndpoint endpoint;
    private static FakeServed served;

    @BeforeAll
    static void start() throws IOException {
        boolean required = "required".equals(System.getenv("TIDINGS_BROWSER"));
        assumeTrue(required || Driver.installed(), "no chromium and chromedriver on the path");
        endpoint = ReplicaEndpoint.open(EndpointOptions.DEFAULT);
        FakeCluster restaurants = new FakeCluster(2, Staleness.answerAlways(), Clock.systemUTC());
        Instance first = restaurants.join(endpoint.address());
        restaurants.hold(0, first);
        restaurants.hold(1, first);
        restaurants.says("roma", 5, "Trattoria Roma");
        restaurants.says("napoli", 1, HOSTILE);
        restaurants.babbles("milano", 7L);
        FakeCluster couriers = new FakeCluster(1, Staleness.answerAlways(), Clock.systemUTC(), "Couriers");
        Instance second = couriers.join(endpoint.address());
        couriers.hold(0, second);
        served = new FakeServed(first.view(), second.view());
        endpoint.serve(served);
        driver = Driver.start();
        browser = driver.browse(folder.resolve("profile"));
    }

    @AfterAll
    static void stop() {
        if (browser != null) {
            browser.close();
        }
        if (driver != null) {
            driver.close();
        }
        if (endpoint != null) {
            endpoint.close();
        }
    }

    @BeforeEach
    void open() {
        served.ready(true);
        browser.size(1280, 900, false);
        browser.prefer("prefers-color-scheme", "light");
        browser.open(endpoint.uri(), "");
        browser.requests();
        browser.console();
        until("document.querySelector('#parked td')");
    }

    /** Whatever a test did, the page asked nobody but its endpoint. */
    @AfterEach
    void quiet() {
        assertThat(browser.requests())
                .allMatch(url -> url.startsWith(endpoint.uri().toString())
                        || url.startsWith("data:")
                        || url.equals("about:blank"));
        assertThat(browser.holds("window.ran")).isFalse();
    }

    @Test
    void storesAreListedAndParkedKeysShownWithTheirReasons() {
        assertThat(text("#state")).isEqualTo("Ready");
        assertThat(text("#stores")).contains("RestaurantView", "Couriers", "partitioned");
        assertThat(text("#view-heading")).isEqualTo("RestaurantView");
        assertThat(text("#parked")).contains("milano", "7", "nobody understands");
        assertThat(text("#partitions")).contains(endpoint.address() + " (this instance)");
        assertThat(text("#lag-text")).contains("now 0");
        assertThat(browser.console()).isEmpty();
    }

    @Test
    void aKeyIsLookedUpWithTheKeyboard() {
        browser.type("/roma\uE007"); // Enter
        until("document.getElementById('found').textContent.includes('Trattoria')");
        assertThat(text("#found")).contains("\"version\": 5", "Position: restaurants@");

        browser.eval("document.getElementById('lookup').reset()");
        browser.eval("document.activeElement.blur()");
        browser.type("/nobody\uE007");
        until("document.getElementById('found').textContent.includes('never heard of')");
    }

    @Test
    void rowsAreFoundByAnIndexAndWhatTheyHoldDoesNothing() {
        browser.eval("document.getElementById('by').value = 'name'");
        browser.eval("document.getElementById('key').focus()");
        browser.type(HOSTILE + "\uE007");
        until("document.getElementById('found').textContent.includes('napoli')");
        assertThat(browser.eval("document.querySelectorAll('img').length").asInt())
                .isZero();
    }

    @Test
    void viewsAreGoneThroughWithTheKeyboard() {
        browser.type("j");
        until("document.getElementById('view-heading').textContent === 'Couriers'");
        assertThat(browser.eval("location.hash").asString()).isEqualTo("#Couriers");
        until("!document.getElementById('parked-none').hidden");
        browser.type("k");
        until("document.getElementById('view-heading').textContent === 'RestaurantView'");
    }

    @Test
    void whatIsNotReadyIsSaid() {
        served.ready(false);
        until("document.getElementById('state').textContent.startsWith('Not ready')");
    }

    @ParameterizedTest
    @ValueSource(ints = {360, 768, 1280})
    void nothingIsWiderThanTheScreen(int width) {
        browser.size(width, 800, width < 500);
        assertThat(browser.eval("document.documentElement.scrollWidth").asInt()).isEqualTo(width);
    }

    /** Contrast, names, roles, order of headings and what else WCAG 2 asks for, as far as a machine can see it. */
    @ParameterizedTest
    @ValueSource(strings = {"light", "dark"})
    void everybodyCanRead(String scheme) throws IOException {
        browser.prefer("prefers-color-scheme", scheme);
        JsonNode violations = browser.later(axe() + """
                ;const done = arguments[0];
                axe.run(document).then(result => done(result.passes.length < 10 ? ['not run'] : result.violations.map(v =>
                    v.id + ': ' + v.nodes.map(n => n.target + ' ' + n.failureSummary).slice(0, 5).join('; '))));""");
        assertThat(violations).isEmpty();
        String pictures = System.getProperty("tidings.screenshots", "");
        if (!pictures.isEmpty()) {
            Files.write(Path.of(pictures, "replicas-" + scheme + ".png"), browser.screenshot());
        }
    }

    private static void until(String holds) {
        browser.later("const done = arguments[0]; (function look() { if (" + holds
                + ") done(true); else setTimeout(look, 20); })();");
    }

    private static String text(String selector) {
        return browser.eval("document.querySelector('" + selector + "').innerText")
                .asString();
    }

    private static String axe() throws IOException {
        String name = "/META-INF/resources/webjars/axe-core/4.6.3/axe.min.js";
        try (InputStream in = Objects.requireNonNull(ReplicaPageIT.class.getResourceAsStream(name))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
