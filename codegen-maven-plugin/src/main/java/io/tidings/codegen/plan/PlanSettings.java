package io.tidings.codegen.plan;

import org.jspecify.annotations.Nullable;

/**
 * What the build says beside the document.
 *
 * @param packageName where clients are generated; Avro types stay in their own namespaces
 * @param group the consumer group of generated subscribers; null leaves it to the document: the Kafka binding's {@code
 *     groupId}, or else the API's name
 */
public record PlanSettings(
        String packageName, Role role, @Nullable String group) {}
