package io.tidings.codegen;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.avro.Schema;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Codecs of schemas that others wrote: {@code -Pcorpus -Dcorpus.avro=DIR}. */
@Tag("corpus")
class CodecCorpusTest {

    @TempDir
    Path folder;

    @Test
    void codecsOfOthersSchemasAgreeWithAvro() throws IOException {
        int compared = 0;
        for (Schema schema : records()) {
            if (schema.getNamespace() == null) {
                continue; // its class stands among clients: CorpusClientsTest
            }
            CodecWorkshop workshop = CodecWorkshop.compile(List.of(schema), folder.resolve("n" + compared));
            if (workshop.hasCodec(schema)) {
                CodecEqualityTest.agrees(workshop, schema, compared);
                compared++;
            }
        }
        assertThat(compared).isGreaterThan(20);
    }

    static List<Schema> records() throws IOException {
        Path corpus = Path.of(System.getProperty("corpus.avro", "no -Dcorpus.avro"));
        List<Schema> records = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        try (Stream<Path> files = Files.walk(corpus)) {
            for (Path file : files.filter(path -> path.toString().endsWith(".avsc"))
                    .sorted()
                    .toList()) {
                for (Schema schema : parsed(file)) {
                    if (schema.getType() == Schema.Type.RECORD && seen.add(schema.toString())) {
                        records.add(schema);
                    }
                }
            }
        }
        return records;
    }

    private static List<Schema> parsed(Path file) throws IOException {
        try {
            Schema schema = new Schema.Parser().parse(Files.readString(file));
            return schema.getType() == Schema.Type.UNION ? schema.getTypes() : List.of(schema);
        } catch (org.apache.avro.AvroRuntimeException e) {
            System.err.println(file + " stands on others: " + e.getMessage());
            return List.of();
        }
    }
}
