package org.post;

import io.tidings.messaging.Generated;
import java.util.Objects;
import org.jspecify.annotations.NullMarked;

/** The stages of {@link Address#builder}. */
@Generated(document = "asyncapi.yaml", version = "2.1.0")
@NullMarked
public final class AddressStages {

    private AddressStages() {}

    static NeedsStreet first() {
        return new Steps();
    }

    /** Field {@code street} comes next. */
    public interface NeedsStreet {

        /** Sets field {@code street}. */
        Complete street(String value);
    }

    /** All that has to be set is set. */
    public interface Complete {

        /** The record. */
        Address build();
    }

    private static final class Steps implements NeedsStreet, Complete {

        private final Address.Builder builder = Address.newBuilder();

        @Override
        public Complete street(String value) {
            builder.setStreet(Objects.requireNonNull(value, "street"));
            return this;
        }

        @Override
        public Address build() {
            return builder.build();
        }
    }
}
