package io.tidings.benchmarks;

import com.example.shop.Checksum;
import com.example.shop.Consumer;
import com.example.shop.LineItem;
import com.example.shop.Order;
import com.example.shop.OrderStatus;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** The record that is measured: an order of ten line items, 619 bytes, with logical types, unions, an enum and a map. */
public final class MediumOrder {

    private MediumOrder() {}

    public static Order make() {
        return make(0);
    }

    /** Another order of the same size for each number below a thousand. */
    public static Order make(int number) {
        return Order.newBuilder()
                .setId(new UUID(0x0193_88c1_7a3b_7c4dL, 0x8e5f_0123_4567_89abL + number))
                .setNumber(4_711_000_815L + number)
                .setPlacedAt(Instant.ofEpochMilli(1_763_806_530_123L + 997L * number))
                .setDeliveryDay(LocalDate.of(2026, 11, 23).plusDays(number % 7))
                .setStatus(number % 2 == 0 ? OrderStatus.APPROVED : OrderStatus.PENDING)
                .setConsumer(Consumer.newBuilder()
                        .setName("Ada Lovelace")
                        .setEmail("ada.lovelace@example.com")
                        .setLoyal(true)
                        .setRating(4.5f)
                        .build())
                .setItems(items(number))
                .setTotal(new BigDecimal("1234.50").add(BigDecimal.valueOf(number)))
                .setAttributes(new TreeMap<>(Map.of(
                        "channel", "mobile",
                        "campaign", "autumn-2026",
                        "door", "blue",
                        "referrer", "newsletter",
                        "voucher", "WELCOME-" + (1_000 + number))))
                .setChecksum(new Checksum(new byte[] {1, 2, 3, (byte) number}))
                .build();
    }

    private static List<LineItem> items(int number) {
        return IntStream.range(0, 10)
                .mapToObj(i -> LineItem.newBuilder()
                        .setSku("SKU-2026-" + (100_000 + 10 * number + i))
                        .setQuantity(i + 1)
                        .setPrice(new BigDecimal("12.40").add(BigDecimal.valueOf(number % 50 + i)))
                        .setWeight(0.25 * i)
                        .setNote(note(i))
                        .build())
                .toList();
    }

    private static @Nullable String note(int item) {
        return switch (item % 3) {
            case 0 -> "no onions, please";
            case 1 -> "wrapped as a gift";
            default -> null;
        };
    }
}
