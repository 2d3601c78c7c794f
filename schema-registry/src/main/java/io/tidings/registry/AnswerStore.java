package io.tidings.registry;

import java.util.Optional;
import org.apache.avro.Schema;
import org.jspecify.annotations.Nullable;

/** Where answers outlive the process. Never throws: it is a help in need, not a need. */
interface AnswerStore {

    /** Keeps nothing. */
    AnswerStore NONE = new AnswerStore() {};

    default @Nullable Schema schema(int id) {
        return null;
    }

    default void keepSchema(int id, Schema schema) {}

    default @Nullable Integer id(String subject, Schema schema) {
        return null;
    }

    default void keepId(String subject, Schema schema, int id) {}

    default Optional<RegisteredSchema> latest(String subject) {
        return Optional.empty();
    }

    default void keepLatest(RegisteredSchema latest) {}
}
