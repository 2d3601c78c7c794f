package io.tidings.examples.demo;

import io.tidings.cli.Tidings;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;

/** Runs {@code tidings check} on the restaurant service's document as its team's CI would. */
final class Gate {

    private final Path documents;
    private final Narrator narrator;

    Gate(Path examples, Narrator narrator) {
        this.documents = examples.resolve("restaurant-service/src/main/asyncapi");
        this.narrator = narrator;
    }

    void run() throws IOException {
        narrator.chapter("The gate");
        Path released = documents.resolve("released/1.0.0/asyncapi.yaml");
        Path head = documents.resolve("asyncapi.yaml");
        check("restaurant-service 1.1.0, which adds an optional field, passes as MINOR", 0, "MINOR", released, head);

        Path edited = Files.createTempDirectory("tidings-gate");
        try {
            breakDocument(edited);
            check(
                    "an edit that removes a field which readers need fails as MAJOR",
                    1,
                    "MAJOR",
                    head,
                    edited.resolve("asyncapi.yaml"));
        } finally {
            deleteTree(edited);
        }
    }

    private void check(String what, int status, String expected, Path base, Path head) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        PrintStream out = new PrintStream(bytes, true, StandardCharsets.UTF_8);
        int exit = Tidings.run(new String[] {"check", "--base", fromHere(base), fromHere(head)}, out, out);
        String report = bytes.toString(StandardCharsets.UTF_8);
        if (exit != status || !report.contains(expected)) {
            throw new DemoFailure(what + ": but the gate's exit status was " + exit + " and it said\n" + report);
        }
        narrator.step("%s:".formatted(what));
        narrator.quote(report);
    }

    /** As a user would name the file: from the working directory, where that is shorter. */
    private static String fromHere(Path file) {
        Path here = Path.of("").toAbsolutePath();
        return file.startsWith(here) ? here.relativize(file).toString() : file.toString();
    }

    /** What a hurried developer might do: drops a field without a default, and calls it 1.2.0. */
    private void breakDocument(Path copy) throws IOException {
        try (Stream<Path> files = Files.walk(documents)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path target = copy.resolve(documents.relativize(file).toString());
                Files.createDirectories(target.getParent());
                Files.copy(file, target);
            }
        }
        replace(copy.resolve("asyncapi.yaml"), "version: 1.1.0", "version: 1.2.0");
        replace(
                copy.resolve("schemas/RestaurantChanged.avsc"),
                "    {\"name\": \"open\", \"type\": \"boolean\"},\n",
                "");
    }

    private static void replace(Path file, String what, String by) throws IOException {
        String text = Files.readString(file);
        if (!text.contains(what)) {
            throw new DemoFailure(file + " does not contain '" + what + "'");
        }
        Files.writeString(file, text.replace(what, by));
    }

    private static void deleteTree(Path root) throws IOException {
        try (Stream<Path> files = Files.walk(root)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
