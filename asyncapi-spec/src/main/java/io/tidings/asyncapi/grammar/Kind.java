package io.tidings.asyncapi.grammar;

import java.util.List;

/** What the value of a field may be. */
public sealed interface Kind {

    /** What a user would call it, with its article: {@code a string}, {@code 'send' or 'receive'}. */
    String label(Grammar grammar);

    /** A value without inner structure, or one whose structure is not described. */
    enum Plain implements Kind {
        STRING("a string"),
        URI("an absolute URI"),
        EMAIL("an e-mail address"),
        BOOLEAN("true or false"),
        INTEGER("an integer"),
        POSITIVE("a positive integer"),
        NUMBER("a number"),
        NULL("null"),
        OBJECT("an object"),
        SCHEMA("a schema"),
        PAYLOAD("a payload"),
        ANY("any value");

        private final String label;

        Plain(String label) {
            this.label = label;
        }

        @Override
        public String label(Grammar grammar) {
            return label;
        }
    }

    /** One word. */
    record Word(String word) implements Kind {
        @Override
        public String label(Grammar grammar) {
            return "'" + word + "'";
        }
    }

    /** An object that the grammar describes. */
    record Described(String type) implements Kind {
        @Override
        public String label(Grammar grammar) {
            return "an object (" + grammar.title(type) + ")";
        }
    }

    /** A reference, and nothing else, to a described object. */
    record Reference(String type) implements Kind {
        @Override
        public String label(Grammar grammar) {
            return "a reference to " + grammar.title(type) + " ({$ref: ...})";
        }
    }

    /** The kind itself, or a reference to it. */
    record OrReference(Kind kind) implements Kind {
        @Override
        public String label(Grammar grammar) {
            return kind.label(grammar);
        }
    }

    /** An array. */
    record ListOf(Kind item) implements Kind {
        @Override
        public String label(Grammar grammar) {
            return "a list, of which each item is " + item.label(grammar);
        }
    }

    /**
     * An object whose keys are the user's.
     *
     * @param strictKeys whether keys are letters, digits, dots, hyphens and underscores only
     */
    record MapOf(Kind value, boolean strictKeys) implements Kind {
        @Override
        public String label(Grammar grammar) {
            return "an object, of which each value is " + value.label(grammar);
        }
    }

    /** Any one of several. */
    record Choice(List<Kind> kinds) implements Kind {
        public Choice {
            kinds = List.copyOf(kinds);
        }

        @Override
        public String label(Grammar grammar) {
            List<String> labels =
                    kinds.stream().map(kind -> kind.label(grammar)).toList();
            int last = labels.size() - 1;
            return String.join(", ", labels.subList(0, last)) + " or " + labels.get(last);
        }
    }
}
