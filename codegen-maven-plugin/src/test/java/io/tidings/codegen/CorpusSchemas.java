package io.tidings.codegen;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.avro.AvroRuntimeException;
import org.apache.avro.Schema;

/** Avro schemas that others wrote, a type per file: those of the folder {@code -Dcorpus.avro}. */
final class CorpusSchemas {

    private CorpusSchemas() {}

    /**
     * A schema.
     *
     * @param besides files with types that it only names
     */
    record Written(Path file, Schema schema, List<Path> besides) {}

    static List<Written> all() throws IOException {
        List<Path> files = files();
        List<Written> all = new ArrayList<>();
        for (Path file : files) {
            all.add(written(file, files));
        }
        return all;
    }

    private static List<Path> files() throws IOException {
        Path corpus = Path.of(System.getProperty("corpus.avro", "no -Dcorpus.avro"));
        try (Stream<Path> files = Files.walk(corpus)) {
            return files.filter(path -> path.toString().endsWith(".avsc"))
                    .sorted()
                    .toList();
        }
    }

    private static Written written(Path file, List<Path> others) throws IOException {
        Optional<Schema> alone = parsed(new Schema.Parser(), file);
        if (alone.isPresent()) {
            return new Written(file, alone.get(), List.of());
        }
        for (Path other : others) {
            Schema.Parser parser = new Schema.Parser();
            Optional<Schema> with = parsed(parser, other).flatMap(known -> parsed(parser, file));
            if (with.isPresent()) {
                return new Written(file, with.get(), List.of(other));
            }
        }
        throw new AssertionError("No file defines what is missing in " + file);
    }

    private static Optional<Schema> parsed(Schema.Parser parser, Path file) {
        try {
            return Optional.of(parser.parse(Files.readString(file)));
        } catch (AvroRuntimeException undefined) {
            return Optional.empty();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    /** A record of each: the type itself, or one that has it; in a namespace; each definition once. */
    static List<Schema> records() throws IOException {
        List<Schema> records = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (Written written : all()) {
            Schema schema = written.schema();
            Schema record = schema.getType() != Schema.Type.RECORD
                    ? around(schema)
                    : schema.getNamespace() == null ? within("corpus.spaceless", schema) : schema;
            if (seen.add(record.toString())) {
                records.add(record);
            }
        }
        return records;
    }

    private static Schema within(String namespace, Schema schema) {
        String text =
                "{\"namespace\":\"" + namespace + "\"," + schema.toString().substring(1);
        return new Schema.Parser().parse(text);
    }

    /** A record that has a type in every way there is. */
    static Schema around(Schema type) {
        return new Schema.Parser().parse("""
                {"type":"record","name":"Around%s","namespace":"corpus.around","fields":[
                  {"name":"one","type":%s},
                  {"name":"maybe","type":["null","%3$s"]},
                  {"name":"many","type":{"type":"array","items":"%3$s"}},
                  {"name":"named","type":{"type":"map","values":"%3$s"}}]}""".formatted(type.getName(), type, type.getFullName()));
    }
}
