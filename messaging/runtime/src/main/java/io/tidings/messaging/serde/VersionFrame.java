package io.tidings.messaging.serde;

import io.tidings.messaging.EncodedMessage.Header;
import io.tidings.messaging.WireSchema;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericData;
import org.jspecify.annotations.Nullable;

/**
 * Writes payloads of one schema as another version of it has them, by writing, resolving and writing again: fields are matched
 * by name, never by position.
 */
final class VersionFrame implements PayloadWriter {

    private final PayloadWriter own;
    private final PayloadReader toVersion;
    private final PayloadWriter version;

    VersionFrame(Schema schema, GenericData model, IdPlacement place, Schema version) {
        this.own = new DatumFrame(IdPlacement.NONE, schema, model);
        Schema named = WireSchema.asWritten(schema, version);
        this.toVersion = PayloadReader.resolve(named, version, Models.PLAIN, false);
        this.version = new DatumFrame(place, version, Models.PLAIN);
    }

    /** A class of the user's own may have less, or more, than what travels, and other names. */
    static PayloadWriter from(Schema schema, GenericData model, IdPlacement place, Schema wire) {
        Schema named = WireSchema.asWritten(schema, wire);
        return SameLayout.ofBytes(named, wire)
                ? new DatumFrame(place, schema, model)
                : new VersionFrame(schema, model, place, wire);
    }

    @Override
    public byte[] write(Object payload) {
        return version.write(toVersion.read(own.write(payload), 0));
    }

    @Override
    public @Nullable Header idHeader() {
        return version.idHeader();
    }
}
