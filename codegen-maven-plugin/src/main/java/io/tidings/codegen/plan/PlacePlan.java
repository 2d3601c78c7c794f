package io.tidings.codegen.plan;

import java.util.List;

/** Where messages carry a value: what the runtime's {@code Place} is made from. */
public sealed interface PlacePlan {

    /** A header of this name. */
    record Header(String name) implements PlacePlan {}

    /** A field of the payload: its name, after those it stands in. */
    record Field(List<String> path) implements PlacePlan {
        public Field {
            path = List.copyOf(path);
        }
    }
}
