package io.tidings.asyncapi.remote;

import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import java.util.Properties;

/**
 * A folder of what was fetched: {@code content/HASH} holds bytes under their own SHA-256, {@code index/HASH-OF-URL} says
 * which of them a URL yielded. Files appear whole or not at all, so that processes can share the folder; what does not match
 * its hash is not there.
 */
final class RemoteCache {
    private final Path folder;

    RemoteCache(Path folder) {
        this.folder = folder;
    }

    Optional<RemoteContent> find(URI url) throws IOException {
        Path index = index(url);
        if (!Files.isRegularFile(index)) {
            return Optional.empty();
        }
        Properties entry = new Properties();
        entry.load(new StringReader(Files.readString(index)));
        String hash = entry.getProperty("sha256", "");
        Path content = folder.resolve("content").resolve(hash);
        boolean sound = hash.matches("[0-9a-f]{64}")
                && Files.isRegularFile(content)
                && sha256(Files.readAllBytes(content)).equals(hash);
        if (!sound) {
            return Optional.empty();
        }
        try {
            URI end = new URI(entry.getProperty("end", ""));
            return Optional.of(new RemoteContent(end, content, Boolean.parseBoolean(entry.getProperty("json"))));
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }

    RemoteContent keep(URI url, RemoteFetch.Answer answer) throws IOException {
        String hash = sha256(answer.bytes());
        Path content = folder.resolve("content").resolve(hash);
        write(content, answer.bytes());
        // What references are relative to: neither a user nor a query, in which secrets may stand, is needed for that.
        URI end = withoutUser(answer.url()).resolve(withoutUser(answer.url()).getRawPath());
        Properties entry = new Properties();
        entry.setProperty("url", Credentials.masked(withoutUser(url).toString()));
        entry.setProperty("end", end.toString());
        entry.setProperty("sha256", hash);
        entry.setProperty("json", Boolean.toString(answer.json()));
        StringWriter text = new StringWriter();
        entry.store(text, null);
        write(index(url), text.toString().getBytes(StandardCharsets.UTF_8));
        return new RemoteContent(end, content, answer.json());
    }

    private Path index(URI url) {
        return folder.resolve("index")
                .resolve(sha256(withoutUser(url).toString().getBytes(StandardCharsets.UTF_8)));
    }

    private static void write(Path file, byte[] bytes) throws IOException {
        Path parent = folderOf(file);
        Files.createDirectories(parent);
        Path begun = Files.createTempFile(parent, "new", null);
        try {
            Files.write(begun, bytes);
            Files.move(begun, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(begun);
        }
    }

    private static Path folderOf(Path file) {
        Path parent = file.getParent();
        return parent == null ? Path.of("") : parent;
    }

    /** The URL as it may be written down. */
    static URI withoutUser(URI url) {
        String user = url.getRawUserInfo();
        return user == null ? url : URI.create(url.toString().replace("://" + user + "@", "://"));
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
