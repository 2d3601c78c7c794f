package io.tidings.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code tidings check} against what was released to a Maven repository; here one in a folder, found through settings. */
class MavenBaselineTest {

    @TempDir
    private Path folder = Path.of("");

    @BeforeEach
    void settings() throws IOException {
        Files.writeString(folder.resolve("settings.xml"), """
                <settings>
                  <localRepository>%s</localRepository>
                  <mirrors>
                    <mirror><id>here</id><mirrorOf>*</mirrorOf><url>%s</url></mirror>
                  </mirrors>
                </settings>
                """.formatted(
                        folder.resolve("local"), folder.resolve("remote").toUri()));
        Files.writeString(folder.resolve("head.yaml"), document("1.3.0", "orders", "payments"));
    }

    @Test
    void a_version_that_was_bundled() throws IOException {
        release("1.0.0", "asyncapi.yaml", document("1.0.0", "orders").getBytes(StandardCharsets.UTF_8));

        Run run = check("maven:org.shop:api:1.0.0");

        assertThat(run.err()).isEmpty();
        assertThat(run.status()).isZero();
        assertThat(run.out()).contains("channel-add").contains("changes since 1.0.0 require 1.1.0 (MINOR)");
    }

    @Test
    void all_releases_of_a_range() throws IOException {
        release("1.0.0", "asyncapi.yaml", document("1.0.0", "orders", "returns").getBytes(StandardCharsets.UTF_8));
        release("1.2.0", "asyncapi.yaml", document("1.2.0", "orders").getBytes(StandardCharsets.UTF_8));
        release("2.0.0", "asyncapi.yaml", document("2.0.0").getBytes(StandardCharsets.UTF_8));

        Run range = check("maven:org.shop:api:[1,2)");
        assertThat(range.err()).isEmpty();
        assertThat(range.out()).contains("changes since 1.2.0, 1.0.0 require 2.0.0 (MAJOR)");
        assertThat(range.status()).isEqualTo(1);

        assertThat(check("maven:org.shop:api:RELEASE", "--transitive", "last").out())
                .contains("changes since 1.2.0 require 1.3.0 (MINOR)");
        assertThat(check("maven:org.shop:api:[3,)").out())
                .contains("warning[base-empty]: no repository has a release of org.shop:api in [3,)");
        assertThat(check("maven:org.shop:api:[3,)", "--strict").status()).isEqualTo(1);
    }

    @Test
    void a_document_in_a_jar() throws IOException {
        release("1.0.0", "jar", jar("specs/shop.yaml", document("1.0.0", "orders")));

        assertThat(check("maven:org.shop:api:1.0.0!/specs/shop.yaml").out()).contains("changes since 1.0.0");
        assertThat(check("maven:org.shop:api:1.0.0").out()).contains("changes since 1.0.0");
        assertThat(check("maven:org.shop:api:1.0.0!/other.yaml").err()).contains("api-1.0.0.jar has no /other.yaml");
    }

    @Test
    void what_is_not_there_is_named() {
        Run run = check("maven:org.shop:api:9.9.9");

        assertThat(run.status()).isEqualTo(2);
        assertThat(run.err())
                .startsWith(
                        "tidings: the base maven:org.shop:api:9.9.9 is not there: no repository has org.shop:api:9.9.9");
        assertThat(check("maven:org.shop").err()).contains("is not maven:GROUP:ARTIFACT:VERSION");
    }

    private static String document(String version, String... channels) {
        StringBuilder text =
                new StringBuilder("asyncapi: 3.0.0\ninfo: {title: Shop, version: " + version + "}\nchannels:\n");
        for (String channel : channels) {
            text.append("  ")
                    .append(channel)
                    .append(": {address: ")
                    .append(channel)
                    .append("}\n");
        }
        return channels.length == 0 ? text.append("  none: {address: none}\n").toString() : text.toString();
    }

    private static byte[] jar(String name, String text) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry(name));
            zip.write(text.getBytes(StandardCharsets.UTF_8));
        }
        return bytes.toByteArray();
    }

    private void release(String version, String what, byte[] content) throws IOException {
        Path artifact = folder.resolve("remote/org/shop/api");
        Path home = Files.createDirectories(artifact.resolve(version));
        String separator = what.equals("jar") ? "." : "-";
        Files.write(home.resolve("api-" + version + separator + what), content);
        List<Path> versions;
        try (var folders = Files.list(artifact)) {
            versions = folders.filter(Files::isDirectory).sorted().toList();
        }
        try (OutputStream out = Files.newOutputStream(artifact.resolve("maven-metadata.xml"));
                PrintStream xml = new PrintStream(out, true, StandardCharsets.UTF_8)) {
            xml.print("<metadata><groupId>org.shop</groupId><artifactId>api</artifactId><versioning><versions>");
            versions.forEach(known -> xml.print("<version>" + known.getFileName() + "</version>"));
            xml.print("</versions></versioning></metadata>");
        }
    }

    private record Run(int status, String out, String err) {}

    private Run check(String base, String... more) {
        List<String> arguments = new java.util.ArrayList<>(List.of(
                "check",
                "--base",
                base,
                "--maven-settings",
                folder.resolve("settings.xml").toString()));
        arguments.addAll(List.of(more));
        arguments.add(folder.resolve("head.yaml").toString());
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        int status = Tidings.run(
                arguments.toArray(String[]::new),
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8));
        return new Run(status, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }
}
