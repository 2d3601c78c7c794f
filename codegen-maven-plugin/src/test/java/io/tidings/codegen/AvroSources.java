package io.tidings.codegen;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.avro.Schema;
import org.apache.avro.compiler.specific.SpecificCompiler;
import org.apache.avro.generic.GenericData.StringType;

/** What Avro's own plugin makes of schemas, as a user has it before Tidings comes. */
final class AvroSources {

    private AvroSources() {}

    /** Of each schema in a folder, by path. */
    static Map<String, String> of(Path schemas) throws IOException {
        try (Stream<Path> files = Files.list(schemas)) {
            List<Schema> parsed = files.sorted().map(AvroSources::parse).toList();
            return of(parsed);
        }
    }

    static Map<String, String> of(List<Schema> schemas) throws IOException {
        Path folder = Files.createTempDirectory("existing");
        Map<String, String> sources = new TreeMap<>();
        for (Schema schema : schemas) {
            SpecificCompiler compiler = new SpecificCompiler(schema);
            compiler.setStringType(StringType.String);
            compiler.compileToDestination(null, folder.toFile());
        }
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                sources.put(folder.relativize(file).toString().replace('\\', '/'), Files.readString(file));
                Files.delete(file);
            }
        }
        return sources;
    }

    private static Schema parse(Path file) {
        try {
            return new Schema.Parser().parse(file.toFile());
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
