package io.tidings.codegen.plan;

import org.apache.avro.generic.GenericData.StringType;
import org.jspecify.annotations.Nullable;

/**
 * What the build says beside the document.
 *
 * @param packageName where clients are generated; Avro types stay in their own namespaces
 * @param group the consumer group of generated subscribers; null leaves it to the document: the Kafka binding's {@code
 *     groupId}, or else the API's name. A share group is called {@code <group>-shared}, unless the binding names it
 * @param stringType the class of text in records, and of the keys of their maps
 */
public record PlanSettings(
        String packageName, Role role, @Nullable String group, StringType stringType) {

    /** With text as {@link String}. */
    public PlanSettings(String packageName, Role role, @Nullable String group) {
        this(packageName, role, group, StringType.String);
    }
}
