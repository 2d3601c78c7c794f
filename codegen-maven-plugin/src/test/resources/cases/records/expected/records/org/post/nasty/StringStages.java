package org.post.nasty;

import io.tidings.messaging.Generated;
import java.util.Objects;
import org.jspecify.annotations.NullMarked;

/** The stages of {@link String#builder}. */
@Generated(document = "asyncapi.yaml", version = "2.1.0")
@NullMarked
public final class StringStages {

    private StringStages() {}

    static NeedsList first() {
        return new Steps();
    }

    /** Field {@code List} comes next. */
    public interface NeedsList {

        /** Sets field {@code List}. */
        Complete List(java.util.List<java.lang.String> value);
    }

    /** All that has to be set is set. */
    public interface Complete {

        /** The record. */
        String build();
    }

    private static final class Steps implements NeedsList, Complete {

        private final String.Builder builder = String.newBuilder();

        @java.lang.Override
        public Complete List(java.util.List<java.lang.String> value) {
            builder.setList(Objects.requireNonNull(value, "List"));
            return this;
        }

        @java.lang.Override
        public String build() {
            return builder.build();
        }
    }
}
