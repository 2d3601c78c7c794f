package org.shop;

import io.tidings.messaging.Generated;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;
import org.shared.Money;
import org.shared.Seal;

/** The stages of {@link Paid#builder}. */
@Generated(document = "asyncapi.yaml", version = "1.0.0")
@NullMarked
public final class PaidStages {

    private PaidStages() {}

    static NeedsId first() {
        return new Steps();
    }

    /** Field {@code id} comes next. */
    public interface NeedsId {

        /** Sets field {@code id}. */
        NeedsTotal id(String value);
    }

    /** Field {@code total} comes next. */
    public interface NeedsTotal {

        /** Sets field {@code total}. */
        NeedsParts total(Money value);
    }

    /** Field {@code parts} comes next. */
    public interface NeedsParts {

        /** Sets field {@code parts}. */
        NeedsLimits parts(List<Money> value);
    }

    /** Field {@code limits} comes next. */
    public interface NeedsLimits {

        /** Sets field {@code limits}. */
        NeedsSeal limits(Map<String, @Nullable Money> value);
    }

    /** Field {@code seal} comes next. */
    public interface NeedsSeal {

        /** Sets field {@code seal}. */
        NeedsEither seal(Seal value);
    }

    /** Field {@code either} comes next. */
    public interface NeedsEither {

        /** Sets field {@code either}. */
        NeedsFee either(PaidEitherChoice value);
    }

    /** Field {@code fee} comes next. */
    public interface NeedsFee {

        /** Sets field {@code fee}. */
        Complete fee(BigDecimal value);
    }

    /** All that has to be set is set. */
    public interface Complete {

        /** Sets field {@code refund}. */
        Complete refund(@Nullable Money value);

        /** The record. */
        Paid build();
    }

    private static final class Steps implements NeedsId, NeedsTotal, NeedsParts, NeedsLimits, NeedsSeal, NeedsEither, NeedsFee, Complete {

        private final Paid.Builder builder = Paid.newBuilder();

        @Override
        public NeedsTotal id(String value) {
            builder.setId(Objects.requireNonNull(value, "id"));
            return this;
        }

        @Override
        public NeedsParts total(Money value) {
            builder.setTotal(Objects.requireNonNull(value, "total"));
            return this;
        }

        @Override
        public NeedsLimits parts(List<Money> value) {
            builder.setParts(Objects.requireNonNull(value, "parts"));
            return this;
        }

        @Override
        public NeedsSeal limits(Map<String, @Nullable Money> value) {
            builder.setLimits(Objects.requireNonNull(value, "limits"));
            return this;
        }

        @Override
        public NeedsEither seal(Seal value) {
            builder.setSeal(Objects.requireNonNull(value, "seal"));
            return this;
        }

        @Override
        public NeedsFee either(PaidEitherChoice value) {
            builder.setEither(Objects.requireNonNull(value, "either").value());
            return this;
        }

        @Override
        public Complete fee(BigDecimal value) {
            builder.setFee(Objects.requireNonNull(value, "fee"));
            return this;
        }

        @Override
        public Complete refund(@Nullable Money value) {
            builder.setRefund(value);
            return this;
        }

        @Override
        public Paid build() {
            return builder.build();
        }
    }
}
