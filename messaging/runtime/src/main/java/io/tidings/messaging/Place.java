package io.tidings.messaging;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where messages of a kind carry a value that joins or routes them, as their document declares it: {@code
 * $message.header#/name} or {@code $message.payload#/path/to/field} (AsyncAPI 3.0, "Runtime Expression").
 */
public sealed interface Place {

    /** A header of this name, as text in UTF-8. */
    static Place header(String name) {
        return new Header(name);
    }

    /** A field of the payload: its name, after the names of those it stands in. */
    static Place payload(String... path) {
        return new Field(List.of(path));
    }

    /** {@link #header}. */
    record Header(String name) implements Place {
        @Override
        public String toString() {
            return "header '" + name + "'";
        }
    }

    /**
     * {@link #payload}.
     *
     * @param path not empty
     */
    record Field(List<String> path) implements Place {
        public Field {
            path = List.copyOf(path);
            if (path.isEmpty()) {
                throw new IllegalArgumentException("A field has a name");
            }
        }

        /** What stands there as text; null for nothing, empty text included. */
        public @Nullable String read(@Nullable Object payload) {
            return PayloadPath.read(payload, path);
        }

        /**
         * The same, where there must be something.
         *
         * @throws PoisonMessageException if there is nothing
         */
        public String text(Object payload) {
            String text = read(payload);
            if (text == null) {
                throw new PoisonMessageException(
                        "The " + this + " of " + payload.getClass().getName() + " is empty", null);
            }
            return text;
        }

        /**
         * A copy of a record with a text there; all that is not on the way is shared with the original.
         *
         * @throws PoisonMessageException if no text can stand there
         */
        public Object write(Object payload, String value) {
            return PayloadPath.write(payload, path, value);
        }

        @Override
        public String toString() {
            return "payload field '" + String.join("/", path) + "'";
        }
    }
}
