package io.tidings.codegen;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
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
        for (Schema schema : CorpusSchemas.records()) {
            CodecWorkshop workshop = CodecWorkshop.compile(List.of(schema), folder.resolve("n" + compared));
            assertThat(workshop.hasCodec(schema)).as(schema.getFullName()).isTrue();
            CodecEqualityTest.agrees(workshop, schema, compared);
            compared++;
        }
        assertThat(compared).isGreaterThan(20);
    }
}
