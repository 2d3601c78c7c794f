package org.post;

import io.tidings.messaging.Generated;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.NullMarked;

/** What field {@code to} of {@link Posted} holds, as one of its types. */
@Generated(document = "asyncapi.yaml", version = "2.1.0")
@NullMarked
public sealed interface PostedToChoice {

    /** The value as the record holds it. */
    Object value();

    /**
     * What a record holds, as one of its types.
     *
     * @throws IllegalArgumentException if it is of none of them
     */
    @SuppressWarnings("unchecked")
    static PostedToChoice from(Object value) {
        if (value instanceof Address is) {
            return new OfAddress(is);
        }
        if (value instanceof Locker is) {
            return new OfLocker(is);
        }
        if (value instanceof Size is) {
            return new OfSize(is);
        }
        if (value instanceof CharSequence is) {
            return new OfString(is.toString());
        }
        throw new IllegalArgumentException("Field 'to' holds no " + value.getClass().getName());
    }

    /** Of that type. */
    static PostedToChoice of(Address value) {
        return new OfAddress(value);
    }

    /** Of that type. */
    static PostedToChoice of(Locker value) {
        return new OfLocker(value);
    }

    /** Of that type. */
    static PostedToChoice of(Size value) {
        return new OfSize(value);
    }

    /** Of that type. */
    static PostedToChoice of(String value) {
        return new OfString(value);
    }

    /** What the function for the value's type makes of it. */
    default <R> R match(
            Function<? super Address, ? extends R> ofAddress,
            Function<? super Locker, ? extends R> ofLocker,
            Function<? super Size, ? extends R> ofSize,
            Function<? super String, ? extends R> ofString) {
        if (this instanceof OfAddress is) {
            return ofAddress.apply(is.value());
        }
        if (this instanceof OfLocker is) {
            return ofLocker.apply(is.value());
        }
        if (this instanceof OfSize is) {
            return ofSize.apply(is.value());
        }
        return ofString.apply(((OfString) this).value());
    }

    /** Of that type. */
    record OfAddress(Address value) implements PostedToChoice {

        /** Never null. */
        public OfAddress {
            Objects.requireNonNull(value, "to");
        }
    }

    /** Of that type. */
    record OfLocker(Locker value) implements PostedToChoice {

        /** Never null. */
        public OfLocker {
            Objects.requireNonNull(value, "to");
        }
    }

    /** Of that type. */
    record OfSize(Size value) implements PostedToChoice {

        /** Never null. */
        public OfSize {
            Objects.requireNonNull(value, "to");
        }
    }

    /** Of that type. */
    record OfString(String value) implements PostedToChoice {

        /** Never null. */
        public OfString {
            Objects.requireNonNull(value, "to");
        }
    }

}
