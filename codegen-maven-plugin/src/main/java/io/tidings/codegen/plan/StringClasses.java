package io.tidings.codegen.plan;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Set;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericData.StringType;
import org.apache.avro.specific.SpecificData;

/**
 * Finds text that Java holds in a class of the schema's choice: by "java-class", which Avro makes by reflection, and codecs do
 * not; or by "avro.java.string", which Avro's compiler overrides where text is {@link String}, and only there.
 */
record StringClasses(StringType stringType) {

    boolean areAbsent(Schema root) {
        Set<String> seen = new HashSet<>();
        Deque<Schema> open = new ArrayDeque<>();
        open.add(root);
        while (!open.isEmpty()) {
            Schema next = open.pop();
            if (next.getObjectProp(SpecificData.CLASS_PROP) != null
                    || next.getObjectProp(SpecificData.KEY_CLASS_PROP) != null
                    || (stringType != StringType.String && next.getObjectProp(GenericData.STRING_PROP) != null)) {
                return false;
            }
            if (next.getType() != Schema.Type.RECORD || seen.add(next.getFullName())) {
                open.addAll(Reach.parts(next));
            }
        }
        return true;
    }
}
