package io.tidings.embedded.browser;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** ChromeDriver as a child process, spoken to over HTTP (W3C WebDriver): a library for it is larger than all we test. */
public final class Driver implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Pattern STARTED = Pattern.compile("started successfully on port (\\d+)");
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(PATIENCE).build();
    private final Process process;
    private final URI base;

    private Driver(Process process, URI base) {
        this.process = process;
        this.base = base;
    }

    /** Whether there is anything to drive. */
    public static boolean installed() {
        return find("chromedriver").isPresent() && browser().isPresent();
    }

    private static Optional<Path> browser() {
        return find("chromium").or(() -> find("chromium-browser")).or(() -> find("google-chrome"));
    }

    private static Optional<Path> find(String program) {
        return Stream.of(System.getenv("PATH").split(java.io.File.pathSeparator))
                .map(folder -> Path.of(folder, program))
                .filter(Files::isExecutable)
                .findFirst();
    }

    public static Driver start() throws IOException {
        Process process = new ProcessBuilder(find("chromedriver").orElseThrow().toString(), "--port=0")
                .redirectErrorStream(true)
                .start();
        BufferedReader output = process.inputReader();
        for (String line = output.readLine(); line != null; line = output.readLine()) {
            Matcher started = STARTED.matcher(line);
            if (started.find()) {
                drain(output);
                return new Driver(process, URI.create("http://127.0.0.1:" + started.group(1) + "/"));
            }
        }
        process.destroy();
        throw new IOException("chromedriver did not start");
    }

    /** Whatever it says later must not fill the pipe and stop it. */
    private static void drain(BufferedReader output) {
        Thread reader = new Thread(() -> output.lines().forEach(line -> {}), "chromedriver output");
        reader.setDaemon(true);
        reader.start();
    }

    /** A browser with nothing in it that an earlier one left, and that asks for nothing by itself. */
    public Browser browse(Path profile) {
        List<String> arguments = List.of(
                "--headless",
                "--no-sandbox",
                "--disable-gpu",
                "--disable-quic",
                "--disable-dev-shm-usage",
                "--no-first-run",
                "--disable-background-networking",
                "--disable-component-update",
                "--disable-sync",
                "--hide-scrollbars",
                "--user-data-dir=" + profile);
        Map<String, Object> options = Map.of("binary", browser().orElseThrow().toString(), "args", arguments);
        Map<String, Object> capabilities = Map.of(
                "browserName",
                "chrome",
                "goog:chromeOptions",
                options,
                "goog:loggingPrefs",
                Map.of("browser", "ALL", "performance", "ALL"));
        JsonNode created = send("session", Map.of("capabilities", Map.of("alwaysMatch", capabilities)));
        return new Browser(
                new Session(this, "session/" + created.get("sessionId").asString()));
    }

    private JsonNode send(String path, Map<String, ?> body) {
        return exchange(HttpRequest.newBuilder(base.resolve(path))
                .timeout(PATIENCE)
                .POST(BodyPublishers.ofString(JSON.writeValueAsString(body)))
                .build());
    }

    private JsonNode exchange(HttpRequest request) {
        try {
            String answer = http.send(request, BodyHandlers.ofString()).body();
            JsonNode value = read(answer).get("value");
            if (value.has("error")) {
                throw new IllegalStateException(value.get("message").asString());
            }
            return value;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    static JsonNode read(String json) {
        return JSON.readTree(json);
    }

    @Override
    public void close() {
        process.descendants().forEach(ProcessHandle::destroy);
        process.destroy();
    }

    /** One browser's part of the protocol. */
    record Session(Driver driver, String path) {
        JsonNode post(String command, Map<String, ?> body) {
            return driver.send(path + "/" + command, body);
        }

        void end() {
            driver.exchange(HttpRequest.newBuilder(driver.base.resolve(path))
                    .timeout(PATIENCE)
                    .DELETE()
                    .build());
        }
    }
}
