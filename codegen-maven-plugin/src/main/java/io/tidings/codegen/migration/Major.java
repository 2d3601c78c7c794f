package io.tidings.codegen.migration;

import io.tidings.asyncapi.model.AsyncApiDocument;
import io.tidings.codegen.plan.GenerationPlan;

/** A major version: a valid document, and what is generated of it. */
public record Major(AsyncApiDocument document, GenerationPlan plan) {

    /** Its number; what is no version has none, and equals no other. */
    boolean isSameAs(Major other) {
        return number().matches("\\d+") && number().equals(other.number());
    }

    private String number() {
        return plan.version().split("[.+-]", 2)[0];
    }
}
