package io.tidings.codegen.migration;

import java.util.List;
import java.util.Objects;
import org.apache.avro.Schema;
import org.jspecify.annotations.Nullable;

/** Names of types as they travel, whatever their classes are called. */
final class WireNames {

    private static final String WIRE_NAME = "tidings.wire.name";

    private WireNames() {}

    /** The full name. */
    static String of(Schema schema) {
        return schema.getObjectProp(WIRE_NAME) instanceof String name ? name : schema.getFullName();
    }

    /** The name without its namespace. */
    static String simple(Schema schema) {
        String name = of(schema);
        return name.substring(name.lastIndexOf('.') + 1);
    }

    /** Whether two named types are one: by name, namespaces apart, or since either has the other's name as an alias. */
    static boolean areOne(Schema one, Schema other) {
        return one.getType() == other.getType()
                && (simple(one).equals(simple(other)) || isAlias(one, other) || isAlias(other, one));
    }

    private static boolean isAlias(Schema known, Schema other) {
        return known.getAliases().contains(of(other));
    }

    /** The branch that is a named type: by its full name, by an alias, or by its name alone. */
    static @Nullable Schema among(List<Schema> branches, Schema named) {
        List<Schema> alike =
                branches.stream().filter(branch -> areOne(named, branch)).toList();
        return alike.stream()
                .filter(branch -> of(branch).equals(of(named)))
                .findFirst()
                .or(() -> alike.stream()
                        .filter(branch -> isAlias(branch, named) || isAlias(named, branch))
                        .findFirst())
                .or(() -> alike.stream().findFirst())
                .orElse(null);
    }

    /** Whether values are held by one class, which both versions have. */
    static boolean haveOneClass(Schema one, Schema other) {
        return Objects.equals(one.getFullName(), other.getFullName());
    }
}
