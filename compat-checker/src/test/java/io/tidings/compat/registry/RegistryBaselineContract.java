package io.tidings.compat.registry;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidings.asyncapi.AsyncApi;
import io.tidings.asyncapi.ReadResult;
import io.tidings.asyncapi.model.AsyncApiDocument;
import io.tidings.compat.CheckOptions;
import io.tidings.compat.CheckReport;
import io.tidings.compat.Compatibility;
import io.tidings.compat.Finding;
import io.tidings.compat.Window;
import io.tidings.compat.Window.Reach;
import io.tidings.compat.baseline.Baseline;
import io.tidings.compat.rule.Bump;
import io.tidings.registry.CompatibilityLevel;
import io.tidings.registry.SchemaRegistry;
import io.tidings.sync.RegistryAccess;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.apache.avro.Schema;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a document is told about a registry, whichever it is. */
abstract class RegistryBaselineContract {

    private static final String ID = "{\"name\": \"id\", \"type\": \"string\"}";
    private static final String NOTE = "{\"name\": \"note\", \"type\": \"string\"}";
    private static final String NOTE_WITH_DEFAULT = "{\"name\": \"note\", \"type\": \"string\", \"default\": \"\"}";

    private static final String DOCUMENT = """
            asyncapi: 3.0.0
            info: {title: Shop, version: %s}
            channels:
              orders:
                address: orders
                messages:
                  placed:
                    name: OrderPlaced
                    payload:
                      schemaFormat: application/vnd.apache.avro;version=1.12.0
                      schema: {type: record, name: OrderPlaced, namespace: %s, fields: [%s]}
            operations:
              orders: {action: %s, channel: {$ref: '#/channels/orders'}}
            """;

    @TempDir
    private Path folder = Path.of("");

    private final SchemaRegistry registry = SchemaRegistry.connect(settings());

    /** Tests share a registry: each has its names. */
    private final String namespace = "org.t" + Long.toHexString(System.nanoTime());

    /** How the registry is reached. */
    abstract Map<String, String> settings();

    /** From now on, what the subject allows. */
    abstract void demand(String subject, CompatibilityLevel level) throws Exception;

    @AfterEach
    void close() {
        registry.close();
    }

    @Test
    void a_subject_that_is_not_there_is_a_first_version() {
        CheckReport report = check(Reach.MAJOR, head("1.0.0", "receive", ID));

        assertThat(report.passed()).isTrue();
        assertThat(report.notes())
                .containsExactly(
                        "first version of the subject " + subject() + ": the registry has none",
                        "first version: the registry has none of its 1 subjects");
    }

    @Test
    void all_versions_of_a_subject_count() {
        hold(ID);
        hold(ID, NOTE_WITH_DEFAULT);
        AsyncApiDocument head = head("1.2.0", "receive", ID, NOTE);

        assertThat(check(Reach.LAST, head).required()).isEqualTo(Bump.MINOR);
        CheckReport report = check(Reach.MAJOR, head);
        assertThat(report.required()).isEqualTo(Bump.MAJOR);
        assertThat(report.passed()).isFalse();
        assertThat(report.bases()).containsExactly(new CheckReport.Base("registry:", null));
        assertThat(report.findings())
                .extracting(Finding::rule)
                .containsExactly("avro-field-add-required", "avro-default-remove", "registry-breaks");
        assertThat(report.findings().get(0).base()).hasToString("registry:/subjects/" + subject() + "/versions/1:3:12");
    }

    @Test
    void what_is_the_same_as_in_the_registry_has_no_finding() {
        hold(ID);

        assertThat(check(Reach.MAJOR, head("1.0.0", "send", ID)).findings()).isEmpty();
    }

