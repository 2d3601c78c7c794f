package io.tidings.messaging.serde;

import org.apache.avro.Schema;
import org.apache.avro.generic.GenericData;

/**
 * Writes payloads of one schema as another version of it has them, by writing, resolving and writing again: fields are matched
 * by name, never by position.
 */
final class VersionFrame implements PayloadWriter {

    private final PayloadWriter own;
    private final PayloadReader toVersion;
    private final PayloadWriter version;

    VersionFrame(Schema schema, GenericData model, int versionId, Schema version) {
        this.own = new DatumFrame(0, schema, model);
        this.toVersion = PayloadReader.resolve(schema, version, Models.PLAIN);
        this.version = new DatumFrame(versionId, version, Models.PLAIN);
    }

    @Override
    public byte[] write(Object payload) {
        return version.write(toVersion.read(own.write(payload)));
    }
}
