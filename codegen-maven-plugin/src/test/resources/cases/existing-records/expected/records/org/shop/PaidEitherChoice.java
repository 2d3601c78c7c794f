package org.shop;

import io.tidings.messaging.Generated;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.NullMarked;
import org.shared.Currency;
import org.shared.Money;
import org.shared.Seal;

/** What field {@code either} of {@link Paid} holds, as one of its types. */
@Generated(document = "asyncapi.yaml", version = "1.0.0")
@NullMarked
public sealed interface PaidEitherChoice {

    /** The value as the record holds it. */
    Object value();

    /**
     * What a record holds, as one of its types.
     *
     * @throws IllegalArgumentException if it is of none of them
     */
    @SuppressWarnings("unchecked")
    static PaidEitherChoice from(Object value) {
        if (value instanceof CharSequence is) {
            return new OfString(is.toString());
        }
        if (value instanceof Currency is) {
            return new OfCurrency(is);
        }
        if (value instanceof Money is) {
            return new OfMoney(is);
        }
        if (value instanceof Seal is) {
            return new OfSeal(is);
        }
        throw new IllegalArgumentException("Field 'either' holds no " + value.getClass().getName());
    }

    /** Of that type. */
    static PaidEitherChoice of(String value) {
        return new OfString(value);
    }

    /** Of that type. */
    static PaidEitherChoice of(Currency value) {
        return new OfCurrency(value);
    }

    /** Of that type. */
    static PaidEitherChoice of(Money value) {
        return new OfMoney(value);
    }

    /** Of that type. */
    static PaidEitherChoice of(Seal value) {
        return new OfSeal(value);
    }

    /** What the function for the value's type makes of it. */
    default <R> R match(
            Function<? super String, ? extends R> ofString,
            Function<? super Currency, ? extends R> ofCurrency,
            Function<? super Money, ? extends R> ofMoney,
            Function<? super Seal, ? extends R> ofSeal) {
        if (this instanceof OfString is) {
            return ofString.apply(is.value());
        }
        if (this instanceof OfCurrency is) {
            return ofCurrency.apply(is.value());
        }
        if (this instanceof OfMoney is) {
            return ofMoney.apply(is.value());
        }
        return ofSeal.apply(((OfSeal) this).value());
    }

    /** Of that type. */
    record OfString(String value) implements PaidEitherChoice {

        /** Never null. */
        public OfString {
            Objects.requireNonNull(value, "either");
        }
    }

    /** Of that type. */
    record OfCurrency(Currency value) implements PaidEitherChoice {

        /** Never null. */
        public OfCurrency {
            Objects.requireNonNull(value, "either");
        }
    }

    /** Of that type. */
    record OfMoney(Money value) implements PaidEitherChoice {

        /** Never null. */
        public OfMoney {
            Objects.requireNonNull(value, "either");
        }
    }

    /** Of that type. */
    record OfSeal(Seal value) implements PaidEitherChoice {

        /** Never null. */
        public OfSeal {
            Objects.requireNonNull(value, "either");
        }
    }

}
