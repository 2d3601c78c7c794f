package io.tidings.registry;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Puts a registry together as it is configured. */
final class RegistryConnection {

    private static final String MOCK = "mock://";

    private RegistryConnection() {}

    static SchemaRegistry open(Map<String, ?> configuration) {
        SettingValues values = new SettingValues(configuration);
        List<String> addresses = SettingsReader.addresses(values);
        values.check();
        if (addresses.get(0).startsWith(MOCK)) {
            if (addresses.size() > 1) {
                throw new IllegalArgumentException("The setting '" + RegistrySettings.URL
                        + "' names a registry in memory, " + addresses.get(0) + ", and others beside it");
            }
            return InMemorySchemaRegistry.shared(addresses.get(0).substring(MOCK.length()));
        }
        return overHttp(RegistrySettings.from(configuration));
    }

    private static SchemaRegistry overHttp(RegistrySettings settings) {
        SchemaRegistry remote = new HttpSchemaRegistry(new RegistryProxy(settings));
        Path directory = settings.cacheDirectory();
        return new CachedSchemaRegistry(
                remote,
                settings.where(),
                directory == null ? AnswerStore.NONE : new AnswerDirectory(directory, settings.urls()));
    }
}
