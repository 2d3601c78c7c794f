package io.tidings.codegen;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidings.embedded.ApicurioRegistry;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.avro.Schema;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Schemas that others wrote, exchanged with Confluent's client through a real registry: {@code -Pcorpus -Dcorpus.avro=DIR}. */
@Tag("corpus")
class InteropCorpusIT {

    @TempDir
    Path folder;

    @Test
    void exchangesOthersSchemasWithConfluent() throws Exception {
        List<Schema> schemas = CorpusSchemas.records();
        assertThat(schemas).hasSizeGreaterThan(20);
        List<List<Schema>> groups = groups(schemas);
        for (int i = 0; i < groups.size(); i++) {
            ConfluentInteropTest.exchange(groups.get(i), i, "mock://corpus" + i, folder.resolve("mock" + i));
        }
        List<List<Schema>> taken = groups(schemas.stream()
                .filter(schema -> !Containment.throughMap(schema))
                .toList());
        for (int i = 0; i < taken.size(); i++) {
            ConfluentInteropTest.exchange(
                    taken.get(i), i, ApicurioRegistry.shared().url(), folder.resolve("real" + i));
        }
    }

    /** Several of them define the same class, and then cannot be compiled together. */
    private static List<List<Schema>> groups(List<Schema> schemas) {
        List<List<Schema>> groups = new ArrayList<>();
        List<Set<String>> names = new ArrayList<>();
        for (Schema schema : schemas) {
            Set<String> own = Containment.names(schema);
            int place = 0;
            while (place < groups.size() && !Collections.disjoint(names.get(place), own)) {
                place++;
            }
            if (place == groups.size()) {
                groups.add(new ArrayList<>());
                names.add(new HashSet<>());
            }
            groups.get(place).add(schema);
            names.get(place).addAll(own);
        }
        return groups;
    }
}
