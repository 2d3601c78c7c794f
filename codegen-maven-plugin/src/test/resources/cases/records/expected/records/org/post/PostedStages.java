package org.post;

import io.tidings.messaging.Generated;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;

/** The stages of {@link Posted#builder}. */
@Generated(document = "asyncapi.yaml", version = "2.1.0")
@NullMarked
public final class PostedStages {

    private PostedStages() {}

    static NeedsId first() {
        return new Steps();
    }

    /** Field {@code id} comes next. */
    public interface NeedsId {

        /** Its number. */
        NeedsGrams id(UUID value);
    }

    /** Field {@code grams} comes next. */
    public interface NeedsGrams {

        /** Sets field {@code grams}. */
        NeedsAt grams(int value);
    }

    /** Field {@code at} comes next. */
    public interface NeedsAt {

        /** Sets field {@code at}. */
        NeedsPrice at(Instant value);
    }

    /** Field {@code price} comes next. */
    public interface NeedsPrice {

        /** Sets field {@code price}. */
        NeedsMark price(BigDecimal value);
    }

    /** Field {@code mark} comes next. */
    public interface NeedsMark {

        /** Sets field {@code mark}. */
        Complete mark(Mark value);
    }

    /** All that has to be set is set. */
    public interface Complete {

        /** Sets field {@code note}. */
        Complete note(@Nullable String value);

        /** Sets field {@code size}. */
        Complete size(Size value);

        /** Sets field {@code to}. */
        Complete to(@Nullable PostedToChoice value);

        /** Sets field {@code tags}. */
        Complete tags(Map<String, @Nullable String> value);

        /** Sets field {@code stops}. */
        Complete stops(List<Address> value);

        /** The record. */
        Posted build();
    }

    private static final class Steps implements NeedsId, NeedsGrams, NeedsAt, NeedsPrice, NeedsMark, Complete {

        private final Posted.Builder builder = Posted.newBuilder();

        private Steps() {
            builder.setTo(null);
        }

        @Override
        public NeedsGrams id(UUID value) {
            builder.setId(Objects.requireNonNull(value, "id"));
            return this;
        }

        @Override
        public NeedsAt grams(int value) {
            builder.setGrams(value);
            return this;
        }

        @Override
        public NeedsPrice at(Instant value) {
            builder.setAt(Objects.requireNonNull(value, "at"));
            return this;
        }

        @Override
        public NeedsMark price(BigDecimal value) {
            builder.setPrice(Objects.requireNonNull(value, "price"));
            return this;
        }

        @Override
        public Complete mark(Mark value) {
            builder.setMark(Objects.requireNonNull(value, "mark"));
            return this;
        }

        @Override
        public Complete note(@Nullable String value) {
            builder.setNote(value);
            return this;
        }

        @Override
        public Complete size(Size value) {
            builder.setSize(Objects.requireNonNull(value, "size"));
            return this;
        }

        @Override
        public Complete to(@Nullable PostedToChoice value) {
            builder.setTo(value == null ? null : value.value());
            return this;
        }

        @Override
        public Complete tags(Map<String, @Nullable String> value) {
            builder.setTags(Objects.requireNonNull(value, "tags"));
            return this;
        }

        @Override
        public Complete stops(List<Address> value) {
            builder.setStops(Objects.requireNonNull(value, "stops"));
            return this;
        }

        @Override
        public Posted build() {
            return builder.build();
        }
    }
}
