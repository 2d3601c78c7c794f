package io.tidings.compat.diff;

import io.tidings.asyncapi.model.MessageSchema.Avro;
import io.tidings.asyncapi.source.Location;
import org.apache.avro.Schema;

/** Where the comparison of two Avro schemas stands: in the data, and in both files. */
record Spot(String path, Location base, Location head) {

    Spot step(String step) {
        return new Spot(path + step, base, head);
    }

    Spot field(Avro was, Schema from, String before, Avro is, Schema to, String now) {
        return new Spot(
                path + "." + now, was.locationOf(from.getFullName(), before), is.locationOf(to.getFullName(), now));
    }

    /** The same place in the data; in the files, where the two named types are defined. */
    Spot named(Avro was, Schema from, Avro is, Schema to) {
        return new Spot(path, was.locationOf(from.getFullName()), is.locationOf(to.getFullName()));
    }

    At at(Scope scope) {
        return new At(scope, path, base, head);
    }
}
