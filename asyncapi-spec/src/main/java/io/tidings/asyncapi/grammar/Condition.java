package io.tidings.asyncapi.grammar;

import io.tidings.asyncapi.source.Node.ObjectNode;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a field has to do with another one of the same object.
 *
 * @param other the other field
 * @param value what the other one says; empty where only its presence matters
 */
record Condition(Word word, String other, String value) {

    /** How the notation spells it. */
    enum Word {
        /** It makes no sense unless the other stands there too. */
        NEEDS,
        /** It cannot stand beside the other, or beside any, which is written as {@code *}. */
        WITHOUT,
        /** It belongs only to objects in which the other says so. */
        FOR,
        /** It is required where the other says so. */
        REQUIRED_FOR,
        /** It is not required where the other stands there. */
        UNLESS;

        static final String ALL = Stream.of(values()).map(Word::notation).collect(Collectors.joining("|"));

        private String notation() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        static Word of(String notation) {
            return valueOf(notation.toUpperCase(Locale.ROOT).replace('-', '_'));
        }
    }

    static Condition of(String word, String operand) {
        String[] parts = operand.split("=", 2);
        return new Condition(Word.of(word), parts[0], parts.length > 1 ? parts[1] : "");
    }

    /** Why the field cannot stand in this object; null where it can. */
    @Nullable String violation(ObjectNode object) {
        boolean there = object.members().containsKey(other);
        return switch (word) {
            case NEEDS -> there ? null : "it says nothing without '" + other + "'";
            case WITHOUT -> {
                String beside = other.equals("*") ? "other fields" : "'" + other + "'";
                yield there || (other.equals("*") && own(object) > 1) ? "it cannot stand beside " + beside : null;
            }
            // Where the other field is absent, nothing contradicts.
            case FOR -> there && !says(object) ? "it belongs where '" + other + "' is '" + value + "'" : null;
            case REQUIRED_FOR, UNLESS -> null;
        };
    }

    /** Whether it makes a field required that is otherwise not. */
    boolean requires(ObjectNode object) {
        return word == Word.REQUIRED_FOR && says(object);
    }

    /** Whether it takes the requirement away. */
    boolean excuses(ObjectNode object) {
        return word == Word.UNLESS && object.members().containsKey(other);
    }

    private static long own(ObjectNode object) {
        return object.members().keySet().stream()
                .filter(name -> !name.startsWith("x-"))
                .count();
    }

    /** Where a value is a keyword, its case is checked elsewhere; where it is not, as in schemes of HTTP, it is free. */
    private boolean says(ObjectNode object) {
        return object.string(other).filter(value::equalsIgnoreCase).isPresent();
    }
}
