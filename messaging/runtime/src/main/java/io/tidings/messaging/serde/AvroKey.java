package io.tidings.messaging.serde;

import io.tidings.messaging.KeyType;
import io.tidings.messaging.SchemaIdLocation;
import io.tidings.messaging.UnfitClassException;
import io.tidings.messaging.WireSchema;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.avro.LogicalTypes;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericContainer;
import org.apache.avro.generic.GenericData;
import org.jspecify.annotations.Nullable;

/**
 * Keys of an Avro schema: a record, enum or fixed class, or, framed, a primitive.
 *
 * <p>{@linkplain #bare Bare}, they are Avro's binary encoding and nothing else. Equal keys have equal bytes for as long as the
 * schema stays what it is; only who has the schema reads them, and a change of the schema is a change of the keys. {@linkplain
 * #framed Framed}, they are what {@code KafkaAvroSerializer} writes as a key: a magic byte, the id of the schema, the datum. Then
 * anybody with the registry reads them; but each new version of the schema gives all keys new bytes, and with them other
 * partitions, and a compacted topic keeps both. Only a {@link io.tidings.messaging.MessageCodec} writes and reads framed keys,
 * since it takes a registry.
 *
 * <p>Immutable; two are equal if they have one class, one schema, and travel alike.
 *
 * @param <K> the key in Java
 */
public final class AvroKey<K> implements KeyType<K> {

    private static final Map<KeyType<?>, AvroKey<?>> FRAMED = Map.of(
            KeyType.STRING, primitive(String.class, Schema.Type.STRING),
            KeyType.LONG, primitive(Long.class, Schema.Type.LONG),
            KeyType.INTEGER, primitive(Integer.class, Schema.Type.INT),
            KeyType.FLOAT, primitive(Float.class, Schema.Type.FLOAT),
            KeyType.DOUBLE, primitive(Double.class, Schema.Type.DOUBLE),
            KeyType.BOOLEAN, primitive(Boolean.class, Schema.Type.BOOLEAN),
            KeyType.BYTES, primitive(byte[].class, Schema.Type.BYTES),
            KeyType.UUID,
                    new AvroKey<>(
                            UUID.class,
                            LogicalTypes.uuid().addToSchema(Schema.create(Schema.Type.STRING)),
                            Models.LOGICAL,
                            true));

    private final Class<K> type;
    private final Schema wire;
    private final Schema schema;
    private final GenericData model;
    private final boolean framed;
    private final PayloadWriter writer;
    private final PayloadReader reader;

    private AvroKey(Class<K> type, Schema schema, GenericData model, boolean framed) {
        this(type, WireSchema.of(schema), schema, model, framed);
    }

    private AvroKey(Class<K> type, Schema wire, Schema schema, GenericData model, boolean framed) {
        this.type = type;
        this.wire = wire;
        this.schema = schema;
        this.model = model;
        this.framed = framed;
        this.writer = VersionFrame.from(schema, model, IdPlacement.NONE, wire);
        this.reader = reader(wire);
    }

    /** Avro's binary encoding of a generated class, and nothing else. */
    public static <K extends GenericContainer> AvroKey<K> bare(Class<K> generated) {
        return new AvroKey<>(generated, Models.schemaOf(generated), RecordModel.of(generated), false);
    }

    /** A generated class, behind the id of its schema. */
    public static <K extends GenericContainer> AvroKey<K> framed(Class<K> generated) {
        return new AvroKey<>(generated, Models.schemaOf(generated), RecordModel.of(generated), true);
    }

    /**
     * The same for a class of the user's own.
     *
     * @param wire the document's schema, which travels
     * @throws UnfitClassException if the class cannot be written as that, or that cannot be read as the class
     */
    public static <K extends GenericContainer> AvroKey<K> bare(Class<K> existing, Schema wire) {
        return existing(existing, wire, false);
    }

    /**
     * The same, behind the id of the document's schema.
     *
     * @throws UnfitClassException if the class cannot be written as that, or that cannot be read as the class
     */
    public static <K extends GenericContainer> AvroKey<K> framed(Class<K> existing, Schema wire) {
        return existing(existing, wire, true);
    }

    private static <K extends GenericContainer> AvroKey<K> existing(Class<K> type, Schema wire, boolean framed) {
        Schema schema = Models.schemaOf(type);
        List<String> reasons = new ArrayList<>(Fit.ofWriting(schema, wire, type));
        reasons.addAll(Fit.ofReading(schema, wire, type));
        if (!reasons.isEmpty()) {
            throw new UnfitClassException(reasons);
        }
        return new AvroKey<>(type, wire, schema, RecordModel.of(type), framed);
    }

    /**
     * A primitive, behind the id of its schema.
     *
     * @throws IllegalArgumentException if it is none of {@link KeyType}'s constants, or {@link KeyType#NONE}
     */
    @SuppressWarnings("unchecked") // each constant's own type stands beside it
    public static <K> AvroKey<K> framed(KeyType<K> primitive) {
        AvroKey<?> framed = FRAMED.get(primitive);
        if (framed == null) {
            throw new IllegalArgumentException("There is no Avro schema for keys that are " + primitive);
        }
        return (AvroKey<K>) framed;
    }

    private static <K> AvroKey<K> primitive(Class<K> type, Schema.Type schema) {
        return new AvroKey<>(type, Schema.create(schema), Models.PLAIN, true);
    }

    /** Whether the schema's id goes with each key. */
    public boolean framed() {
        return framed;
    }

    /** What keys are written with: the class's schema, or the document's where the class is the user's own. */
    public Schema schema() {
        return wire.equals(WireSchema.of(schema)) ? schema : wire;
    }

    @Override
    public boolean accepts(Object key) {
        return type.isInstance(key);
    }

    /**
     * {@inheritDoc}
     *
     * @throws io.tidings.messaging.PoisonMessageException if the key does not fit its schema
     * @throws IllegalStateException if keys are framed
     */
    @Override
    public byte @Nullable [] encode(@Nullable K key) {
        return key == null ? null : bare().writer.write(key);
    }

    /**
     * {@inheritDoc}
     *
     * @throws IllegalStateException if keys are framed
     */
    @Override
    public @Nullable K decode(byte @Nullable [] bytes) {
        return bytes == null ? null : type.cast(bare().reader.read(bytes, 0));
    }

    private AvroKey<K> bare() {
        if (framed) {
            throw new IllegalStateException("A key that bears its schema's id is written and read by a MessageCodec");
        }
        return this;
    }

    /** What writes framed keys under a subject of the topic. */
    PayloadWriter writer(Subjects subjects, String topic) {
        return subjects.writer(topic, true, wire, schema, model, SchemaIdLocation.PAYLOAD);
    }

    /** What reads keys of a writer's schema as these. */
    PayloadReader reader(Schema written) {
        return PayloadReader.resolve(WireSchema.asRead(written, wire, schema), schema, model, false);
    }

    /** What a reader of {@link #reader(Schema)} has read. */
    K cast(Object key) {
        return type.cast(key);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof AvroKey<?> key && key.type == type && key.framed == framed && key.wire.equals(wire);
    }

    @Override
    public int hashCode() {
        return type.hashCode() * 2 + (framed ? 1 : 0);
    }

    @Override
    public String toString() {
        return (framed ? "framed avro " : "avro ") + schema;
    }
}
