package io.tidings.codegen.migration;

import io.tidings.codegen.plan.Coding;
import io.tidings.codegen.plan.FieldNames;
import io.tidings.codegen.plan.JavaName;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A method of a caster. */
public sealed interface Step {

    /** What it is called. */
    String method();

    /**
     * Makes a record of one version from that of the other.
     *
     * @param dropped names of fields that the result has no place for
     */
    record OfRecord(String method, JavaName from, JavaName to, List<FieldCast> fields, List<String> dropped)
            implements Step {
        public OfRecord {
            fields = List.copyOf(fields);
            dropped = List.copyOf(dropped);
        }
    }

    /**
     * A field of the result; those that are left to their defaults are not mentioned.
     *
     * @param from the field it is made from; null if there is none
     * @param optional whether the getter gives an {@link java.util.Optional}
     */
    record FieldCast(FieldNames to, @Nullable FieldNames from, boolean optional, Cast cast) {}

    /** Makes a symbol of one version from that of the other. */
    record OfEnum(String method, JavaName from, JavaName to, List<Arm> arms) implements Step {
        public OfEnum {
            arms = List.copyOf(arms);
        }
    }

    /**
     * A symbol.
     *
     * @param to the other version's, as Java calls it; null where a person decides
     * @param decision the decision's method; null where none is needed
     */
    record Arm(String from, @Nullable String to, @Nullable String decision) {}

    /**
     * Makes something of a union's value, which Java holds as an object and which is not null.
     *
     * @param path where it stands
     * @param to what it becomes
     * @param nullable whether it may become null
     */
    record OfUnion(String method, String path, Coding to, boolean nullable, List<Branch> branches) implements Step {
        public OfUnion {
            branches = List.copyOf(branches);
        }
    }

    /** A branch, by its class. */
    record Branch(Coding from, Cast cast) {}
}
