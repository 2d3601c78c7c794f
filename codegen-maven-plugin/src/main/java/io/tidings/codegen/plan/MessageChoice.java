package io.tidings.codegen.plan;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The kinds of message that may come.
 *
 * @param union the sealed interface over them; null where the document names one kind only, and its payload is used bare
 */
public record MessageChoice(@Nullable JavaName union, List<Variant> variants) {

    /**
     * One kind.
     *
     * @param typeName its record in the sealed interface
     * @param parameterName its parameter of {@code match}
     */
    public record Variant(MessagePlan message, String typeName, String parameterName) {}

    public MessageChoice {
        variants = List.copyOf(variants);
    }

    /** What handlers are given and requestors return. */
    public JavaName valueType() {
        return union != null ? union : variants.get(0).message().payload();
    }

    /** What {@code match} calls its type of result: a type variable would hide a kind of its name. */
    public String resultVariable() {
        return variants.stream().anyMatch(variant -> variant.typeName().equals("R")) ? "R_" : "R";
    }

    /** Whether kinds share a record class, so that the class alone does not tell which one came. */
    public boolean sharesPayloads() {
        Set<JavaName> payloads = new HashSet<>();
        return !variants.stream()
                .allMatch(variant -> payloads.add(variant.message().payload()));
    }

    /** Whether each kind that shares its record class with others bears marks, and no two of those the same. */
    public boolean marked() {
        return variants.stream().map(Variant::message).allMatch(message -> {
            List<MessagePlan> others = variants.stream()
                    .map(Variant::message)
                    .filter(other -> !other.equals(message) && other.payload().equals(message.payload()))
                    .toList();
            return others.isEmpty()
                    || (!message.marks().isEmpty() && others.stream().noneMatch(other -> compatible(message, other)));
        });
    }

    /** Whether a message could bear the marks of both. */
    private static boolean compatible(MessagePlan one, MessagePlan other) {
        return one.marks().entrySet().stream().allMatch(mark -> {
            String value = other.marks().get(mark.getKey());
            return value == null || value.equals(mark.getValue());
        });
    }
}
