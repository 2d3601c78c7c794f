package io.tidings.codegen.plan;

import org.jspecify.annotations.Nullable;

/**
 * What the build says beside the document.
 *
 * @param packageName where clients are generated; Avro types stay in their own namespaces, unless the records' settings say
 *     otherwise
 * @param group the consumer group of generated subscribers; null leaves it to the document: the Kafka binding's {@code
 *     groupId}, or else the API's name. A share group is called {@code <group>-shared}, unless the binding names it
 * @param records how record classes look, and where they stand
 */
public record PlanSettings(
        String packageName, Role role, @Nullable String group, RecordSettings records) {

    /** With records as they are by default. */
    public PlanSettings(String packageName, Role role, @Nullable String group) {
        this(packageName, role, group, RecordSettings.DEFAULT);
    }

    /**
     * What the other side of the same document is generated with.
     *
     * @param otherPackage where its clients are generated
     * @param otherGroup the consumer group of its subscribers, if they are not the application's
     */
    public PlanSettings ofOtherRole(String otherPackage, String otherGroup) {
        return role == Role.APPLICATION
                ? new PlanSettings(otherPackage, Role.COUNTERPART, otherGroup, records)
                : new PlanSettings(otherPackage, Role.APPLICATION, null, records);
    }
}
