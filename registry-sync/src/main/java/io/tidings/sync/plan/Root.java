package io.tidings.sync.plan;

import io.tidings.asyncapi.model.MessageSchema;
import java.util.ArrayList;
import java.util.List;
import org.apache.avro.Schema;

/** A schema that messages are written with, its subject, and where documents ask for it. */
record Root(String subject, MessageSchema.Avro avro, List<SchemaUse> uses) {

    Root(String subject, MessageSchema.Avro avro, SchemaUse use) {
        this(subject, avro, new ArrayList<>(List.of(use)));
    }

    Schema schema() {
        return avro.schema();
    }

    /** As registries compare: {@code Schema.equals} leaves out documentation. */
    boolean says(Schema other) {
        return schema().toString().equals(other.toString());
    }
}
