package io.tidings.registry;

import java.util.Map;
import java.util.Optional;
import org.apache.avro.Schema;

/**
 * A registry of schemas: the calls that messages need. Safe for use by several threads.
 *
 * <p>Every method throws a {@link RegistryException} that says whether to retry. Answers that can never change (a schema by
 * its id, the id of a registered schema) are remembered.
 */
public interface SchemaRegistry extends AutoCloseable {

    /** Registers a schema under a subject, or finds it there; the id is the same both times. */
    int register(String subject, Schema schema);

    /** The id of a schema that is registered under the subject; a {@link RegistryException} with status 404 if it is not. */
    int idOf(String subject, Schema schema);

    /** The schema with an id; a {@link RegistryException} with status 404 if there is none. */
    Schema schemaById(int id);

    /** The newest version of a subject. */
    Optional<RegisteredSchema> latest(String subject);

    @Override
    void close();

    /**
     * Connects as configured. Nothing is sent before the first call.
     *
     * @param configuration {@code schema.registry.url}: one URL or several separated by commas, or {@code mock://scope} for
     *     a registry in memory that is shared by its name; and the other keys of {@link RegistrySettings}
     */
    static SchemaRegistry connect(Map<String, ?> configuration) {
        return RegistryConnection.open(configuration);
    }
}
