package gen.application.migration;

import gen.v1.shop.Address;
import gen.v1.shop.Code;
import gen.v1.shop.Line;
import gen.v1.shop.Size;
import io.tidings.messaging.Downcaster;
import io.tidings.messaging.Generated;
import io.tidings.messaging.PoisonMessageException;
import io.tidings.messaging.serde.Casting;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.shop.Item;
import org.shop.Locker;
import org.shop.OrderPlaced;

/**
 * Turns message {@code placed} of version 2.0.0 into that of version 1.4.0. Each method without a body is
 * something that a person has to decide.
 * What cannot be decided throws {@link PoisonMessageException}.
 */
@Generated(document = "asyncapi.yaml", version = "2.0.0")
public interface PlacedDowncaster extends Downcaster<OrderPlaced, gen.v1.shop.OrderPlaced> {
    @Override
    default gen.v1.shop.OrderPlaced downcast(OrderPlaced newer) {
        // Left behind: shop
        return gen.v1.shop.OrderPlaced.newBuilder()
                .setId(newer.getId())
                .setSize(castSize(newer.getSize()))
                .setAmount(amount(newer))
                .setNote(newer.getNote())
                .setCustomerName(newer.getCustomer())
                .setLines(Casting.list(newer.getLines(), this::castItem))
                .setTo(castTo(newer.getTo()))
                .setTags(Casting.map(newer.getTags(), item -> item == null ? null : tagsValue(item)))
                .setAt(at(newer))
                .setCode(new Code(newer.getCode().bytes().clone()))
                .setPhoto(Casting.bytes(newer.getPhoto()))
                .setRegion(region(newer))
                .build();
    }

    /** Decides {@code size}: 1.4.0 has no symbol XL in Size, and no symbol for those that it does not know. */
    Size xlOfSize();

    /** Decides {@code amount}: it is long in 2.0.0 and int in 1.4.0. */
    int amount(OrderPlaced newer);

    /** Decides <code>lines[].price</code>: it is decimal(12, 2) in 2.0.0 and decimal(9, 2) in 1.4.0. */
    BigDecimal priceOfItem(Item newer);

    /** Decides {@code to}: 1.4.0 has no branch for Locker in [Address, Size, array&lt;Size&gt;]. */
    Object toLocker(Locker value);

    /** Decides {@code tags{}}: 1.4.0 has no branch for long in [null, int]. */
    @Nullable Integer tagsValue(long value);

    /** Decides {@code at}: it is long (timestamp-micros) in 2.0.0 and long (timestamp-millis) in 1.4.0. */
    Instant at(OrderPlaced newer);

    /** Decides {@code region}: 2.0.0 has no such field, and 1.4.0 no default for it. */
    String region(OrderPlaced newer);

    private Size castSize(org.shop.Size symbol) {
        return switch (symbol) {
            case L -> Size.L;
            case S -> Size.S;
            case XL -> xlOfSize();
        };
    }

    private Line castItem(Item newer) {
        // Left behind: currency
        return Line.newBuilder()
                .setSku(newer.getSku())
                .setPrice(priceOfItem(newer))
                .setParts(Casting.list(newer.getParts(), this::castItem))
                .build();
    }

    private Address castAddress(org.shop.Address newer) {
        return Address.newBuilder()
                .setStreet(newer.getStreet())
                .build();
    }

    @SuppressWarnings("unchecked")
    private Object castTo(Object value) {
        if (value instanceof Locker branch) {
            return toLocker(branch);
        }
        if (value instanceof org.shop.Address branch) {
            return castAddress(branch);
        }
        if (value instanceof org.shop.Size branch) {
            return castSize(branch);
        }
        if (value instanceof List<?>) {
            return Casting.list((List<org.shop.Size>) value, this::castSize);
        }
        throw Casting.strange("to", value);
    }
}
