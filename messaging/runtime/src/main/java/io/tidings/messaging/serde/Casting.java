package io.tidings.messaging.serde;

import io.tidings.messaging.Downcaster;
import io.tidings.messaging.PoisonMessageException;
import io.tidings.messaging.Upcaster;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;

/** What generated {@link Upcaster}s and {@link Downcaster}s copy with: nothing that can be changed is shared with what was given. */
public final class Casting {

    private Casting() {}

    /** The items, each turned into another, in their order. */
    public static <A extends @Nullable Object, B extends @Nullable Object> List<B> list(
            List<A> items, Function<? super A, ? extends B> cast) {
        List<B> list = new ArrayList<>(items.size());
        for (A item : items) {
            list.add(cast.apply(item));
        }
        return list;
    }

    /** The entries, each value turned into another, in their order. */
    public static <K, A extends @Nullable Object, B extends @Nullable Object> Map<K, B> map(
            Map<K, A> entries, Function<? super A, ? extends B> cast) {
        Map<K, B> map = new LinkedHashMap<>();
        entries.forEach((key, value) -> map.put(key, cast.apply(value)));
        return map;
    }

    /** The bytes that remain, as Avro holds them; the position of what was given stays. */
    public static ByteBuffer bytes(ByteBuffer bytes) {
        byte[] copy = new byte[bytes.remaining()];
        bytes.duplicate().get(copy);
        return ByteBuffer.wrap(copy);
    }

    /** Text as the bytes that Avro reads it as. */
    public static ByteBuffer bytes(CharSequence text) {
        return ByteBuffer.wrap(text.toString().getBytes(StandardCharsets.UTF_8));
    }

    /**
     * The default of a record's field whose type has a class. The record's own builder asks Avro, which trusts no class that it
     * was not told of.
     *
     * @throws IllegalArgumentException if there is no such field
     */
    @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"}) // generated code puts it where it belongs
    public static <T> T defaultOf(Class<? extends SpecificRecord> record, String field) {
        RecordModel model = RecordModel.of(record);
        Schema.Field described = model.getSchema(record).getField(field);
        if (described == null) {
            throw new IllegalArgumentException(record + " has no field " + field);
        }
        return (T) model.deepCopy(described.schema(), model.getDefaultValue(described));
    }

    /** For a value whose class is none that its union has. */
    public static PoisonMessageException strange(String path, @Nullable Object value) {
        String what = value == null ? "null" : value.getClass().getName();
        return new PoisonMessageException("In " + path + ", " + what + " is none of the union's branches", null);
    }
}
