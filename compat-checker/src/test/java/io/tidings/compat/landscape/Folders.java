package io.tidings.compat.landscape;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidings.asyncapi.AsyncApi;
import io.tidings.asyncapi.ReadResult;
import io.tidings.asyncapi.model.AsyncApiDocument;
import io.tidings.asyncapi.source.Location;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Cases: a folder each, with documents, {@code README.md} that says what it shows, and {@code expected.txt}. */
final class Folders {

    private Folders() {}

    static List<Path> in(Path root) {
        try (Stream<Path> folders = Files.list(root)) {
            return folders.filter(Files::isDirectory).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** All documents below a folder, by name; none where the folder is not there. */
    static List<AsyncApiDocument> documents(Path folder) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(".yaml")).sorted().toList().stream()
                    .map(Folders::document)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static AsyncApiDocument document(Path file) {
        ReadResult result = AsyncApi.read(file);
        assertThat(result.valid()).as("%s: %s", file, result.diagnostics()).isTrue();
        return result.document().orElseThrow();
    }

    /** Compares with what is expected; {@code -Dtidings.recreate=true} writes it anew, for review. */
    static void compare(Path folder, String found) throws IOException {
        Path expected = folder.resolve("expected.txt");
        if (Boolean.getBoolean("tidings.recreate")) {
            Files.writeString(expected, found);
        }
        assertThat(found).isEqualTo(Files.readString(expected));
    }

    static String describe(LandscapeFinding finding, String label, String rule) {
        return label + " " + rule + " | " + finding.channel() + " | "
                + (finding.message() == null ? "-" : finding.message())
                + (finding.path().isEmpty() ? "" : " " + finding.path())
                + " | "
                + finding.spots().stream().map(spot -> place(spot.location())).collect(Collectors.joining(" < "))
                + " | " + finding.reason() + "\n";
    }

    private static String place(Location place) {
        return Path.of(place.file()).getFileName() + ":" + place.line() + ":" + place.column();
    }
}
