package io.tidings.compat.landscape;

import io.tidings.asyncapi.model.AsyncApiDocument;
import io.tidings.compat.CheckOptions;
import io.tidings.compat.Compatibility;
import io.tidings.compat.baseline.BaseDocument;
import io.tidings.compat.landscape.ImpactReport.Effect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Whom changes break, a folder each: {@code base.yaml}, {@code head.yaml}, {@code consumers}, {@code counterparts}. */
class ImpactCasesTest {
    private static final Path ROOT = Path.of("src/test/resources/impacts");

    @TestFactory
    Stream<DynamicTest> cases() {
        return Folders.in(ROOT).stream()
                .map(folder -> DynamicTest.dynamicTest(
                        folder.getFileName().toString(), () -> Folders.compare(folder, describe(folder))));
    }

    private static String describe(Path folder) {
        AsyncApiDocument head = Folders.document(folder.resolve("head.yaml"));
        Path old = folder.resolve("base.yaml");
        BaseDocument base = Files.exists(old) ? base(Folders.document(old)) : null;
        List<BaseDocument> counterparts = Folders.documents(folder.resolve("counterparts")).stream()
                .map(ImpactCasesTest::base)
                .toList();
        ImpactReport report = ImpactReport.of(base, head, Folders.documents(folder.resolve("consumers")), counterparts);
        StringBuilder out = new StringBuilder(gate(base, head));
        for (ConsumerImpact consumer : report.consumers()) {
            out.append(consumer.service().name())
                    .append(": ")
                    .append(consumer.outcome().label())
                    .append(", upgrade ")
                    .append(consumer.upgrade().label())
                    .append('\n');
            consumer.findings()
                    .forEach(told -> out.append("  ")
                            .append(Folders.describe(
                                    told.finding(), told.meaning().name().toLowerCase(Locale.ROOT), told.rule())));
        }
        report.changes()
                .forEach(touch -> out.append(touch.change().rule())
                        .append(' ')
                        .append(touch.change().path())
                        .append(touch.effects().entrySet().stream()
                                .filter(entry -> entry.getValue() != Effect.NONE)
                                .map(entry -> entry.getKey() + " " + entry.getValue())
                                .toList())
                        .append('\n'));
        return out.toString();
    }

    /** What the gate says without knowing anybody. */
    private static String gate(@Nullable BaseDocument base, AsyncApiDocument head) {
        return base == null
                ? ""
                : "the gate requires "
                        + Compatibility.checkDocuments(List.of(base), head, CheckOptions.DEFAULT)
                                .required() + "\n";
    }

    private static BaseDocument base(AsyncApiDocument document) {
        return new BaseDocument(document.file(), document, UnaryOperator.identity());
    }
}