    @Test
    void where_the_registry_would_refuse_what_the_gate_allows_it_says_so() throws Exception {
        hold(ID, NOTE);
        hold(ID, NOTE_WITH_DEFAULT);
        demand(subject(), CompatibilityLevel.FORWARD_TRANSITIVE);
        Path old = write("1.0.0", "send", ID, NOTE_WITH_DEFAULT);
        List<Baseline> bases = List.of(Baseline.parse(old.toString(), Path.of("")), RegistryBaseline.asked(access()));

        CheckReport report = Compatibility.check(bases, head("1.1.0", "send", ID), CheckOptions.DEFAULT);

        assertThat(report.required()).isEqualTo(Bump.MINOR);
        assertThat(report.passed()).isTrue();
        assertThat(report.findings())
                .filteredOn(finding -> finding.rule().equals("registry-would-refuse"))
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.warning()).isTrue();
                    assertThat(finding.channel()).isEqualTo("orders");
                    assertThat(finding.message()).isEqualTo("OrderPlaced");
                    assertThat(finding.reason())
                            .startsWith("the registry would refuse the payload of message OrderPlaced for the subject "
                                    + subject() + " under FORWARD_TRANSITIVE");
                });
    }

    @Test
    void kinds_of_messages_that_share_a_subject_are_told_apart_by_their_names() throws Exception {
        String subject = namespace + ".events-value";
        hold(subject, "Opened", ID);
        demand(subject, CompatibilityLevel.NONE);
        hold(subject, "Closed", ID);
        hold(subject, "Forgotten", ID);
        String kind = """
                %2$s:
                  payload:
                    schemaFormat: application/vnd.apache.avro;version=1.12.0
                    schema: {type: record, name: %2$s, namespace: %1$s, fields: [%3$s]}
                  bindings: {kafka: {schemaLookupStrategy: TopicNameStrategy}}
                """.indent(6);
        Path file = Files.writeString(
                folder.resolve("events.yaml"),
                "asyncapi: 3.0.0\ninfo: {title: Events, version: 1.1.0}\nchannels:\n  events:\n    address: "
                        + namespace
                        + ".events\n    messages:\n"
                        + kind.formatted(namespace, "Opened", ID + ", " + NOTE)
                        + kind.formatted(namespace, "Closed", ID + ", " + NOTE)
                        + "operations:\n  tell: {action: receive, channel: {$ref: '#/channels/events'}}\n");
        ReadResult head = AsyncApi.read(file);
        assertThat(head.valid()).as(head.diagnostics().toString()).isTrue();

        CheckReport report = check(Reach.MAJOR, head.document().orElseThrow());

        assertThat(report.findings())
                .filteredOn(finding -> finding.rule().equals("avro-field-add-required"))
                .extracting(Finding::message)
                .containsExactlyInAnyOrder("Opened", "Closed");
        assertThat(report.notes())
                .contains("not compared: version 3 of the subject " + subject + " is " + namespace
                        + ".Forgotten, which is none of the messages that share it");
    }

    private void hold(String subject, String name, String fields) {
        registry.register(
                subject,
                new Schema.Parser()
                        .parse("{\"type\": \"record\", \"name\": \"" + name + "\", \"namespace\": \"" + namespace
                                + "\", \"fields\": [" + fields + "]}"));
    }

    private void hold(String... fields) {
        registry.register(
                subject(),
                new Schema.Parser()
                        .parse("{\"type\": \"record\", \"name\": \"OrderPlaced\", \"namespace\": \"" + namespace
                                + "\", \"fields\": [" + String.join(", ", fields) + "]}"));
    }

    final String subject() {
        return "orders-" + namespace + ".OrderPlaced";
    }

    private RegistryAccess access() {
        return RegistryAccess.none().with(settings());
    }

    private CheckReport check(Reach reach, AsyncApiDocument head) {
        Baseline base = RegistryBaseline.parse("registry:", access());
        return Compatibility.check(List.of(base), head, CheckOptions.DEFAULT, new Window(reach, Instant.EPOCH));
    }

    private AsyncApiDocument head(String version, String action, String... fields) {
        ReadResult read = AsyncApi.read(write(version, action, fields));
        assertThat(read.valid()).as(read.diagnostics().toString()).isTrue();
        return read.document().orElseThrow();
    }

    private Path write(String version, String action, String... fields) {
        try {
            String text = DOCUMENT.formatted(version, namespace, String.join(", ", fields), action);
            return Files.writeString(folder.resolve(version + ".yaml"), text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
