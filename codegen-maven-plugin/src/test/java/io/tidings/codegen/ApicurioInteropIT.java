package io.tidings.codegen;

import io.tidings.embedded.ApicurioRegistry;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.LongStream;
import org.apache.avro.Schema;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Confluent's client and ours beside each other against one real registry: what the one registers, the other finds under the same
 * id, and a client that has seen nothing yet reads by it. Apicurio Registry 3.0.9 answers 500 to a record that has a map of its
 * own kind, so those are left out. {@code -Dapicurio.schemas=N -Dcodecs.seed=N} tries others.
 */
class ApicurioInteropIT {

    private static final int SCHEMAS = Integer.getInteger("apicurio.schemas", 15);
    private static final long SEED = Long.getLong("codecs.seed", 4) * 5_000_000;

    @TempDir
    Path folder;

    @Test
    void exchangesRandomSchemasThroughARealRegistry() throws Exception {
        List<Schema> schemas = LongStream.iterate(SEED, seed -> seed + 1)
                .mapToObj(RandomSchemas::record)
                .filter(schema -> !Containment.throughMap(schema))
                .limit(SCHEMAS)
                .toList();

        ConfluentInteropTest.exchange(schemas, SEED, ApicurioRegistry.shared().url(), folder);
    }
}
