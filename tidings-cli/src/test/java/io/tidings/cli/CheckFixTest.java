package io.tidings.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code tidings check --fix} writes the number, nothing else, and says so. */
class CheckFixTest {

    private static final String BASE = "src/test/resources/cases/shop/1.0.0.yaml";
    private static final String REST = """
            defaultContentType: application/avro
            channels:
              orders:
                address: shop.sales
                messages:
                  OrderPlaced:
                    payload:
                      schemaFormat: application/vnd.apache.avro;version=1.12.0
                      schema: {type: record, name: OrderPlaced, namespace: shop, fields: [{name: id, type: string}]}
            operations:
              placeOrder: {action: send, channel: {$ref: '#/channels/orders'}}
            """;

    private record Run(int status, String out, String err) {}

    @TempDir
    private Path directory = Path.of("");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "info:\n  title: Shop\n  version: @\n",
                "info:\n  title: Shop # 1.0.0\n  version:   '@'   # the number\n",
                "\uFEFFinfo: {title: \"\uD83D\uDE80 1.0.0\", version: \"@\"}\r\n",
                "info: {version: @, title: Shop}\n"
            })
    void theNumberIsWrittenAndNothingElse(String info) throws IOException {
        String text = info + REST;
        String before = withSpecification(text.replace("@", "1.0.0"));
        Path file = Files.writeString(directory.resolve("asyncapi.yaml"), before);
        Run failed = check(file);
        assertThat(failed.status()).isEqualTo(1);

        Run fixed = check(file, "--fix");

        String number = failed.out().replaceFirst("(?s).*set info.version to ([0-9.]+).*", "$1");
        assertThat(Files.readString(file)).isEqualTo(withSpecification(text.replace("@", number)));
        assertThat(fixed.status()).as(fixed.out()).isZero();
        assertThat(fixed.err()).startsWith("tidings: wrote " + number + " into " + file + ":");
        assertThat(fixed.out()).contains("PASS: asyncapi.yaml says " + number);
        assertThat(check(file, "--fix")).isEqualTo(new Run(0, fixed.out(), ""));
    }

    @Test
    void whatIsSharedIsLeftAlone() throws IOException {
        String text = "asyncapi: 3.0.0\nx-all: &info {title: Shop, version: 1.0.0}\ninfo: *info\n" + REST;
        Path file = Files.writeString(directory.resolve("asyncapi.yaml"), text);

        Run run = check(file, "--fix");

        assertThat(run.status()).isEqualTo(1);
        assertThat(run.err())
                .matches("tidings: --fix cannot write [0-9.]+ into .*asyncapi.yaml:3:7:"
                        + " it comes from elsewhere, by the alias '\\*info'\n");
        assertThat(Files.readString(file)).isEqualTo(text);
    }

    @Test
    void aVersionThatWillDoStays() throws IOException {
        String text = "asyncapi: 3.0.0\ninfo: {title: Shop, version: 9.0.0}\n" + REST;
        Path file = Files.writeString(directory.resolve("asyncapi.yaml"), text);

        Run run = check(file, "--fix", "--strict");

        assertThat(run.err()).isEmpty();
        assertThat(Files.readString(file)).isEqualTo(text);
    }

    @Test
    void linksAndPermissionsStay() throws IOException {
        assumeThat(directory.getFileSystem().supportedFileAttributeViews()).contains("posix");
        String text = "asyncapi: 3.0.0\ninfo: {title: Shop, version: 1.0.0}\n" + REST;
        Path file = Files.writeString(directory.resolve("real.yaml"), text);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r-----"));
        Path link = Files.createSymbolicLink(directory.resolve("asyncapi.yaml"), file.getFileName());

        assertThat(check(link, "--fix").status()).isZero();

        assertThat(link).isSymbolicLink();
        assertThat(Files.readString(file)).doesNotContain("version: 1.0.0}");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-r-----");
        try (Stream<Path> files = Files.list(directory)) {
            assertThat(files).hasSize(2);
        }
    }

    @Test
    void standardOutputIsTheReportAlone() throws IOException {
        String text = "asyncapi: 3.0.0\ninfo: {title: Shop, version: 1.0.0}\n" + REST;
        Path file = Files.writeString(directory.resolve("asyncapi.yaml"), text);

        Run run = check(file, "--fix", "--format", "json");

        assertThat(run.out()).startsWith("{").contains("\"verdict\" : \"pass\"");
    }

    /** With a byte order mark first, where there is one. */
    private static String withSpecification(String text) {
        return text.startsWith("\uFEFF") ? "\uFEFFasyncapi: 3.0.0\r\n" + text.substring(1) : "asyncapi: 3.0.0\n" + text;
    }

    private static Run check(Path file, String... more) {
        List<String> arguments = new ArrayList<>(List.of("check", "--base", BASE, file.toString()));
        arguments.addAll(List.of(more));
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        int status = Tidings.run(
                arguments.toArray(String[]::new),
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8));
        return new Run(status, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }
}
