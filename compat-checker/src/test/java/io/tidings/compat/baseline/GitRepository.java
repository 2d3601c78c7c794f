package io.tidings.compat.baseline;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidings.asyncapi.AsyncApi;
import io.tidings.asyncapi.model.AsyncApiDocument;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A real repository.
 *
 * @param directory the root of its work tree
 */
public record GitRepository(Path directory) {

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
                      schema:
                        $ref: ../schemas/OrderPlaced.avsc
                bindings: {kafka: {topicConfiguration: {cleanup.policy: [%s]}}}
            operations:
              takeOrder: {action: receive, channel: {$ref: '#/channels/orders'}}
            """;

    /** An empty one, whose branch is called main. */
    public static GitRepository in(Path directory) {
        GitRepository repository = new GitRepository(directory);
        repository.git("init", "-q", "--initial-branch=main");
        return repository;
    }

    /** A document at {@code api/shop.yaml} that refers to a schema with these fields. */
    public GitRepository shop(String version, String... fields) {
        return shop(version, "delete", fields);
    }

    /** The same whose topic is compacted. */
    public GitRepository compactedShop(String version, String... fields) {
        return shop(version, "compact", fields);
    }

    private GitRepository shop(String version, String policy, String... fields) {
        write("api/shop.yaml", DOCUMENT.formatted(version, policy));
        List<String> all = new ArrayList<>(List.of("id"));
        all.addAll(List.of(fields));
        write(
                "schemas/OrderPlaced.avsc",
                "{\"type\": \"record\", \"name\": \"OrderPlaced\", \"fields\": ["
                        + String.join(
                                ", ", all.stream().map(GitRepository::field).toList()) + "]}");
        return this;
    }

    /** {@code name} or {@code name=default}. */
    private static String field(String text) {
        int equals = text.indexOf('=');
        String name = equals < 0 ? text : text.substring(0, equals);
        String otherwise = equals < 0 ? "" : ", \"default\": \"" + text.substring(equals + 1) + "\"";
        return "{\"name\": \"" + name + "\", \"type\": \"string\"" + otherwise + "}";
    }

    public GitRepository write(String name, String text) {
        try {
            Path file = directory.resolve(name);
            Files.createDirectories(file.getParent());
            Files.writeString(file, text);
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Commits all that is there. */
    public GitRepository commit(String message) {
        git("add", "-A");
        git("commit", "-q", "--allow-empty", "-m", message);
        return this;
    }

    /** Commits and tags. */
    public GitRepository release(String tag) {
        commit(tag);
        git("tag", tag);
        return this;
    }

    /** The document of the work tree. */
    public AsyncApiDocument head() {
        return head("api/shop.yaml");
    }

    public AsyncApiDocument head(String path) {
        return AsyncApi.read(directory.resolve(path)).document().orElseThrow();
    }

    /** What git prints; the test fails where it fails. */
    public String git(String... arguments) {
        List<String> command = new ArrayList<>(List.of(
                "git",
                "-c",
                "user.name=Test",
                "-c",
                "user.email=test@example.org",
                "-c",
                "commit.gpgsign=false",
                "-c",
                "tag.gpgsign=false",
                "-c",
                "protocol.file.allow=always"));
        command.addAll(List.of(arguments));
        try {
            Process process = new ProcessBuilder(command)
                    .directory(directory.toFile())
                    .redirectErrorStream(true)
                    .start();
            String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(process.waitFor()).as(output).isZero();
            return output.strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
