package org.post;

import io.tidings.messaging.Generated;
import org.jspecify.annotations.NullMarked;

/** The stages of {@link Locker#builder}. */
@Generated(document = "asyncapi.yaml", version = "2.1.0")
@NullMarked
public final class LockerStages {

    private LockerStages() {}

    static NeedsNumber first() {
        return new Steps();
    }

    /** Field {@code number} comes next. */
    public interface NeedsNumber {

        /** Sets field {@code number}. */
        Complete number(long value);
    }

    /** All that has to be set is set. */
    public interface Complete {

        /** The record. */
        Locker build();
    }

    private static final class Steps implements NeedsNumber, Complete {

        private final Locker.Builder builder = Locker.newBuilder();

        @Override
        public Complete number(long value) {
            builder.setNumber(value);
            return this;
        }

        @Override
        public Locker build() {
            return builder.build();
        }
    }
}
