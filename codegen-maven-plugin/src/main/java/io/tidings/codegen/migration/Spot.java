package io.tidings.codegen.migration;

import io.tidings.codegen.plan.JavaName;

/**
 * Where a value stands.
 *
 * @param words what a decision about it is called
 * @param owner what follows them: of which record it is, if not of the payload
 * @param path from the payload on
 * @param record the record that has it in a field
 * @param field whether it is what the field holds, and not a part of that
 */
record Spot(String words, String owner, String path, JavaName record, boolean field) {

    String name(String suffix) {
        return words + suffix + owner;
    }

    Spot item() {
        return new Spot(words + " item", owner, path + "[]", record, false);
    }

    Spot entry() {
        return new Spot(words + " value", owner, path + "{}", record, false);
    }

    Spot branch(String typeName) {
        return new Spot(words + " " + typeName, owner, path, record, false);
    }
}
