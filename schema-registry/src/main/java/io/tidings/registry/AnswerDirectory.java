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
import java.util.Optional;
import org.apache.avro.Schema;
import org.apache.avro.SchemaParseException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Answers as files, one directory for each registry: {@code schemas/<id>.avsc}, {@code ids/<hash of subject and schema>} and
 * {@code latest/<hash of subject>}. A file appears whole or not at all, so processes may share the directory.
 */
final class AnswerDirectory implements AnswerStore {

    private static final Logger LOG = LoggerFactory.getLogger(AnswerDirectory.class);

    private final Path root;

    AnswerDirectory(Path directory, List<URI> registry) {
        // The order of a cluster's URLs says nothing about which cluster it is.
        List<String> urls = registry.stream().map(URI::toString).sorted().toList();
        String host = String.valueOf(registry.get(0).getHost()).replaceAll("[^A-Za-z0-9.-]", "_");
        this.root = directory.resolve(host + "-" + hash(String.join(",", urls)).substring(0, 16));
    }

    @Override
    public @Nullable Schema schema(int id) {
        String text = read(schemaFile(id));
        try {
            return text == null ? null : SchemaText.parse(text);
        } catch (SchemaParseException e) {
            LOG.warn("Ignoring the damaged file {}: {}", schemaFile(id), e.getMessage());
            return null;
        }
    }

    @Override
    public void keepSchema(int id, Schema schema) {
        write(schemaFile(id), schema.toString());
    }

    @Override
    public @Nullable Integer id(String subject, Schema schema) {
        String text = read(idFile(subject, schema));
        return text == null ? null : number(idFile(subject, schema), text);
    }

    @Override
    public void keepId(String subject, Schema schema, int id) {
        write(idFile(subject, schema), Integer.toString(id));
    }

    @Override
    public Optional<RegisteredSchema> latest(String subject) {
        Path file = latestFile(subject);
        String text = read(file);
        String[] parts = text == null ? new String[0] : text.split(" ", 2);
        if (parts.length != 2) {
            return Optional.empty();
        }
        Integer version = number(file, parts[0]);
        Integer id = number(file, parts[1]);
        Schema schema = id == null ? null : schema(id);
        return version == null || id == null || schema == null
                ? Optional.empty()
                : Optional.of(new RegisteredSchema(subject, id, version, schema));
    }

    @Override
    public void keepLatest(RegisteredSchema latest) {
        keepSchema(latest.id(), latest.schema());
        write(latestFile(latest.subject()), latest.version() + " " + latest.id());
    }

    private Path schemaFile(int id) {
        return root.resolve("schemas").resolve(id + ".avsc");
    }

    private Path idFile(String subject, Schema schema) {
        return root.resolve("ids").resolve(hash(subject + "\n" + schema));
    }

    private Path latestFile(String subject) {
        return root.resolve("latest").resolve(hash(subject));
    }

    private static @Nullable Integer number(Path file, String text) {
        try {
            return Integer.valueOf(text);
        } catch (NumberFormatException e) {
            LOG.warn("Ignoring the damaged file {}", file);
            return null;
        }
    }

    private static @Nullable String read(Path file) {
        try {
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

    private static void write(Path file, String text) {
        if (text.equals(read(file))) {
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
