package io.tidings.codegen;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ObjLongConsumer;
import java.util.stream.LongStream;
import org.apache.avro.Schema;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Confluent's real serializer and deserializer beside ours, both ways, generic and specific, over random schemas: bytes equal,
 * values equal, and what another version wrote read alike. {@code -Pcodecs} tries 10,000 schemas; {@code
 * -Dinterop.schemas=N -Dcodecs.seed=N} others.
 */
class ConfluentInteropTest {

    private static final Path CONFLUENT =
            Path.of(System.getProperty("confluent.jar", "target/confluent/confluent.jar"));
    private static final int SCHEMAS = Integer.getInteger("interop.schemas", 100);
    private static final long SEED = Long.getLong("codecs.seed", 4);
    private static final int BATCH = 100;

    @TempDir
    Path folder;

    @Test
    void exchangesRandomSchemasAndValuesWithConfluent() throws Exception {
        for (int from = 0; from < SCHEMAS; from += BATCH) {
            long first = SEED * 3_000_000 + from;
            List<Schema> schemas = LongStream.range(first, first + Math.min(BATCH, SCHEMAS - from))
                    .mapToObj(RandomSchemas::record)
                    .toList();
            exchange(schemas, first, "mock://scope" + first, folder.resolve("from" + from));
        }
    }

    /** Exchanges values of each schema through a registry; each schema's values have a seed of their own, from this one on. */
    static void exchange(List<Schema> schemas, long firstSeed, String registry, Path folder) throws Exception {
        Path classes = CodecWorkshop.counting(schemas, folder).classes();
        Thread thread = Thread.currentThread();
        ClassLoader own = thread.getContextClassLoader();
        try (URLClassLoader everything = besideConfluent(classes)) {
            thread.setContextClassLoader(everything);
            ObjLongConsumer<String> exchange = exchange(everything, registry);
            for (int i = 0; i < schemas.size(); i++) {
                exchange.accept(schemas.get(i).toString(), firstSeed + i);
            }
            System.out.println("seed " + firstSeed + ", " + schemas.size() + " schemas: " + exchange);
        } finally {
            thread.setContextClassLoader(own);
        }
    }

    /** One loader for all, as in an application. */
    private static URLClassLoader besideConfluent(Path classes) throws IOException {
        List<URL> urls = new ArrayList<>();
        urls.add(classes.toUri().toURL());
        for (String entry : System.getProperty("java.class.path").split(File.pathSeparator, -1)) {
            urls.add(Path.of(entry).toUri().toURL());
        }
        assertThat(CONFLUENT).exists();
        urls.add(CONFLUENT.toUri().toURL());
        return new URLClassLoader(urls.toArray(URL[]::new), ClassLoader.getPlatformClassLoader());
    }

    @SuppressWarnings("unchecked") // the JDK's interface, which all loaders share
    private static ObjLongConsumer<String> exchange(ClassLoader everything, String registry)
            throws ReflectiveOperationException {
        return (ObjLongConsumer<String>) everything
                .loadClass(ConfluentExchange.class.getName())
                .getConstructor(String.class)
                .newInstance(registry);
    }
}
