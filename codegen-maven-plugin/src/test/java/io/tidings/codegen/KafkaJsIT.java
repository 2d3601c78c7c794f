package io.tidings.codegen;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidings.asyncapi.AsyncApi;
import io.tidings.codegen.avro.RecordSources;
import io.tidings.codegen.emit.ClientSources;
import io.tidings.codegen.emit.CodecSources;
import io.tidings.codegen.plan.GenerationPlan;
import io.tidings.codegen.plan.PlanSettings;
import io.tidings.codegen.plan.Planner;
import io.tidings.codegen.plan.Role;
import io.tidings.embedded.ApicurioRegistry;
import io.tidings.embedded.KafkaBroker;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Generated clients and clients in JavaScript (kafkajs, avsc) over a real broker and a real registry: {@code -Pnode}. npm fetches
 * what package-lock.json names, once.
 */
@Tag("node")
class KafkaJsIT {

    private static final Path SCRIPTS = Path.of("src", "test", "node");
    private static final Path RESOURCES = Path.of("src", "test", "resources", "kafkajs");
    private static final Path NODE = Path.of("target", "node");
    private static final int COUNT = 40;
    private static final int PARTITIONS = 12;

    @TempDir
    static Path folder;

    private static Object exchange;

    @BeforeAll
    static void prepare() throws Exception {
        Files.createDirectories(NODE);
        for (String file : List.of("package.json", "package-lock.json", "exchange.mjs")) {
            Files.copy(SCRIPTS.resolve(file), NODE.resolve(file), java.nio.file.StandardCopyOption.REPLACE_EXISTING);
        }
        if (!Files.isDirectory(NODE.resolve("node_modules"))) {
            run("npm", "ci", "--no-audit", "--no-fund", "--ignore-scripts");
        }
        KafkaBroker.shared().createTopic("samples.from.java", PARTITIONS);
        KafkaBroker.shared().createTopic("samples.from.javascript", PARTITIONS);
        Map<String, String> configuration = Map.of(
                "bootstrap.servers",
                KafkaBroker.shared().bootstrapServers(),
                "schema.registry.url",
                ApicurioRegistry.shared().url());
        exchange = Compilation.strict(sources(), folder.resolve("classes"))
                .loadUse(RESOURCES.resolve("KafkaJsExchange.java"))
                .getConstructor(Map.class, int.class)
                .newInstance(configuration, COUNT);
    }

    private static Map<String, String> sources() {
        GenerationPlan plan = Planner.plan(
                AsyncApi.read(RESOURCES.resolve("asyncapi.yaml")).document().orElseThrow(),
                new PlanSettings("gen.application", Role.APPLICATION, null));
        assertThat(plan.diagnostics()).isEmpty();
        Map<String, String> sources = new TreeMap<>();
        RecordSources.of(plan).forEach(file -> sources.put(file.path(), file.content()));
        CodecSources.of(plan).forEach(file -> sources.put(file.path(), CodecUse.counted(file.content())));
        ClientSources.of(plan).forEach(file -> sources.put(file.path(), file.content()));
        return sources;
    }

    @Test
    void readsWhatJavaScriptWrites() throws Exception {
        Map<String, Integer> partitions = new HashMap<>();
        for (JsonNode line : javaScript("write", "samples.from.javascript")) {
            partitions.put(line.get("key").asString(), line.get("partition").asInt());
        }
        assertThat(partitions).hasSize(COUNT);

        exchange("reads", partitions);
    }

    @Test
    @SuppressWarnings("unchecked") // what the method returns
    void writesWhatJavaScriptReads() throws Exception {
        Map<String, Integer> partitions = (Map<String, Integer>) exchange("writes");

        List<JsonNode> lines = javaScript("read", "samples.from.java");

        assertThat(lines).hasSize(COUNT + 1);
        assertThat(lines.stream().filter(line -> line.get("tombstone").asBoolean()))
                .singleElement()
                .satisfies(line -> assertThat(header(line, "ce_id")).isEqualTo("java-gone"));
        for (JsonNode line : lines) {
            String key = line.get("key").asString();
            // JavaScript's default partitioner is Java's: one key, one partition, whoever writes.
            assertThat(line.get("partition").asInt()).as(key).isEqualTo(partitions.get(key));
            assertThat(header(line, "ce_specversion")).isEqualTo("1.0");
            assertThat(header(line, "ce_type")).isEqualTo("Sample");
            assertThat(header(line, "ce_subject")).isEqualTo(key);
            if (!line.get("tombstone").asBoolean()) {
                assertThat(header(line, "content-type")).isEqualTo("application/avro");
                assertThat(header(line, "ce_correlationid")).startsWith("c-");
            }
        }
    }

    /** Kafka finds classes by the thread's loader. */
    private static Object exchange(String method, Object... arguments) throws Exception {
        Thread thread = Thread.currentThread();
        ClassLoader own = thread.getContextClassLoader();
        thread.setContextClassLoader(exchange.getClass().getClassLoader());
        try {
            Class<?>[] types = arguments.length == 0 ? new Class<?>[0] : new Class<?>[] {Map.class};
            return exchange.getClass().getMethod(method, types).invoke(exchange, arguments);
        } finally {
            thread.setContextClassLoader(own);
        }
    }

    private static String header(JsonNode line, String name) {
        return line.get("headers").get(name).asString();
    }

    private static List<JsonNode> javaScript(String command, String topic) throws Exception {
        String output = run(
                "node",
                "exchange.mjs",
                command,
                topic,
                Integer.toString(COUNT),
                KafkaBroker.shared().bootstrapServers(),
                ApicurioRegistry.shared().url(),
                RESOURCES.resolve("sample.avsc").toAbsolutePath().toString());
        List<JsonNode> lines = new ArrayList<>();
        output.lines().forEach(line -> lines.add(JsonMapper.shared().readTree(line)));
        return lines;
    }

    private static String run(String... command) throws IOException, InterruptedException {
        Path errors = NODE.resolve("errors.txt");
        Process process = new ProcessBuilder(command)
                .directory(NODE.toFile())
                .redirectError(errors.toFile())
                .redirectOutput(NODE.resolve("output.txt").toFile())
                .start();
        try {
            assertThat(process.waitFor(3, TimeUnit.MINUTES))
                    .as(Arrays.toString(command))
                    .isTrue();
        } finally {
            process.destroyForcibly();
        }
        assertThat(process.exitValue()).as(Files.readString(errors)).isZero();
        return Files.readString(NODE.resolve("output.txt"), StandardCharsets.UTF_8);
    }
}
