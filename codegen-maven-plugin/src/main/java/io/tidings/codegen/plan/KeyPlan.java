package io.tidings.codegen.plan;

import org.jspecify.annotations.Nullable;

/**
 * What the keys of a channel are, and how they travel.
 *
 * @param type the class of {@link KeyKind#AVRO} keys; null for all others
 * @param framed whether the id of their schema goes with them
 * @param schema the document's, where classes that the user has already may have another one; null for all others
 */
public record KeyPlan(
        KeyKind kind,
        @Nullable JavaName type,
        boolean framed,
        @Nullable String schema) {

    /** Keys whose class, if they need one, is generated. */
    KeyPlan(KeyKind kind, @Nullable JavaName type, boolean framed) {
        this(kind, type, framed, null);
    }

    static final KeyPlan NONE = new KeyPlan(KeyKind.NONE, null, false);

    /** Whether there are keys at all. */
    public boolean present() {
        return kind != KeyKind.NONE;
    }
}
