package io.tidings.benchmarks;

import com.example.shop.Measurements;
import com.example.shop.Purchase;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificRecord;

/** The records that are measured. */
public enum Records {
    SMALL,
    MEDIUM,
    LARGE;

    SpecificRecord make() {
        return switch (this) {
            case SMALL ->
                Purchase.newBuilder()
                        .setId("019388c1-7a3b-7c4d")
                        .setCustomer("Ada Lovelace")
                        .setAmount(123_450)
                        .setQuantity(3)
                        .setDiscount(0.125)
                        .setExpress(true)
                        .setVoucher("AUTUMN-2026")
                        .setWeight(2.5f)
                        .build();
            case MEDIUM -> MediumOrder.make();
            case LARGE -> large();
        };
    }

    private static Measurements large() {
        Measurements record = new Measurements();
        for (Schema.Field field : record.getSchema().getFields()) {
            int i = field.pos();
            record.put(
                    i,
                    switch (i % 8) {
                        case 0 -> "measured value " + i;
                        case 1 -> i * 31;
                        case 2 -> i * 1_000_003L;
                        case 3 -> i / 7.0;
                        case 4 -> i % 3 == 0;
                        case 5 -> i % 2 == 0 ? null : "note " + i;
                        case 6 -> i % 4 == 0 ? null : (long) i;
                        default -> i / 3.0f;
                    });
        }
        return record;
    }
}
