package io.tidings.codegen.migration;

import io.tidings.codegen.plan.Coding;
import io.tidings.codegen.plan.JavaName;
import org.jspecify.annotations.Nullable;

/**
 * What only a person can decide: an abstract method of a caster.
 *
 * @param method its name, which says what is to be decided
 * @param path where it is needed first, from the payload on, such as {@code lines[].price}
 * @param reason why it cannot be derived, as a sentence without its full stop
 * @param record the record that it is decided from; null if it is not
 * @param value the value that it is decided from; null if it is not
 * @param result what it gives
 * @param nullable whether it may give null
 */
public record Decision(
        String method,
        String path,
        String reason,
        @Nullable JavaName record,
        @Nullable Coding value,
        Coding result,
        boolean nullable) {}
