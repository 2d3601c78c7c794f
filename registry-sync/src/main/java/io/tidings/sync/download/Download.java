package io.tidings.sync.download;

import io.tidings.registry.RegistryException;
import io.tidings.registry.SchemaRegistry;
import java.io.IOException;
import java.util.List;

/**
 * Downloads schemas, and what they refer to, each into a file of its own; all of them or, where one cannot be written, none.
 * The same registry gives the same files, byte for byte; files that hold the same already are not touched.
 */
public final class Download {
    private final SchemaRegistry registry;
    private final DownloadSettings settings;

    public Download(SchemaRegistry registry, DownloadSettings settings) {
        this.registry = registry;
        this.settings = settings;
    }

    /**
     * Downloads what is selected.
     *
     * @throws RegistryException if the registry cannot be asked; nothing has been written then
     * @throws IOException if the folder cannot be read or written
     */
    public DownloadResult run(List<Selection> selections) throws IOException {
        Selected selected = new Selected(registry);
        selections.forEach(selected::add);
        SchemaFiles files = new SchemaFiles(settings);
        selected.schemas().forEach(files::add);
        return files.write(selected.problems(), selected.warnings());
    }
}
