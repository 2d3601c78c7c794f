package io.tidings.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tidings.registry.ScriptedServer.Answer;
import java.io.File;
import java.io.IOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.apache.avro.Schema;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A service that has run once starts and works while the registry is down, whatever happened to its files. */
class OfflineStartTest extends RemoteCase {

    private static final UUID GUID = UUID.fromString("89791762-2336-186f-9674-180a8f7a356b");
    private static final Schema CUSTOMER = Schema.createEnum("Customer", null, "shop", List.of("NEW", "OLD"));
    private static final SchemaReference REFERENCE = new SchemaReference("shop.Customer", "customers", 1);
    private static final SchemaDefinition ORDERS =
            SchemaDefinition.referring(Schema.createArray(CUSTOMER), Map.of(REFERENCE, CUSTOMER));

    @TempDir
    private Path directory;

    private void serves() {
        String customer = "\"schema\":" + quoted(CUSTOMER.toString());
        String orders =
                "\"guid\":\"" + GUID + "\",\"references\":[{\"name\":\"shop.Customer\",\"subject\":\"customers\","
                        + "\"version\":1}],\"schema\":" + quoted(ORDERS.text());
        server.answers(request -> {
            if (request.startsWith("POST")) {
                return new Answer(200, "{\"id\":2,\"guid\":\"" + GUID + "\"}");
            }
            return new Answer(
                    200,
                    request.contains("/customers/")
                            ? "{\"id\":1,\"version\":1," + customer + "}"
                            : "{\"id\":2,\"version\":5," + orders + "}");
        });
    }

    private static String quoted(String text) {
        return "\"" + text.replace("\"", "\\\"") + "\"";
    }

    private SchemaRegistry open() {
        return connect(server.url(), "tidings.schema.cache.dir", directory.toString(), "max.retries", "0");
    }

    /** What a service does. Each line is asked of the registry once and answered alike ever after. */
    private static List<Object> work(SchemaRegistry registry) {
        List<Object> answers = new ArrayList<>();
        answers.add(registry.register("orders", ORDERS, false));
        answers.add(registry.find("orders", ORDERS, false));
        answers.add(registry.definitionById(2));
        answers.add(registry.schemaByGuid(GUID));
        answers.add(registry.latest("orders"));
        answers.add(registry.version("orders", 5));
        return answers;
    }

    @Test
    void worksWithoutTheRegistryAsWithIt() {
        serves();
        List<Object> online = work(open());
        server.answers(503, "");
        assertThat(work(open())).isEqualTo(online);
        // What stands before a registry answers so when that is gone, or when a password has changed.
        server.answers(404, "<html>no healthy upstream</html>");
        assertThat(work(open())).isEqualTo(online);
        server.answers(401, "");
        assertThat(work(open())).isEqualTo(online);

        server.close();
        assertThat(work(open())).isEqualTo(online);
    }

    @Test
    void worksInAnotherProcess() throws Exception {
        serves();
        String online = work(open()).toString();
        server.close();

        Process child = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        classPath(),
                        Child.class.getName(),
                        server.url(),
                        directory.toString())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        String offline = new String(child.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(child.waitFor()).isZero();
        assertThat(offline).isEqualTo(online);
    }

    /** Some launchers keep it in a class loader of their own. */
    private static String classPath() throws URISyntaxException {
        List<String> entries = new ArrayList<>();
        if (OfflineStartTest.class.getClassLoader() instanceof URLClassLoader loader) {
            for (URL url : loader.getURLs()) {
                entries.add(Path.of(url.toURI()).toString());
            }
        }
        entries.add(System.getProperty("java.class.path"));
        return String.join(File.pathSeparator, entries);
    }

    /** Another process of the same service. */
    static final class Child {

        private Child() {}

        public static void main(String[] arguments) {
            try (SchemaRegistry registry = SchemaRegistry.connect(Map.of(
                    "schema.registry.url", arguments[0],
                    "tidings.schema.cache.dir", arguments[1],
                    "max.retries", "0"))) {
                System.out.print(work(registry));
            }
        }
    }

