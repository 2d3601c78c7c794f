package io.tidings.registry;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.apache.avro.AvroRuntimeException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Answers as files, one directory for each registry: {@code schemas/<id>}, {@code guids/<guid>},
 * {@code ids/<hash of subject and schema>}, {@code versions/<hash of subject and version>} and
 * {@code latest/<hash of subject>}. A file appears whole or not at all, so
 * processes may share the directory; each bears its own hash and the question that it answers, so a damaged or misplaced one
 * is no answer.
 */
final class AnswerDirectory implements AnswerStore {

    private static final Logger LOG = LoggerFactory.getLogger(AnswerDirectory.class);

    private final Path root;

    AnswerDirectory(Path directory, List<URI> registry) {
        // The order of a cluster's URLs says nothing about which cluster it is.
        List<String> urls = registry.stream()
                .map(url -> url.toString()
                        .replace(
                                url.getScheme() + "://" + url.getHost(),
                                (url.getScheme() + "://" + url.getHost()).toLowerCase(Locale.ROOT)))
                .sorted()
                .toList();
        String host = String.valueOf(registry.get(0).getHost())
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^A-Za-z0-9.-]", "_");
        this.root = directory.resolve(host + "-" + hash(String.join(",", urls)).substring(0, 16));
    }

    @Override
    public @Nullable SchemaDefinition schema(int id) {
        return schema("schemas/" + id);
    }

    @Override
    public void keepSchema(int id, SchemaDefinition definition) {
        write("schemas/" + id, KeptAnswer.of(definition));
    }

    @Override
    public @Nullable SchemaDefinition schema(UUID guid) {
        return schema("guids/" + guid);
    }

    @Override
    public void keepSchema(UUID guid, SchemaDefinition definition) {
        write("guids/" + guid, KeptAnswer.of(definition));
    }

    private @Nullable SchemaDefinition schema(String question) {
        KeptAnswer kept = read(question);
        try {
            return kept == null ? null : kept.definition();
        } catch (AvroRuntimeException e) {
            LOG.warn("Ignoring the damaged file {}: {}", file(question), e.getMessage());
            return null;
        }
    }

    @Override
    public @Nullable SchemaIds ids(String subject, SchemaDefinition definition) {
        KeptAnswer kept = read(idsQuestion(subject, definition));
        return kept == null ? null : kept.ids();
    }

    @Override
    public void keepIds(String subject, SchemaDefinition definition, SchemaIds ids) {
        write(idsQuestion(subject, definition), KeptAnswer.of(ids));
    }

    @Override
    public Optional<RegisteredSchema> latest(String subject) {
        return registered(subject, "latest/" + hash(subject));
    }

    @Override
    public void keepLatest(RegisteredSchema latest) {
        write("latest/" + hash(latest.subject()), KeptAnswer.of(latest));
    }

    @Override
    public Optional<RegisteredSchema> version(String subject, int version) {
        return registered(subject, versionQuestion(subject, version));
    }

    @Override
    public void keepVersion(int version, RegisteredSchema schema) {
        write(versionQuestion(schema.subject(), version), KeptAnswer.of(schema));
    }

    private Optional<RegisteredSchema> registered(String subject, String question) {
        KeptAnswer kept = read(question);
        SchemaIds ids = kept == null ? null : kept.ids();
        SchemaDefinition definition = ids == null ? null : schema(ids.id());
        return kept == null || ids == null || definition == null
                ? Optional.empty()
                : Optional.of(new RegisteredSchema(subject, ids.id(), kept.version(), ids.guid(), definition));
    }

    @Override
    public String place() {
        return root.toString();
    }

    private static String versionQuestion(String subject, int version) {
        return "versions/" + hash(subject + "\n" + version);
    }

    private static String idsQuestion(String subject, SchemaDefinition definition) {
        return "ids/" + hash(subject + "\n" + definition.text() + "\n" + definition.references());
    }

    private Path file(String question) {
        return root.resolve(question + ".json");
    }

    private @Nullable KeptAnswer read(String question) {
        Path file = file(question);
        String text = readText(file);
        int lineEnd = text == null ? -1 : text.indexOf('\n');
        if (text == null) {
            return null;
        }
        String content = text.substring(lineEnd + 1);
        KeptAnswer kept = lineEnd > 0 && text.substring(0, lineEnd).equals(hash(question + "\n" + content))
                ? KeptAnswer.parse(content)
                : null;
        if (kept == null) {
            LOG.warn("Ignoring the damaged file {}", file);
        }
        return kept;
    }

    private static @Nullable String readText(Path file) {
        try {
            if (Files.exists(file) && Files.size(file) > BoundedBody.MAX_BYTES) {
                LOG.warn("Ignoring the damaged file {}", file);
                return null;
            }
            return Files.readString(file);
        } catch (NoSuchFileException e) {
            return null;
        } catch (IOException e) {
            LOG.warn(
                    "Cannot read an answer that was kept (setting '{}'): {}",
                    RegistrySettings.CACHE_DIRECTORY,
                    e.toString());
            return null;
        }
    }

    private void write(String question, KeptAnswer answer) {
        Path file = file(question);
        String content = answer.json();
        String text = hash(question + "\n" + content) + "\n" + content;
        if (text.equals(readText(file))) {
            return;
        }
        try {
            Path folder = Files.createDirectories(file.resolveSibling("."));
            Path whole = Files.createTempFile(folder, "new", null);
            try {
                Files.writeString(whole, text);
                Files.move(whole, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            } finally {
                Files.deleteIfExists(whole);
            }
        } catch (IOException e) {
            LOG.warn("Cannot keep an answer (setting '{}'): {}", RegistrySettings.CACHE_DIRECTORY, e.toString());
        }
    }

    private static String hash(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }
}
