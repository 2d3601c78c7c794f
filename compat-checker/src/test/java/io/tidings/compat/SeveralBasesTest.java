package io.tidings.compat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tidings.asyncapi.AsyncApi;
import io.tidings.asyncapi.model.AsyncApiDocument;
import io.tidings.compat.baseline.Baseline;
import io.tidings.compat.rule.Axis;
import io.tidings.compat.rule.Bump;
import io.tidings.compat.version.SemanticVersion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A~B and B~C do not give A~C: each base is asked. */
class SeveralBasesTest {

    private static final String DOCUMENT = """
            asyncapi: 3.0.0
            info: {title: Shop, version: %s}
            channels:
              orders:
                address: orders
                messages:
                  OrderPlaced:
                    payload:
                      schemaFormat: application/vnd.apache.avro;version=1.12.0
                      schema: {type: record, name: OrderPlaced, fields: [{name: id, type: string}%s]}
            operations:
              takeOrder: {action: receive, channel: {$ref: '#/channels/orders'}}
            """;
    private static final String WITH_DEFAULT = ", {name: note, type: string, default: none}";
    private static final String WITHOUT_DEFAULT = ", {name: note, type: string}";

    @TempDir
    private Path directory = Path.of("");

    @Test
    void a_default_that_goes_breaks_versions_that_lack_the_field() {
        Path first = write("1.0.0", "");
        Path second = write("1.1.0", WITH_DEFAULT);
        AsyncApiDocument third = read(write("1.2.0", WITHOUT_DEFAULT));

        assertThat(check(third, CheckOptions.DEFAULT, second).passed()).isTrue();
        CheckReport report = check(third, CheckOptions.DEFAULT, first, second);
        assertThat(report.passed()).isFalse();
        assertThat(report.required()).isEqualTo(Bump.MAJOR);
        assertThat(report.declared()).isEqualTo(Bump.MINOR);
        assertThat(report.findings())
                .extracting(Finding::rule)
                .containsExactly("avro-field-add-required", "avro-default-remove", "version-under-bumped");
    }

    @Test
    void the_version_is_compared_with_the_newest_in_whatever_order_they_are_given() {
        Path first = write("1.0.0", "");
        Path second = write("1.1.0", "");
        AsyncApiDocument head = read(write("1.2.0", WITH_DEFAULT));

        assertThat(check(head, CheckOptions.DEFAULT, second, first))
                .isEqualTo(new CheckReport(
                        check(head, CheckOptions.DEFAULT, first, second).head(),
                        List.of(
                                new CheckReport.Base(second.toString(), "1.1.0"),
                                new CheckReport.Base(first.toString(), "1.0.0")),
                        Bump.MINOR,
                        Bump.MINOR,
                        SemanticVersion.parse("1.2.0").orElseThrow(),
                        CheckReport.Verdict.PASS,
                        List.of(new UpgradeOrder("orders", UpgradeOrder.Order.ANY)),
                        check(head, CheckOptions.DEFAULT, first, second).findings(),
                        List.of(),
                        List.of(),
                        "PASS: 3.yaml says 1.2.0, its changes since 1.1.0, 1.0.0 require 1.2.0 (MINOR) or more",
                        Map.of(),
                        List.of()));
    }

    @Test
    void what_the_newest_has_announced_is_not_asked_for_again() {
        Path first = write("1.0.0", "");
        Path second = write("1.1.0", WITH_DEFAULT);
        AsyncApiDocument same = read(second);
        AsyncApiDocument mended = read(write("1.1.1", ", {name: note, type: string, default: none, doc: Kept.}"));

        CheckReport again = check(same, CheckOptions.DEFAULT, first, second);
        assertThat(again.passed()).isTrue();
        assertThat(again.required()).isEqualTo(Bump.NONE);
        assertThat(again.findings()).isEmpty();
        assertThat(again.upgradeOrder()).isEmpty();
        CheckReport patched = check(mended, CheckOptions.DEFAULT, first, second);
        assertThat(patched.passed()).isTrue();
        assertThat(patched.required()).isEqualTo(Bump.PATCH);
    }

    @Test
    void what_the_newest_should_have_announced_is_asked_for_still() {
        Path first = write("1.0.0", "");
        Path second = write("1.0.1", WITH_DEFAULT);
        AsyncApiDocument third = read(write("1.0.2", WITH_DEFAULT));

        CheckReport report = check(third, CheckOptions.DEFAULT, first, second);

        assertThat(report.passed()).isFalse();
        assertThat(report.suggested()).isEqualTo(SemanticVersion.parse("1.1.0").orElseThrow());
    }

    @Test
    void the_axis_decides_what_is_required() {
        Path base = write("1.0.0", WITHOUT_DEFAULT);
        AsyncApiDocument head = read(write("1.1.0", ""));

        assertThat(check(head, new CheckOptions(Axis.WIRE, false), base).required())
                .isEqualTo(Bump.MINOR);
        assertThat(check(head, new CheckOptions(Axis.SOURCE, false), base).required())
                .isEqualTo(Bump.MAJOR);
        assertThat(check(head, new CheckOptions(Axis.BOTH, false), base).passed())
                .isFalse();
    }

    @Test
    void a_strict_check_fails_on_warnings() {
        Path base = write("1.0.0", WITHOUT_DEFAULT);
        AsyncApiDocument head = read(write("1.1.0", ""));

        assertThat(check(head, CheckOptions.DEFAULT, base).passed()).isTrue();
        assertThat(check(head, new CheckOptions(Axis.WIRE, true), base).passed())
                .isFalse();
    }

    @Test
    void without_a_base_there_is_nothing_to_compare() {
        AsyncApiDocument head = read(write("1.0.0", ""));

        assertThatThrownBy(() -> check(head, CheckOptions.DEFAULT)).isInstanceOf(IllegalArgumentException.class);
    }

    private static CheckReport check(AsyncApiDocument head, CheckOptions options, Path... bases) {
        List<Baseline> baselines = Stream.of(bases)
                .map(base -> Baseline.parse(base.toString(), Path.of("")))
                .toList();
        return Compatibility.check(baselines, head, options);
    }

    private static AsyncApiDocument read(Path file) {
        return AsyncApi.read(file).document().orElseThrow();
    }

    private Path write(String version, String fields) {
        try (Stream<Path> files = Files.list(directory)) {
            Path file = directory.resolve(files.count() + 1 + ".yaml");
            return Files.writeString(file, DOCUMENT.formatted(version, fields));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
