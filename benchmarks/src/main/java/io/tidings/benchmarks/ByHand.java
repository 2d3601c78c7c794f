package io.tidings.benchmarks;

import com.example.shop.Checksum;
import com.example.shop.Consumer;
import com.example.shop.LineItem;
import com.example.shop.Order;
import com.example.shop.OrderStatus;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The medium record by hand, as somebody writes it who knows this one record: the bound for what is generated. */
final class ByHand implements Contender {

    private static final OrderStatus[] STATUSES = OrderStatus.values();

    private final Order order;
    private final byte[] message;
    private byte[] buffer = new byte[1024];
    private byte[] source = new byte[0];
    private int at;

    ByHand(Order order) {
        this.order = order;
        this.message = write();
    }

    @Override
    public byte[] write() {
        return write(order);
    }

    /** A framed message. */
    byte[] write(Order value) {
        at = 0;
        room(5);
        buffer[0] = 0;
        buffer[1] = 0;
        buffer[2] = 0;
        buffer[3] = 0;
        buffer[4] = 1;
        at = 5;
        order(value);
        return Arrays.copyOf(buffer, at);
    }

    @SuppressWarnings("EnumOrdinal") // what travels is the ordinal
    private void order(Order value) {
        text(value.getId().toString());
        number(value.getNumber());
        number(value.getPlacedAt().toEpochMilli());
        LocalDate day = value.getDeliveryDay();
        number(day == null ? 0 : 1);
        if (day != null) {
            number(day.toEpochDay());
        }
        number(value.getStatus().ordinal());
        Consumer consumer = value.getConsumer();
        text(consumer.getName());
        optional(consumer.getEmail());
        room(5);
        buffer[at++] = (byte) (consumer.getLoyal() ? 1 : 0);
        int rating = Float.floatToRawIntBits(consumer.getRating());
        for (int shift = 0; shift < 32; shift += 8) {
            buffer[at++] = (byte) (rating >> shift);
        }
        List<LineItem> items = value.getItems();
        if (!items.isEmpty()) {
            number(items.size());
            for (int i = 0; i < items.size(); i++) {
                item(items.get(i));
            }
        }
        number(0);
        BigDecimal total = value.getTotal();
        number(total == null ? 0 : 1);
        if (total != null) {
            decimal(total);
        }
        Map<String, String> attributes = value.getAttributes();
        if (!attributes.isEmpty()) {
            number(attributes.size());
            for (Map.Entry<String, String> entry : attributes.entrySet()) {
                text(entry.getKey());
                text(entry.getValue());
            }
        }
        number(0);
        room(4);
        System.arraycopy(value.getChecksum().bytes(), 0, buffer, at, 4);
        at += 4;
        Order replaces = value.getReplaces();
        number(replaces == null ? 0 : 1);
        if (replaces != null) {
            order(replaces);
        }
    }

    private void item(LineItem item) {
        text(item.getSku());
        number(item.getQuantity());
        decimal(item.getPrice());
        room(8);
        long weight = Double.doubleToRawLongBits(item.getWeight());
        for (int shift = 0; shift < 64; shift += 8) {
            buffer[at++] = (byte) (weight >> shift);
        }
        optional(item.getNote());
    }

    private void optional(@Nullable String value) {
        number(value == null ? 0 : 1);
        if (value != null) {
            text(value);
        }
    }

    private void decimal(BigDecimal value) {
        byte[] bytes = value.unscaledValue().toByteArray();
        number(bytes.length);
        room(bytes.length);
        System.arraycopy(bytes, 0, buffer, at, bytes.length);
        at += bytes.length;
    }

    private void number(long value) {
        room(10);
        long rest = (value << 1) ^ (value >> 63);
        while ((rest & ~0x7FL) != 0) {
            buffer[at++] = (byte) (rest | 0x80);
            rest >>>= 7;
        }
        buffer[at++] = (byte) rest;
    }

    private void text(String value) {
        int length = value.length();
        int start = at;
        number(length);
        room(length);
        for (int i = 0; i < length; i++) {
            char c = value.charAt(i);
            if (c >= 0x80) {
                at = start;
                byte[] bytes = value.getBytes(StandardCharsets.UTF_8);
                number(bytes.length);
                room(bytes.length);
                System.arraycopy(bytes, 0, buffer, at, bytes.length);
                at += bytes.length;
                return;
            }
            buffer[at++] = (byte) c;
        }
    }

    private void room(int more) {
        if (buffer.length - at < more) {
            buffer = Arrays.copyOf(buffer, Math.max(at + more, buffer.length * 2));
        }
    }

    @Override
    public Order read() {
        return read(message);
    }

    /** What is in a framed message. */
    Order read(byte[] framed) {
        source = framed;
        at = 5;
        return order();
    }

    private Order order() {
        Order value = new Order();
        value.setId(UUID.fromString(text()));
        value.setNumber(number());
        value.setPlacedAt(Instant.ofEpochMilli(number()));
        value.setDeliveryDay(number() == 0 ? null : LocalDate.ofEpochDay(number()));
        value.setStatus(STATUSES[(int) number()]);
        Consumer consumer = new Consumer();
        consumer.setName(text());
        consumer.setEmail(number() == 0 ? null : text());
        consumer.setLoyal(source[at++] == 1);
        int rating = 0;
        for (int shift = 0; shift < 32; shift += 8) {
            rating |= (source[at++] & 0xFF) << shift;
        }
        consumer.setRating(Float.intBitsToFloat(rating));
        value.setConsumer(consumer);
        int count = (int) number();
        List<LineItem> items = new ArrayList<>(count);
        while (count > 0) {
            for (int i = 0; i < count; i++) {
                items.add(item());
            }
            count = (int) number();
        }
        value.setItems(items);
        value.setTotal(number() == 0 ? null : decimal());
        count = (int) number();
        Map<String, String> attributes = new HashMap<>(count * 2);
        while (count > 0) {
            for (int i = 0; i < count; i++) {
                attributes.put(text(), text());
            }
            count = (int) number();
        }
        value.setAttributes(attributes);
        value.setChecksum(new Checksum(Arrays.copyOfRange(source, at, at + 4)));
        at += 4;
        value.setReplaces(number() == 0 ? null : order());
        return value;
    }

    private LineItem item() {
        LineItem item = new LineItem();
        item.setSku(text());
        item.setQuantity((int) number());
        item.setPrice(decimal());
        long weight = 0;
        for (int shift = 0; shift < 64; shift += 8) {
            weight |= (source[at++] & 0xFFL) << shift;
        }
        item.setWeight(Double.longBitsToDouble(weight));
        item.setNote(number() == 0 ? null : text());
        return item;
    }

    private BigDecimal decimal() {
        int length = (int) number();
        BigDecimal value = new BigDecimal(new BigInteger(source, at, length), 2);
        at += length;
        return value;
    }

    private long number() {
        long value = 0;
        int shift = 0;
        byte next;
        do {
            next = source[at++];
            value |= (next & 0x7FL) << shift;
            shift += 7;
        } while (next < 0);
        return (value >>> 1) ^ -(value & 1);
    }

    private String text() {
        int length = (int) number();
        String value = new String(source, at, length, StandardCharsets.UTF_8);
        at += length;
        return value;
    }
}
