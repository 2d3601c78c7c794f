package io.tidings.messaging.config;

import io.tidings.messaging.MessageCodec;
import io.tidings.messaging.UnreachableException;
import io.tidings.messaging.serde.AvroMessageCodec;
import io.tidings.messaging.serde.CodecSettings;
import io.tidings.messaging.serde.PluggedCodec;
import io.tidings.registry.RegistryException;
import io.tidings.registry.RegistrySettings;
import io.tidings.registry.SchemaRegistry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The codec that a configuration asks for, and the registry that it asks. Safe for use by several threads. */
public final class ConnectedCodec implements AutoCloseable {

    /** Nobody registers it; that the registry says so proves that it answers. */
    private static final String PROBED_SUBJECT = "tidings-probe";

    private final Map<String, String> configuration;
    private final @Nullable SchemaRegistry registry;
    private final MessageCodec codec;
    private final @Nullable PluggedCodec plugged;

    private ConnectedCodec(Map<String, String> configuration) {
        this.configuration = configuration;
        ValueClasses classes = ValueClasses.of(configuration);
        CodecSettings settings = CodecSettings.from(configuration);
        SchemaRegistry connected = classes.needRegistry() ? SchemaRegistry.connect(configuration) : null;
        this.registry = connected;
        if (connected != null && classes.none()) {
            this.plugged = null;
            this.codec = new AvroMessageCodec(connected, settings);
        } else {
            this.plugged = PluggedCodec.open(settings, connected, classes.serializer(), classes.deserializer());
            this.codec = plugged;
        }
    }

    /** As configured; nothing is sent yet. */
    public static ConnectedCodec open(ClientSettings settings) {
        return new ConnectedCodec(settings.all());
    }

    public MessageCodec codec() {
        return codec;
    }

    /**
     * Makes sure that schemas can be had: that the registry answers, unless schemas from an earlier run are on disk, or others
     * ask for them.
     *
     * @throws UnreachableException if it does not
     */
    public void verify() {
        if (registry == null || hasCachedSchemas()) {
            return;
        }
        try {
            registry.latest(PROBED_SUBJECT);
        } catch (RegistryException e) {
            if (e.retryable()) {
                // As it is written it may bear credentials.
                String url = e.url();
                throw new UnreachableException("The schema registry", url == null ? "" : url, RegistrySettings.URL, e);
            }
            throw e;
        }
    }

    private boolean hasCachedSchemas() {
        @Nullable String directory = configuration.get(RegistrySettings.CACHE_DIRECTORY);
        if (directory == null || directory.isBlank()) {
            return false;
        }
        try (Stream<Path> files = Files.walk(Path.of(directory))) {
            return files.anyMatch(Files::isRegularFile);
        } catch (IOException e) {
            return false;
        }
    }

    @Override
    public void close() {
        if (plugged != null) {
            plugged.close();
        }
        if (registry != null) {
            registry.close();
        }
    }
}