    /** A file that is damaged in any way is no answer; the registry's answer mends it. */
    @Test
    void neverAnswersFromADamagedFile() throws IOException {
        long seed = Long.getLong("seed", System.nanoTime());
        Random random = new Random(seed);
        serves();
        List<Object> online = work(open());
        List<Path> files = files();
        for (int round = 0; round < 60; round++) {
            Path file = files.get(random.nextInt(files.size()));
            byte[] whole = Files.readAllBytes(file);
            Files.write(file, damaged(whole, random));
            server.answers(503, "");
            SchemaRegistry offline = open();
            for (int question = 0; question < online.size(); question++) {
                Object answer = answer(offline, question);
                assertThat(answer == null || answer.equals(online.get(question)))
                        .as("seed %s, round %s, %s: %s", seed, round, file, answer)
                        .isTrue();
            }
            serves();
            assertThat(work(open())).isEqualTo(online);
            assertThat(Files.readAllBytes(file)).as("seed %s, %s", seed, file).isEqualTo(whole);
        }
    }

    private static @Nullable Object answer(SchemaRegistry registry, int question) {
        try {
            return switch (question) {
                case 0 -> registry.register("orders", ORDERS, false);
                case 1 -> registry.find("orders", ORDERS, false);
                case 2 -> registry.definitionById(2);
                case 3 -> registry.schemaByGuid(GUID);
                case 4 -> registry.latest("orders");
                default -> registry.version("orders", 5);
            };
        } catch (RegistryUnreachableException e) {
            return null;
        }
    }

    private static byte[] damaged(byte[] whole, Random random) {
        byte[] damaged = Arrays.copyOf(whole, random.nextBoolean() ? whole.length : random.nextInt(whole.length));
        for (int i = 0; i <= random.nextInt(3) && damaged.length > 0; i++) {
            damaged[random.nextInt(damaged.length)] ^= (byte) (1 << random.nextInt(8));
        }
        return damaged;
    }

    @Test
    void survivesFoldersInPlaceOfFiles() throws IOException {
        serves();
        List<Object> online = work(open());
        for (Path file : files()) {
            Files.delete(file);
            Files.createDirectories(file.resolve("in the way"));
        }

        assertThat(work(open())).isEqualTo(online);
        server.answers(503, "");
        assertThatThrownBy(() -> work(open())).isInstanceOf(RegistryUnreachableException.class);
    }

    @Test
    void doesNotTakeOneFileForAnother() throws IOException {
        server.answers(request -> new Answer(
                200,
                "{\"schema\":\"{\\\"type\\\":\\\"fixed\\\",\\\"name\\\":\\\"F\\\",\\\"size\\\":"
                        + request.substring(request.length() - 1) + "}\"}"));
        open().schemaById(1);
        open().schemaById(2);
        Path first = files().stream()
                .filter(file -> file.endsWith("1.json"))
                .findFirst()
                .orElseThrow();
        Files.copy(first, first.resolveSibling("3.json"));
        server.answers(503, "");

        assertThat(open().schemaById(1).getFixedSize()).isEqualTo(1);
        assertThatThrownBy(() -> open().schemaById(3)).isInstanceOf(RegistryUnreachableException.class);
    }

    @Test
    void severalMayWriteAtOnce() throws Exception {
        serves();
        List<Object> online = work(open());
        List<Path> written = files();
        ExecutorService threads = Executors.newFixedThreadPool(8);
        try {
            List<Future<List<Object>>> workers = new ArrayList<>();
            for (int i = 0; i < 40; i++) {
                boolean wipes = i % 10 == 5;
                workers.add(threads.submit(() -> {
                    for (Path file : wipes ? written : List.<Path>of()) {
                        Files.deleteIfExists(file);
                    }
                    return work(open());
                }));
            }
            for (Future<List<Object>> worker : workers) {
                assertThat(worker.get()).isEqualTo(online);
            }
        } finally {
            threads.shutdownNow();
        }
        assertThat(files()).noneMatch(file -> file.toString().endsWith(".tmp"));
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> files = Files.walk(directory)) {
            return files.filter(Files::isRegularFile).sorted().toList();
        }
    }
}
