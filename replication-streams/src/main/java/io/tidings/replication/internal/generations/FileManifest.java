package io.tidings.replication.internal.generations;

import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A manifest in a file, as properties: written beside, forced to the disk, and renamed. */
public final class FileManifest implements ManifestStore {

    private static final Logger LOG = LoggerFactory.getLogger(FileManifest.class);
    private static final String FORMAT = "1";

    private final Path file;

    public FileManifest(Path file) {
        this.file = file;
    }

    /** A file that cannot be read is put aside: the view begins anew, which is slow and never wrong. */
    @Override
    public Manifest read() {
        try {
            Properties properties = new Properties();
            properties.load(new StringReader(Files.readString(file)));
            return manifest(properties);
        } catch (NoSuchFileException e) {
            return Manifest.NONE;
        } catch (IOException | IllegalArgumentException e) {
            LOG.error("{} cannot be read and is put aside; its view begins anew", file, e);
            putAside();
            return Manifest.NONE;
        }
    }

    @Override
    public void write(Manifest manifest) {
        try {
            StringWriter text = new StringWriter();
            properties(manifest).store(text, null);
            Path directory = file.toAbsolutePath().getParent();
            if (directory == null) {
                throw new IOException("no file");
            }
            Files.createDirectories(directory);
            Path beside = file.resolveSibling(file.getFileName() + ".new");
            try (FileChannel channel = FileChannel.open(
                    beside,
                    StandardOpenOption.CREATE,
                    StandardOpenOption.TRUNCATE_EXISTING,
                    StandardOpenOption.WRITE)) {
                ByteBuffer bytes = ByteBuffer.wrap(text.toString().getBytes(StandardCharsets.UTF_8));
                while (bytes.hasRemaining()) {
                    int unused = channel.write(bytes);
                }
                channel.force(true);
            }
            Files.move(beside, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            forceDirectory(directory);
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "The generations of a view could not be recorded in " + file + ": is state.dir writable?", e);
        }
    }

    /** The rename itself is to survive a power failure. Not every system lets directories be opened; those that do not need not. */
    private static void forceDirectory(Path directory) {
        try (FileChannel channel = FileChannel.open(directory, StandardOpenOption.READ)) {
            channel.force(true);
        } catch (IOException e) {
            LOG.debug("{} cannot be forced to the disk", directory, e);
        }
    }

    private void putAside() {
        try {
            Files.move(file, file.resolveSibling(file.getFileName() + ".damaged"), StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            LOG.warn("{} could not be put aside", file, e);
        }
    }

    private static Properties properties(Manifest manifest) {
        Properties properties = new Properties();
        properties.setProperty("format", FORMAT);
        properties.setProperty("next.since", Long.toString(manifest.nextSince()));
        properties.setProperty("caught.up.at", Long.toString(manifest.caughtUpAt()));
        properties.setProperty("sweep.due", Boolean.toString(manifest.sweepDue()));
        properties.setProperty("erased", String.join("\n", new TreeSet<>(manifest.erased())));
        properties.setProperty("erased.unfinished", String.join("\n", new TreeSet<>(manifest.unfinished())));
        write(properties, "current", manifest.current());
        write(properties, "next", manifest.next());
        properties.setProperty("retired", Integer.toString(manifest.retired().size()));
        for (int each = 0; each < manifest.retired().size(); each++) {
            write(properties, "retired." + each, manifest.retired().get(each));
        }
        return properties;
    }

    private static void write(Properties properties, String prefix, @Nullable Generation generation) {
        if (generation != null) {
            Shape shape = generation.shape();
            properties.setProperty(prefix + ".name", generation.name());
            properties.setProperty(prefix + ".number", Integer.toString(generation.number()));
            properties.setProperty(prefix + ".fingerprint", shape.fingerprint());
            properties.setProperty(prefix + ".driver", shape.driver());
            properties.setProperty(prefix + ".lasting", Boolean.toString(shape.lasting()));
            properties.setProperty(prefix + ".schema", shape.schema());
            properties.setProperty(prefix + ".feeds", String.join("\n", shape.feeds()));
            properties.setProperty(prefix + ".indexes", String.join("\n", shape.indexes()));
        }
    }

    private static Manifest manifest(Properties properties) {
        if (!required(properties, "format").equals(FORMAT)) {
            throw new IllegalArgumentException("It is of format " + properties.getProperty("format"));
        }
        List<Generation> retired = new ArrayList<>();
        for (int each = 0; each < Integer.parseInt(required(properties, "retired")); each++) {
            Generation generation = generation(properties, "retired." + each);
            if (generation != null) {
                retired.add(generation);
            }
        }
        return new Manifest(
                generation(properties, "current"),
                generation(properties, "next"),
                Long.parseLong(required(properties, "next.since")),
                retired,
                Long.parseLong(required(properties, "caught.up.at")),
                Boolean.parseBoolean(required(properties, "sweep.due")),
                Set.copyOf(lines(required(properties, "erased"))),
                Set.copyOf(lines(required(properties, "erased.unfinished"))));
    }

    private static @Nullable Generation generation(Properties properties, String prefix) {
        String name = properties.getProperty(prefix + ".name");
        if (name == null) {
            return null;
        }
        Shape shape = new Shape(
                required(properties, prefix + ".fingerprint"),
                required(properties, prefix + ".driver"),
                Boolean.parseBoolean(required(properties, prefix + ".lasting")),
                required(properties, prefix + ".schema"),
                lines(required(properties, prefix + ".feeds")),
                lines(required(properties, prefix + ".indexes")));
        return new Generation(name, Integer.parseInt(required(properties, prefix + ".number")), shape);
    }

    private static List<String> lines(String text) {
        return text.isEmpty() ? List.of() : List.of(text.split("\n", -1));
    }

    private static String required(Properties properties, String name) {
        String value = properties.getProperty(name);
        if (value == null) {
            throw new IllegalArgumentException("It does not say " + name);
        }
        return value;
    }
}
