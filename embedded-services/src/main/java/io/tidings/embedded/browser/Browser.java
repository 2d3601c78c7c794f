package io.tidings.embedded.browser;

import io.tidings.embedded.browser.Driver.Session;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;

/** Chromium without a window, as someone who looks at pages would use it. */
public final class Browser implements AutoCloseable {
    private final Session session;

    Browser(Session session) {
        this.session = session;
    }

    /** Goes to a page; a new page even where only the fragment differs. */
    public void open(Path page, String fragment) {
        open(page.toUri(), fragment);
    }

    /** The same for a page that is served. */
    public void open(URI page, String fragment) {
        session.post("url", Map.of("url", "about:blank"));
        session.post("url", Map.of("url", page + (fragment.isEmpty() ? "" : "#" + fragment)));
    }

    public void size(int width, int height, boolean mobile) {
        devTools(
                "Emulation.setDeviceMetricsOverride",
                Map.of("width", width, "height", height, "deviceScaleFactor", 1, "mobile", mobile));
    }

    public void prefer(String feature, String value) {
        devTools("Emulation.setEmulatedMedia", Map.of("features", List.of(Map.of("name", feature, "value", value))));
    }

    /** As if someone had switched scripts off; holds for pages opened from now on. */
    public void withoutScripts(boolean off) {
        devTools("Emulation.setScriptExecutionDisabled", Map.of("value", off));
    }

    /** What an expression comes to in the page. */
    public JsonNode eval(String expression) {
        return session.post("execute/sync", Map.of("script", "return (" + expression + ");", "args", List.of()));
    }

    public boolean holds(String expression) {
        return eval("Boolean(" + expression + ")").asBoolean();
    }

    /** Runs a script that calls its last argument when it is done. */
    public JsonNode later(String script) {
        return session.post("execute/async", Map.of("script", script, "args", List.of()));
    }

    /** Types into what has the focus. */
    public void type(String text) {
        List<Map<String, Object>> actions = new ArrayList<>();
        text.codePoints().mapToObj(Character::toString).forEach(key -> {
            actions.add(Map.of("type", "keyDown", "value", key));
            actions.add(Map.of("type", "keyUp", "value", key));
        });
        session.post("actions", Map.of("actions", List.of(Map.of("type", "key", "id", "keys", "actions", actions))));
    }

    public void click(String selector) {
        JsonNode element = session.post("element", Map.of("using", "css selector", "value", selector));
        session.post("element/" + element.iterator().next().asString() + "/click", Map.of());
    }

    public byte[] screenshot() {
        return Base64.getDecoder()
                .decode(devTools("Page.captureScreenshot", Map.of("captureBeyondViewport", false))
                        .get("data")
                        .asString());
    }

    /** What pages wrote to the console since it was asked last, and what the browser had to say of them. */
    public List<String> console() {
        List<String> messages = new ArrayList<>();
        session.post("se/log", Map.of("type", "browser"))
                .forEach(entry -> messages.add(entry.get("message").asString()));
        return messages;
    }

    /** Every URL that was asked for since it was asked last. */
    public Set<String> requests() {
        Set<String> urls = new TreeSet<>();
        for (JsonNode entry : session.post("se/log", Map.of("type", "performance"))) {
            JsonNode event = Driver.read(entry.get("message").asString()).get("message");
            if (event.get("method").asString().equals("Network.requestWillBeSent")) {
                urls.add(event.get("params").get("request").get("url").asString());
            }
        }
        return urls;
    }

    private JsonNode devTools(String command, Map<String, Object> parameters) {
        return session.post("goog/cdp/execute", Map.of("cmd", command, "params", parameters));
    }

    @Override
    public void close() {
        session.end();
    }
}
