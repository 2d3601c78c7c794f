package io.tidings.registry;

import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Where answers outlive the process. Never throws: it is a help in need, not a need. */
interface AnswerStore {

    /** Keeps nothing. */
    AnswerStore NONE = new AnswerStore() {};

    default @Nullable SchemaDefinition schema(int id) {
        return null;
    }

    default void keepSchema(int id, SchemaDefinition definition) {}

    default @Nullable SchemaDefinition schema(UUID guid) {
        return null;
    }

    default void keepSchema(UUID guid, SchemaDefinition definition) {}

    default @Nullable SchemaIds ids(String subject, SchemaDefinition definition) {
        return null;
    }

    default void keepIds(String subject, SchemaDefinition definition, SchemaIds ids) {}

    default Optional<RegisteredSchema> latest(String subject) {
        return Optional.empty();
    }

    default void keepLatest(RegisteredSchema latest) {}

    default Optional<RegisteredSchema> version(String subject, int version) {
        return Optional.empty();
    }

    default void keepVersion(int version, RegisteredSchema schema) {}

    /** Where the answers are, for messages. */
    default String place() {
        return "nowhere";
    }
}
