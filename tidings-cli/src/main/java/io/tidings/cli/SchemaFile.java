package io.tidings.cli;

import java.io.IOException;
import java.nio.charset.MalformedInputException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.apache.avro.Schema;

/** Reads Avro schemas. */
final class SchemaFile {

    private SchemaFile() {}

    static Schema read(Path file) {
        return parse(text(file), file.toString());
    }

    static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (NoSuchFileException e) {
            throw new UnusableInput("no file " + file, e);
        } catch (MalformedInputException e) {
            throw new UnusableInput(file + " is not text in UTF-8", e);
        } catch (IOException e) {
            throw new UnusableInput(file + " cannot be read: " + e.getMessage(), e);
        }
    }

    /**
     * Parses a schema.
     *
     * @param name how it is called in the message
     */
    static Schema parse(String text, String name) {
        try {
            // A default of the wrong type matters where it is needed: that is for the judgement.
            return new Schema.Parser().setValidateDefaults(false).parse(text);
        } catch (StackOverflowError e) {
            throw new UnusableInput(name + " is not an Avro schema: it is nested too deeply", e);
        } catch (RuntimeException e) {
            // Avro's parser throws whatever comes to its mind: class casts, null pointers, its own exceptions.
            throw new UnusableInput(name + " is not an Avro schema: " + reason(e, text.strip()), e);
        }
    }

    /** For a schema that is a name alone, Avro's parser names something within itself. */
    private static String reason(RuntimeException e, String text) {
        String line = firstLine(e);
        if (!line.contains("UnresolvedSchema")) {
            return line;
        }
        return text.startsWith("\"") ? "no type " + text + " is defined" : "it names a type that is not defined";
    }

    private static String firstLine(RuntimeException e) {
        String message = e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
        return message.lines().findFirst().orElse("");
    }
}
