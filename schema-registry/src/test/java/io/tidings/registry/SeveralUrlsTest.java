package io.tidings.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tidings.registry.ScriptedServer.Answer;
import java.util.Random;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.avro.Schema;
import org.junit.jupiter.api.Test;

/** One registry behind several URLs, of which some fail. */
class SeveralUrlsTest extends RemoteCase {

    private static final String OPEN_LONG = "600000";

    @Test
    void leavesTheDeadOneAloneAndDoesNotBlameTheOthers() {
        try (ScriptedServer dead = ScriptedServer.start().answers(500, "")) {
            server.answers(200, TEXT);
            SchemaRegistry registry =
                    connect(dead.url() + "," + server.url(), "schema.registry.circuit.open.ms", OPEN_LONG);

            for (int id = 1; id <= 100; id++) {
                registry.schemaById(id);
            }

            // One that fails goes to the back, where nobody asks it while the others answer.
            assertThat(dead.requests()).hasSize(1);
            assertThat(server.requests()).hasSize(100);
        }
    }

    @Test
    void comesBackToAUrlThatWasDeadWhenTheOtherFails() {
        try (ScriptedServer other = ScriptedServer.start().answers(500, "")) {
            server.answers(200, TEXT);
            SchemaRegistry registry = connect(other.url() + "," + server.url(), "retries.wait.ms", "1");
            registry.schemaById(1);

            other.answers(200, TEXT);
            server.answers(500, "");

            assertThat(registry.schemaById(2).getName()).isEqualTo("string");
        }
    }

    @Test
    void failsFastWhenAllKeptFailingAndSaysWhy() {
        try (ScriptedServer other = ScriptedServer.start().answers(502, "gone away")) {
            server.answers(500, "on fire");
            SchemaRegistry registry = connect(
                    other.url() + "," + server.url(),
                    "schema.registry.circuit.open.ms",
                    OPEN_LONG,
                    "retries.wait.ms",
                    "1");
            awaitThat(() -> RegistryProxy.leftAlone(failure(registry)));
            int asked = server.requests().size() + other.requests().size();

            RegistryException failure = failure(registry);

            assertThat(failure).isInstanceOf(RegistryUnreachableException.class).hasMessageContaining("kept failing");
            assertThat(String.valueOf(failure.getMessage())).containsAnyOf("on fire", "gone away");
            assertThat(server.requests().size() + other.requests().size()).isEqualTo(asked);
        }
    }

    @Test
    void goesOnWhenAnAnswerIsNotWhatItShouldBe() {
        try (ScriptedServer other = ScriptedServer.start().answers(200, "[]")) {
            server.answers(200, "{\"id\":7}");

            assertThat(connect(other.url() + "," + server.url()).register("s", Schema.create(Schema.Type.INT)))
                    .isEqualTo(7);
            assertThat(other.requests()).hasSize(1);
        }
    }

    @Test
    void doesNotGoOnAfterADefiniteAnswer() {
        try (ScriptedServer other = ScriptedServer.start().answers(200, TEXT)) {
            server.answers(404, UNKNOWN_ID);

            assertThat(failure(connect(server.url() + "," + other.url()))).isInstanceOf(SchemaNotFoundException.class);
            assertThat(other.requests()).isEmpty();
        }
    }

    /** Every call ends with the right schema or a failure that is worth retrying, and all is well afterwards. */
    @Test
    void neverAnswersWronglyWhileUrlsFlap() {
        long seed = Long.getLong("seed", System.nanoTime());
        Random random = new Random(seed);
        AtomicBoolean healthy = new AtomicBoolean();
        try (ScriptedServer other = ScriptedServer.start()) {
            for (ScriptedServer one : new ScriptedServer[] {server, other}) {
                one.answers(request -> flapping(random, healthy.get(), request));
            }
            SchemaRegistry registry = connect(
                    server.url() + "," + other.url(),
                    "retries.wait.ms",
                    "1",
                    "retries.max.wait.ms",
                    "2",
                    "schema.registry.circuit.open.ms",
                    "1");
            for (int id = 1; id <= 300; id++) {
                try {
                    assertThat(registry.schemaById(id)).as("seed %s", seed).isEqualTo(fixed(id));
                } catch (RegistryException e) {
                    assertThat(e.retryable()).as("seed %s: %s", seed, e).isTrue();
                }
            }
            healthy.set(true);
            for (int id = 1; id <= 300; id++) {
                int asked = id;
                awaitThat(() -> answers(registry, asked));
            }
        }
    }

    private static boolean answers(SchemaRegistry registry, int id) {
        try {
            return registry.schemaById(id).equals(fixed(id));
        } catch (RegistryException e) {
            return false;
        }
    }

    private static Schema fixed(int id) {
        return Schema.createFixed("Fixed" + id, null, null, id);
    }

    private static Answer flapping(Random random, boolean healthy, String request) {
        int id = Integer.parseInt(request.substring(request.lastIndexOf('/') + 1));
        String right = "{\"schema\":\"{\\\"type\\\":\\\"fixed\\\",\\\"name\\\":\\\"Fixed" + id + "\\\",\\\"size\\\":"
                + id + "}\"}";
        int choice;
        synchronized (random) {
            choice = random.nextInt(10);
        }
        return switch (healthy ? 9 : choice) {
            case 0 -> new Answer(500, "");
            case 1 -> new Answer(503, "").with("Retry-After", "0");
            case 2 -> new Answer(429, "");
            case 3 -> new Answer(200, "<html>");
            case 4 -> new Answer(200, right.substring(0, right.length() / 2));
            default -> new Answer(200, right);
        };
    }

    @Test
    void refusesMemoryBesideUrls() {
        assertThatThrownBy(() -> connect("mock://a,http://me:secret@b"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageNotContaining("secret");
    }
}
