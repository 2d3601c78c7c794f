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

/** The record that is measured: an order of ten line items, 519 bytes, with logical types, unions, an enum and a map. */
final class MediumOrder {

    private MediumOrder() {}

    static Order make() {
        return Order.newBuilder()
                .setId(UUID.fromString("019388c1-7a3b-7c4d-8e5f-0123456789ab"))
                .setNumber(4_711_000_815L)
                .setPlacedAt(Instant.ofEpochMilli(1_763_806_530_123L))
                .setDeliveryDay(LocalDate.of(2026, 11, 23))
                .setStatus(OrderStatus.APPROVED)
                .setConsumer(Consumer.newBuilder()
                        .setName("Ada Lovelace")
                        .setEmail("ada.lovelace@example.com")
                        .setLoyal(true)
                        .setRating(4.5f)
                        .build())
                .setItems(items())
                .setTotal(new BigDecimal("1234.50"))
                .setAttributes(new TreeMap<>(Map.of("channel", "mobile", "campaign", "autumn-2026", "door", "blue")))
                .setChecksum(new Checksum(new byte[] {1, 2, 3, 4}))
                .build();
    }

    private static List<LineItem> items() {
        return IntStream.range(0, 10)
                .mapToObj(i -> LineItem.newBuilder()
                        .setSku("SKU-2026-" + (100_000 + i))
                        .setQuantity(i + 1)
                        .setPrice(new BigDecimal("12.40").add(BigDecimal.valueOf(i)))
                        .setWeight(0.25 * i)
                        .setNote(i % 3 == 0 ? "no onions, please" : null)
                        .build())
                .toList();
    }
}
