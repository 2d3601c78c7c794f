package io.tidings.messaging.serde;

import io.tidings.messaging.EncodedMessage.Header;
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
        this.toVersion = PayloadReader.resolve(schema, version, Models.PLAIN, false);
        this.version = new DatumFrame(place, version, Models.PLAIN);
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
