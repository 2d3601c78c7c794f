package io.tidings.replication.internal.sql.layout;

import java.util.Collection;
import java.util.HexFormat;
import java.util.Map;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.IndexedRecord;
import org.jspecify.annotations.Nullable;

/**
 * Avro values as people expect them in JSON: no type tags around the branches of unions, logical types as the columns of a table
 * show them, bytes as hexadecimal digits behind {@code \x}, as PostgreSQL writes them. Not for reading back: the row's bytes are.
 */
final class PlainJson {

    private final StringBuilder json = new StringBuilder();

    private PlainJson() {}

    static String of(Schema schema, Object value) {
        PlainJson writer = new PlainJson();
        writer.value(schema, value);
        return writer.json.toString();
    }

    private void value(Schema schema, @Nullable Object value) {
        if (value == null) {
            json.append("null");
            return;
        }
        switch (schema.getType()) {
            case UNION -> value(schema.getTypes().get(GenericData.get().resolveUnion(schema, value)), value);
            case RECORD -> record(schema, (IndexedRecord) value);
            case MAP -> map(schema.getValueType(), (Map<?, ?>) value);
            case ARRAY -> array(schema.getElementType(), (Collection<?>) value);
            default -> scalar(schema, value);
        }
    }

    private void record(Schema schema, IndexedRecord value) {
        json.append('{');
        String comma = "";
        for (Schema.Field field : schema.getFields()) {
            json.append(comma);
            text(field.name());
            json.append(':');
            value(field.schema(), value.get(field.pos()));
            comma = ",";
        }
        json.append('}');
    }

    private void map(Schema values, Map<?, ?> map) {
        json.append('{');
        String comma = "";
        for (Map.Entry<?, ?> entry : map.entrySet()) {
            json.append(comma);
            text(String.valueOf(entry.getKey()));
            json.append(':');
            value(values, entry.getValue());
            comma = ",";
        }
        json.append('}');
    }

    private void array(Schema elements, Collection<?> array) {
        json.append('[');
        String comma = "";
        for (Object element : array) {
            json.append(comma);
            value(elements, element);
            comma = ",";
        }
        json.append(']');
    }

    private void scalar(Schema schema, Object value) {
        Object converted = ColumnFormat.of(schema).convert(value);
        if (converted instanceof byte[] bytes) {
            text("\\x" + HexFormat.of().formatHex(bytes));
        } else if (converted instanceof Boolean || (converted instanceof Number number && finite(number))) {
            json.append(converted);
        } else if (schema.getType() == Schema.Type.BYTES || schema.getType() == Schema.Type.FIXED) {
            decimalOrText(schema, String.valueOf(converted));
        } else {
            text(String.valueOf(converted));
        }
    }

    private void decimalOrText(Schema schema, String converted) {
        if (ColumnFormat.of(schema).type() == SqlType.NUMERIC) {
            json.append(converted);
        } else {
            text(converted);
        }
    }

    private static boolean finite(Number number) {
        return Double.isFinite(number.doubleValue());
    }

    private void text(String raw) {
        String text = ColumnFormat.text(raw);
        json.append('"');
        for (int at = 0; at < text.length(); at++) {
            char c = text.charAt(at);
            if (c == '"' || c == '\\') {
                json.append('\\').append(c);
            } else if (c < ' ') {
                json.append(String.format("\\u%04x", (int) c));
            } else {
                json.append(c);
            }
        }
        json.append('"');
    }
}
