package io.tidings.compat.diff;

import io.tidings.asyncapi.source.Location;
import io.tidings.compat.json.Formula;
import io.tidings.compat.json.JsonReader;
import java.util.List;

/**
 * Where the comparison of two JSON Schemas stands: in the data, and in both files.
 *
 * @param base what the value must fit there; anything will do where there is nothing
 * @param reading of the parts, or harmless where that of something around them is
 * @param depth how far from the root
 */
record JsonSpot(
        String path,
        List<Formula> base,
        List<Formula> head,
        Location was,
        Location is,
        JsonReading reading,
        int depth) {

    At at(Scope scope) {
        return new At(scope, path, was, is);
    }

    /** What each side demands of one thing, judged; where the whole reads, so does the part. */
    JsonReading judge(JsonReader reader, List<? extends Formula> demandedWas, List<? extends Formula> demandedIs) {
        return new JsonReading(
                reading.forward().readable() ? reading.forward() : reader.judge(demandedWas, head),
                reading.backward().readable() ? reading.backward() : reader.judge(demandedIs, base));
    }
}
