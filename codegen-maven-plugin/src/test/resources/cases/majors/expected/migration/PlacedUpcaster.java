package gen.application.migration;

import gen.v1.shop.Line;
import gen.v1.shop.OrderPlaced;
import io.tidings.messaging.Generated;
import io.tidings.messaging.PoisonMessageException;
import io.tidings.messaging.Upcaster;
import io.tidings.messaging.serde.Casting;
import java.util.List;
import org.shop.Address;
import org.shop.Code;
import org.shop.Item;
import org.shop.Size;

/**
 * Turns message {@code placed} of version 1.4.0 into that of version 2.0.0. Each method without a body is
 * something that a person has to decide.
 * What cannot be decided throws {@link PoisonMessageException}.
 */
@Generated(document = "asyncapi.yaml", version = "2.0.0")
public interface PlacedUpcaster extends Upcaster<OrderPlaced, org.shop.OrderPlaced> {
    @Override
    default org.shop.OrderPlaced upcast(OrderPlaced older) {
        // Left behind: campaign, region
        return org.shop.OrderPlaced.newBuilder()
                .setId(older.getId())
                .setSize(castSize(older.getSize()))
                .setAmount((long) older.getAmount())
                .setNote(older.getNote() == null ? noteWhenNull(older) : older.getNote())
                .setCustomer(older.getCustomerName())
                .setLines(Casting.list(older.getLines(), this::castLine))
                .setTo(castTo(older.getTo()))
                .setTags(Casting.map(older.getTags(), item -> item == null ? null : (long) item))
                .setAt(older.getAt())
                .setCode(new Code(older.getCode().bytes().clone()))
                .setPhoto(Casting.bytes(older.getPhoto()))
                .build();
    }

    /** Decides {@code note}: it may be null in 1.4.0, and not in 2.0.0. */
    String noteWhenNull(OrderPlaced older);

    /** Decides <code>lines[].currency</code>: 1.4.0 has no such field, and 2.0.0 no default for it. */
    String currencyOfLine(Line older);

    private Size castSize(gen.v1.shop.Size symbol) {
        return switch (symbol) {
            case S -> Size.S;
            case L -> Size.L;
        };
    }

    private Item castLine(Line older) {
        return Item.newBuilder()
                .setSku(older.getSku())
                .setPrice(older.getPrice())
                .setCurrency(currencyOfLine(older))
                .setParts(Casting.list(older.getParts(), this::castLine))
                .build();
    }

    private Address castAddress(gen.v1.shop.Address older) {
        return Address.newBuilder()
                .setStreet(older.getStreet())
                .build();
    }

    @SuppressWarnings("unchecked")
    private Object castTo(Object value) {
        if (value instanceof gen.v1.shop.Address branch) {
            return castAddress(branch);
        }
        if (value instanceof gen.v1.shop.Size branch) {
            return castSize(branch);
        }
        if (value instanceof List<?>) {
            return Casting.list((List<gen.v1.shop.Size>) value, this::castSize);
        }
        throw Casting.strange("to", value);
    }
}
