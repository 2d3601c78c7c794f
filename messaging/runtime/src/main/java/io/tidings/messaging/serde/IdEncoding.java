package io.tidings.messaging.serde;

import io.tidings.messaging.PoisonMessageException;
import io.tidings.registry.SchemaIds;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Collectors;
import org.apache.kafka.common.config.ConfigException;
import org.jspecify.annotations.Nullable;

/**
 * How a schema id stands in a header. Confluent's two forms begin with a byte that tells them apart, so that whoever reads one
 * reads the other.
 */
enum IdEncoding {

    /** Confluent's newer form: a byte 1, and the 16 bytes of the schema's GUID. */
    GUID("guid") {
        @Override
        byte @Nullable [] write(SchemaIds ids) {
            UUID guid = ids.guid();
            return guid == null
                    ? null
                    : ByteBuffer.allocate(1 + 2 * Long.BYTES)
                            .put(MAGIC_GUID)
                            .putLong(guid.getMostSignificantBits())
                            .putLong(guid.getLeastSignificantBits())
                            .array();
        }

        @Override
        @Nullable WriterId read(byte[] header) {
            return selfDescribing(header);
        }
    },

    /** Confluent's older form: a byte 0, and the id in four bytes. */
    ID("id") {
        @Override
        byte[] write(SchemaIds ids) {
            return ByteBuffer.allocate(1 + Integer.BYTES)
                    .put(MAGIC_ID)
                    .putInt(ids.id())
                    .array();
        }

        @Override
        @Nullable WriterId read(byte[] header) {
            return selfDescribing(header);
        }
    },

    /** Four bytes, big-endian. */
    INT32("int32") {
        @Override
        byte[] write(SchemaIds ids) {
            return ByteBuffer.allocate(Integer.BYTES).putInt(ids.id()).array();
        }

        @Override
        @Nullable WriterId read(byte[] header) {
            return header.length == Integer.BYTES
                    ? WriterId.of(ByteBuffer.wrap(header).getInt())
                    : null;
        }
    },

    /** Eight bytes, big-endian: Apicurio's {@code globalId} and {@code contentId}. */
    INT64("int64") {
        @Override
        byte[] write(SchemaIds ids) {
            return ByteBuffer.allocate(Long.BYTES).putLong(ids.id()).array();
        }

        @Override
        @Nullable WriterId read(byte[] header) {
            return header.length == Long.BYTES ? whole(ByteBuffer.wrap(header).getLong()) : null;
        }
    },

    /** Decimal digits. */
    TEXT("text") {
        @Override
        byte[] write(SchemaIds ids) {
            return Integer.toString(ids.id()).getBytes(StandardCharsets.US_ASCII);
        }

        @Override
        @Nullable WriterId read(byte[] header) {
            String text = new String(header, StandardCharsets.US_ASCII);
            return text.matches("[0-9]{1,18}") ? whole(Long.parseLong(text)) : null;
        }
    };

    private static final byte MAGIC_ID = 0;
    private static final byte MAGIC_GUID = 1;

    private final String setting;

    IdEncoding(String setting) {
        this.setting = setting;
    }

    /** Null if the registry tells no such id. */
    abstract byte @Nullable [] write(SchemaIds ids);

    /** Null if this is no such id. */
    abstract @Nullable WriterId read(byte[] header);

    String setting() {
        return setting;
    }

    /** Null where nothing is said: then a GUID where the registry tells one, or else {@link #ID}. */
    static @Nullable IdEncoding from(Object value, String setting) {
        String name = value.toString().strip().toLowerCase(Locale.ROOT);
        return Arrays.stream(values())
                .filter(encoding -> encoding.setting.equals(name))
                .findFirst()
                .orElseThrow(() -> new ConfigException(
                        setting,
                        value,
                        Arrays.stream(values()).map(IdEncoding::setting).collect(Collectors.joining(", "))
                                + " are known"));
    }

    /**
     * What a header names.
     *
     * @throws PoisonMessageException if it is malformed
     */
    static WriterId read(@Nullable IdEncoding encoding, String name, byte[] header) {
        WriterId id = encoding == null ? selfDescribing(header) : encoding.read(header);
        if (id == null) {
            throw new PoisonMessageException(
                    "The header '" + name + "' of " + header.length + " bytes holds no schema id in the form '"
                            + (encoding == null ? GUID.setting + "' or '" + ID.setting : encoding.setting) + "'",
                    null);
        }
        return id;
    }

    private static @Nullable WriterId selfDescribing(byte[] header) {
        if (header.length == 1 + Integer.BYTES && header[0] == MAGIC_ID) {
            return WriterId.of(ByteBuffer.wrap(header).getInt(1));
        }
        if (header.length == 1 + 2 * Long.BYTES && header[0] == MAGIC_GUID) {
            ByteBuffer bytes = ByteBuffer.wrap(header);
            return WriterId.of(new UUID(bytes.getLong(1), bytes.getLong(1 + Long.BYTES)));
        }
        return null;
    }

    private static @Nullable WriterId whole(long id) {
        return id < 0 || id > Integer.MAX_VALUE ? null : WriterId.of((int) id);
    }
}
