package io.tidings.registry;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.apache.avro.Schema;

/**
 * A registry of schemas. Safe for use by several threads.
 *
 * <p>Every method throws a {@link RegistryException} that says whether to retry. Answers that can never change (a schema by
 * its id, the ids of a registered schema, a version of a subject) are remembered.
 */
public interface SchemaRegistry extends AutoCloseable {

    /** Registers a schema under a subject, or finds it there; the id is the same both times. */
    default int register(String subject, Schema schema) {
        return register(subject, SchemaDefinition.of(schema), false).id();
    }

    /** The id of a schema that is registered under the subject; a {@link SchemaNotFoundException} if it is not. */
    default int idOf(String subject, Schema schema) {
        return find(subject, SchemaDefinition.of(schema), false).id();
    }

    /**
     * Registers a schema under a subject, or finds it there.
     *
     * @param normalize whether the registry shall bring the text into its normal form first, so that another order of
     *     attributes makes no other schema
     * @throws IncompatibleSchemaException if the subject's compatibility level does not allow the schema
     * @throws InvalidSchemaException if the registry takes it for no schema
     */
    SchemaIds register(String subject, SchemaDefinition definition, boolean normalize);

    /** The ids of a schema that is registered under the subject; a {@link SchemaNotFoundException} if it is not. */
    SchemaIds find(String subject, SchemaDefinition definition, boolean normalize);

    /** The schema with an id, self-contained; a {@link SchemaNotFoundException} if there is none. */
    default Schema schemaById(int id) {
        return definitionById(id).schema();
    }

    /** The schema with an id, as it was registered; a {@link SchemaNotFoundException} if there is none. */
    SchemaDefinition definitionById(int id);

    /** The schema with a GUID, self-contained; a {@link SchemaNotFoundException} if there is none. */
    Schema schemaByGuid(UUID guid);

    /** The newest version of a subject. */
    Optional<RegisteredSchema> latest(String subject);

    /** A version of a subject, counted from 1. */
    Optional<RegisteredSchema> version(String subject, int version);

    /** The versions of a subject, ascending; none for an unknown subject. */
    List<Integer> versions(String subject);

    /** The subjects whose names begin with the prefix, sorted. */
    List<String> subjects(String prefix);

    /** Whether the subject's compatibility level would allow the schema. For a new subject it does. */
    Compatibility compatibility(String subject, SchemaDefinition candidate);

    /** What the registry asks of new schemas of the subject, be it there or not; empty where it does not say. */
    default Optional<SubjectPolicy> policy(String subject) {
        return Optional.empty();
    }

    /** A schema as it is registered under the subject, with its version there. */
    Optional<RegisteredSchema> registered(String subject, SchemaDefinition definition);

    /** Calls that are under way end, later ones fail, both with a {@link RegistryException}. */
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
