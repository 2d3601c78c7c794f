package io.tidings.examples.migration;

import io.tidings.examples.migration.events.DishPriced;
import io.tidings.messaging.PoisonMessageException;
import java.math.BigDecimal;

/** What the schemas of versions 1 and 2 leave to a person: in version 1, prices were cents. */
final class Cents {

    /** For readers of both. */
    static final io.tidings.examples.migration.reader.v2.migration.DishPricedUpcaster UP =
            new io.tidings.examples.migration.reader.v2.migration.DishPricedUpcaster() {
                @Override
                public BigDecimal price(io.tidings.examples.migration.events.v1.DishPriced older) {
                    return BigDecimal.valueOf(older.getCents(), 2);
                }

                @Override
                public String currency(io.tidings.examples.migration.events.v1.DishPriced older) {
                    return "EUR";
                }
            };

    private Cents() {}

    /** For an owner who writes both: what version 1 cannot say fails the transaction, and nobody is told of it. */
    static int of(DishPriced newer) {
        if (!newer.getCurrency().equals("EUR")) {
            throw new PoisonMessageException(
                    "Version 1 has no currency but EUR, and " + newer.getDish() + " costs " + newer.getCurrency(),
                    null);
        }
        return newer.getPrice().movePointRight(2).intValueExact();
    }
}
