package io.tidings.codegen;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidings.codegen.fake.BrokerTransport;
import io.tidings.codegen.fake.FakeTransport;
import io.tidings.codegen.plan.GenerationPlan;
import io.tidings.codegen.plan.OperationPlan;
import io.tidings.codegen.plan.Role;
import io.tidings.embedded.KafkaBroker;
import io.tidings.messaging.TopicSpec;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * Generated code over a real broker, with topics as the documents say: what users do in the cases, and random documents. {@code
 * -Dbroker.documents=10} tries more of these, and each case.
 */
class OnBrokerIT {

    private static final int DOCUMENTS = Integer.getInteger("broker.documents", 1);
    private static final long SEED = Long.getLong("documents.seed", 1);
    private static final Set<String> SOME = Set.of("events");

    private static final BrokerTransport BROKER =
            FakeTransport.onBroker(KafkaBroker.shared().bootstrapServers());

    @TempDir
    static Path folder;

    @AfterAll
    static void disconnect() {
        FakeTransport.offBroker();
    }

    @TestFactory
    Stream<DynamicContainer> casesBehave() {
        return Case.all().stream()
                .filter(test -> DOCUMENTS > 2 || SOME.contains(test.name()))
                .map(test -> DynamicContainer.dynamicContainer(test.name(), behaviour(test)));
    }

    private static Stream<DynamicTest> behaviour(Case test) {
        try {
            Compilation compiled = test.compile(test.sources(), folder.resolve(test.name()));
            BROKER.provision(topics(compiled.besideTests(), test.plan(Role.APPLICATION)));
            return Behaviour.of(test, compiled::loadBesideTests).stream().flatMap(Behaviour::tests);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @SuppressWarnings("unchecked") // as generated
    private static List<TopicSpec> topics(ClassLoader loader, GenerationPlan plan) {
        String channels =
                plan.channelsType().packageName() + "." + plan.channelsType().simpleName();
        try {
            return (List<TopicSpec>) Objects.requireNonNull(
                    loader.loadClass(channels).getField("TOPICS").get(null));
        } catch (ReflectiveOperationException e) {
            throw new LinkageError(e.getMessage(), e);
        }
    }

    @TestFactory
    Stream<DynamicTest> randomDocumentsBringEveryMessage() {
        return LongStream.range(SEED, SEED + DOCUMENTS)
                .mapToObj(seed -> DynamicTest.dynamicTest("seed " + seed, () -> bringsEveryMessage(seed)));
    }

    private static void bringsEveryMessage(long seed) throws Exception {
        BothSides document = RandomDocumentsTest.read(seed, folder.resolve("d" + seed));
        ClassLoader loader = Compilation.strict(document.sources(), folder.resolve("classes" + seed))
                .besideTests();
        int made = 0;
        BROKER.provision(topics(loader, document.application()));
        for (OperationPlan operation : document.speaking()) {
            made += new RoundTrips(loader, seed + operation.operation().hashCode(), BROKER, "someone")
                    .make(operation, document.partnerOf(operation));
        }
        assertThat(made > 0 || document.speaking().isEmpty()).isTrue();
    }
}
