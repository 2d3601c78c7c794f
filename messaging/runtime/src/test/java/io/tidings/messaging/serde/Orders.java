package io.tidings.messaging.serde;

import com.example.shop.Checksum;
import com.example.shop.Consumer;
import com.example.shop.LineItem;
import com.example.shop.Order;
import com.example.shop.OrderStatus;
import io.tidings.messaging.EncodedMessage;
import io.tidings.messaging.EncodedMessage.Header;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericDatumReader;
import org.apache.avro.generic.GenericDatumWriter;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.DecoderFactory;
import org.apache.avro.io.EncoderFactory;
import org.apache.avro.specific.SpecificDatumWriter;
import org.jspecify.annotations.Nullable;

/** Orders for tests. */
final class Orders {

    private Orders() {}

    /** With every kind of field set. */
    static Order full() {
        Order order = plain("1");
        order.setDeliveryDay(LocalDate.of(2026, 11, 23));
        order.setTotal(new BigDecimal("24.80"));
        order.getConsumer().setEmail("ada@example.com");
        order.setReplaces(plain("2"));
        return order;
    }

    /** With what is optional left out. */
    static Order plain(String sku) {
        return Order.newBuilder()
                .setId(UUID.fromString("019388c1-0000-7000-8000-00000000000" + sku))
                .setNumber(-7_000_000_000L)
                .setPlacedAt(Instant.parse("2026-11-22T10:15:30.123Z"))
                .setStatus(OrderStatus.APPROVED)
                .setConsumer(Consumer.newBuilder()
                        .setName("Ada Lovelace")
                        .setLoyal(true)
                        .setRating(4.5f)
                        .build())
                .setItems(List.of(item(sku, "12.40"), item("größe 𝄞", "-0.01")))
                .setAttributes(new TreeMap<>(Map.of("door", "blue")))
                .setChecksum(new Checksum(new byte[] {1, 2, 3, -1}))
                .build();
    }

    private static LineItem item(String sku, String price) {
        return LineItem.newBuilder()
                .setSku(sku)
                .setQuantity(2)
                .setPrice(new BigDecimal(price))
                .setWeight(0.1)
                .build();
    }

    /** The same as a generic record, by Avro's own means. */
    static GenericRecord generic(Order order) {
        try {
            return new GenericDatumReader<GenericRecord>(
                            Order.getClassSchema(), Order.getClassSchema(), new GenericData())
                    .read(null, DecoderFactory.get().binaryDecoder(avroBytes(order), null));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What Avro's own encoder writes, without a frame. */
    static byte[] avroBytes(Order order) {
        return encode(new SpecificDatumWriter<>(Order.class), order);
    }

    static byte[] avroBytes(Schema schema, Object datum) {
        return encode(new GenericDatumWriter<>(schema, new GenericData()), datum);
    }

    private static <T> byte[] encode(GenericDatumWriter<T> writer, T datum) {
        try {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            BinaryEncoder encoder = EncoderFactory.get().binaryEncoder(out, null);
            writer.write(datum, encoder);
            encoder.flush();
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A message in the wire format. */
    static byte[] frame(int id, byte... payload) {
        byte[] message = new byte[WireFormat.HEADER + payload.length];
        WireFormat.putHeader(message, id);
        System.arraycopy(payload, 0, message, WireFormat.HEADER, payload.length);
        return message;
    }

    /** A message of somebody else's: name, value, name, value … */
    static EncodedMessage foreign(byte @Nullable [] value, String... headers) {
        List<Header> list = new ArrayList<>();
        for (int i = 0; i < headers.length; i += 2) {
            list.add(new Header(headers[i], headers[i + 1].getBytes(StandardCharsets.UTF_8)));
        }
        return new EncodedMessage("", "shop.orders", new byte[] {'k'}, value, list);
    }

    /** The schema under another name. */
    static Schema renamed(Schema schema, String namespace, String name) {
        String text = schema.toString()
                .replace("\"namespace\":\"com.example.shop\"", "\"namespace\":\"" + namespace + "\"")
                .replace("com.example.shop", namespace)
                .replace("\"name\":\"" + schema.getName() + "\"", "\"name\":\"" + name + "\"")
                .replaceAll("\"aliases\":\\[[^]]*],?", "")
                .replace(",}", "}");
        return new Schema.Parser()
                .parse(text.replace("\"null\",\"" + schema.getName() + "\"", "\"null\",\"" + name + "\""));
    }
}
