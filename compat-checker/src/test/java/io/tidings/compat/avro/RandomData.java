package io.tidings.compat.avro;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericData;
import org.jspecify.annotations.Nullable;

/** Data of a schema that reaches into every branch sooner or later, and ends on recursive ones. */
final class RandomData {

    private final Random random;

    RandomData(long seed) {
        this.random = new Random(seed);
    }

    @Nullable Object of(Schema schema, int depth) {
        return switch (schema.getType()) {
            case NULL -> null;
            case BOOLEAN -> random.nextBoolean();
            case INT -> random.nextInt(1000);
            case LONG -> (long) random.nextInt(1000);
            case FLOAT -> (float) random.nextInt(1000);
            case DOUBLE -> (double) random.nextInt(1000);
            case STRING -> "s" + random.nextInt(10);
            case BYTES -> ByteBuffer.wrap(("b" + random.nextInt(10)).getBytes(StandardCharsets.US_ASCII));
            case FIXED -> new GenericData.Fixed(schema, new byte[schema.getFixedSize()]);
            case ENUM -> {
                List<String> symbols = schema.getEnumSymbols();
                yield new GenericData.EnumSymbol(schema, symbols.get(random.nextInt(symbols.size())));
            }
            case ARRAY -> {
                List<@Nullable Object> items = new ArrayList<>();
                items.add(of(schema.getElementType(), depth - 1));
                yield items;
            }
            case MAP -> Collections.singletonMap("k", of(schema.getValueType(), depth - 1));
            case UNION -> union(schema, depth);
            case RECORD -> {
                GenericData.Record record = new GenericData.Record(schema);
                schema.getFields().forEach(field -> record.put(field.pos(), of(field.schema(), depth - 1)));
                yield record;
            }
        };
    }

    private @Nullable Object union(Schema schema, int depth) {
        List<Schema> branches = schema.getTypes();
        Schema branch = branches.get(random.nextInt(branches.size()));
        boolean tooDeep = depth < 0 && branch.getType() == Schema.Type.RECORD;
        if (tooDeep) {
            branch = branches.get(branches.size() - 1);
        }
        return of(branch, depth);
    }
}
