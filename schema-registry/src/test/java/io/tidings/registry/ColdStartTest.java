package io.tidings.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tidings.registry.ScriptedServer.Answer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.avro.Schema;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Many threads that need the same schemas for the first time. */
class ColdStartTest extends RemoteCase {

    private static final int THREADS = 200;
    private static final int SCHEMAS = 50;
    private static final String PATIENT = "60000";

    private final ExecutorService threads = Executors.newFixedThreadPool(THREADS);

    @AfterEach
    void end() {
        threads.shutdownNow();
    }

    /** The id of a schema is its size. */
    private static Answer identify(String request) {
        return new Answer(200, "{\"id\":" + request.replaceAll("(?s).*size\\\\\":(\\d+).*", "$1") + "}");
    }

    private static Schema fixed(int size) {
        return Schema.createFixed("Fixed" + size, null, null, size);
    }

    @Test
    void makesOneCallForEachSchema() throws Exception {
        server.answers(ColdStartTest::identify);
        SchemaRegistry registry = connect(server.url(), "schema.registry.request.timeout.ms", PATIENT);
        CountDownLatch start = new CountDownLatch(1);
        List<Future<?>> users = new ArrayList<>();
        for (int thread = 0; thread < THREADS; thread++) {
            int offset = thread;
            users.add(threads.submit(() -> {
                start.await();
                for (int i = 0; i < SCHEMAS; i++) {
                    int size = 1 + (i + offset) % SCHEMAS;
                    assertThat(registry.register("s" + size, fixed(size))).isEqualTo(size);
                    assertThat(registry.idOf("s" + size, fixed(size))).isEqualTo(size);
                    assertThat(registry.schemaById(size)).isEqualTo(fixed(size));
                }
                return null;
            }));
        }
        start.countDown();
        for (Future<?> user : users) {
            user.get();
        }

        assertThat(server.requests()).hasSize(SCHEMAS).doesNotHaveDuplicates();
    }

    @Test
    void tellsAFailureToAllWhoWaited() throws Exception {
        CountDownLatch answer = new CountDownLatch(1);
        server.answers(request -> {
            awaitQuietly(answer);
            return new Answer(403, "{\"error_code\":40301,\"message\":\"no\"}");
        });
        SchemaRegistry registry = connect(server.url(), "schema.registry.request.timeout.ms", PATIENT);
        List<Thread> askers = new ArrayList<>();
        List<Throwable> failures = Collections.synchronizedList(new ArrayList<>());
        for (int i = 0; i < 20; i++) {
            Thread asker = new Thread(() -> {
                try {
                    registry.schemaById(1);
                } catch (RegistryException e) {
                    failures.add(e);
                }
            });
            asker.start();
            askers.add(asker);
        }
        awaitThat(() -> askers.stream().allMatch(ColdStartTest::waits));
        answer.countDown();
        for (Thread asker : askers) {
            asker.join();
        }

        assertThat(failures).hasSize(20).allSatisfy(e -> assertThat(e).isInstanceOf(UnauthorizedException.class));
        assertThat(server.requests()).hasSize(1);
    }

    private static boolean waits(Thread thread) {
        return thread.getState() == Thread.State.WAITING || thread.getState() == Thread.State.TIMED_WAITING;
    }

    private static void awaitQuietly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void anInterruptedAskerIsNoAnswerToTheOthers() throws Exception {
        server.holds().answers(200, TEXT);
        SchemaRegistry registry = connect(server.url(), "schema.registry.request.timeout.ms", PATIENT);
        AtomicReference<RegistryException> told = new AtomicReference<>();
        Thread first = new Thread(() -> told.set(failure(registry)));
        first.start();
        awaitThat(() -> !server.requests().isEmpty());
        Future<Schema> second = threads.submit(() -> registry.schemaById(1));

        first.interrupt();
        first.join();
        awaitThat(() -> server.requests().size() == 2);
        server.releases();

        assertThat(second.get()).isEqualTo(Schema.create(Schema.Type.STRING));
        assertThat(told.get()).hasMessageContaining("interrupted");
    }

    @Test
    void closingEndsCallsThatAreUnderWay() {
        server.holds();
        SchemaRegistry registry = connect(
                server.url(),
                "schema.registry.request.timeout.ms",
                PATIENT,
                "schema.registry.max.outstanding.requests",
                "2");
        List<Future<Schema>> calls = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            int id = i;
            calls.add(threads.submit(() -> registry.schemaById(id)));
        }
        awaitThat(() -> server.requests().size() == 2);

        registry.close();

        assertThat(calls)
                .allSatisfy(call -> assertThatThrownBy(call::get)
                        .isInstanceOf(ExecutionException.class)
                        .hasCauseInstanceOf(RegistryClosedException.class));
        assertThatThrownBy(() -> registry.latest("s")).isInstanceOf(RegistryClosedException.class);
        assertThat(server.requests()).hasSize(2);
    }

    @Test
    void closingEndsTheWaitBeforeAnotherTry() {
        server.answers(503, "");
        SchemaRegistry registry =
                connect(server.url(), "schema.registry.request.timeout.ms", PATIENT, "retries.wait.ms", "30000");
        Future<Schema> call = threads.submit(() -> registry.schemaById(1));
        awaitThat(() -> !server.requests().isEmpty());

        registry.close();

        assertThatThrownBy(call::get).hasCauseInstanceOf(RegistryClosedException.class);
        assertThat(server.requests()).hasSize(1);
    }
}
