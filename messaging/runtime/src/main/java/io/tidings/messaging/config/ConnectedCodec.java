package io.tidings.messaging.config;

import io.tidings.messaging.MessageCodec;
import io.tidings.messaging.UnreachableException;
import io.tidings.messaging.serde.AvroMessageCodec;
import io.tidings.messaging.serde.CodecSettings;
import io.tidings.registry.RegistryException;
import io.tidings.registry.RegistrySettings;
import io.tidings.registry.SchemaRegistry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The codec for Avro, and the registry that it asks. Safe for use by several threads. */
public final class ConnectedCodec implements AutoCloseable {

    /** Nobody registers it; that the registry says so proves that it answers. */
    private static final String PROBED_SUBJECT = "tidings-probe";

    private final Map<String, String> configuration;
    private final SchemaRegistry registry;
    private final MessageCodec codec;

    private ConnectedCodec(Map<String, String> configuration) {
        this.configuration = configuration;
        this.registry = SchemaRegistry.connect(configuration);
        this.codec = new AvroMessageCodec(registry, CodecSettings.from(configuration));
    }

    /** As configured; nothing is sent yet. */
    public static ConnectedCodec open(ClientSettings settings) {
        return new ConnectedCodec(settings.all());
    }

    public MessageCodec codec() {
        return codec;
    }

    /**
     * Makes sure that schemas can be had: that the registry answers, unless schemas from an earlier run are on disk.
     *
     * @throws UnreachableException if it does not
     */
    public void verify() {
        if (hasCachedSchemas()) {
            return;
        }
        try {
            registry.latest(PROBED_SUBJECT);
        } catch (RegistryException e) {
            if (e.retryable()) {
                String url = configuration.getOrDefault(RegistrySettings.URL, "");
                throw new UnreachableException("The schema registry", url, RegistrySettings.URL, e);
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
        registry.close();
    }
}
