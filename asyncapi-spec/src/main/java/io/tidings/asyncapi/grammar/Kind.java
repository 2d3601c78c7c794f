package io.tidings.asyncapi.grammar;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What the value of a field may be. */
public sealed interface Kind {

    /** What a user would call it, with its article: {@code a string}, {@code 'send' or 'receive'}. */
    String label(Grammar grammar);

    /** A value without inner structure, or one whose structure is not described. */
    enum Plain implements Kind {
        STRING("a string"),
        URI("an absolute URI"),
        EMAIL("an e-mail address"),
        HOST("a host name, perhaps with a port"),
        MEDIATYPE("a media type such as 'application/json'"),
        BOOLEAN("true or false"),
        INTEGER("an integer"),
        NUMBER("a number"),
        NULL("null"),
        OBJECT("an object"),
        SCHEMA("a schema"),
        OBJECTSCHEMA("a schema of type 'object'"),
        PROPERTYSCHEMA("a schema of type 'object' with 'properties'"),
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

    /** An integer between two others, inclusive; {@code null} where there is no bound. */
    record Range(@Nullable BigInteger from, @Nullable BigInteger to) implements Kind {
        @Override
        public String label(Grammar grammar) {
            if (to == null) {
                return BigInteger.ONE.equals(from) ? "a positive integer" : "an integer of at least " + from;
            }
            if (from == null) {
                return "an integer of at most " + to;
            }
            return switch (to.subtract(from).intValue()) {
                case 1 -> from + " or " + to;
                case 2 -> from + ", " + from.add(BigInteger.ONE) + " or " + to;
                default -> "an integer from " + from + " to " + to;
            };
        }

        boolean holds(BigDecimal value) {
            return (from == null || value.compareTo(new BigDecimal(from)) >= 0)
                    && (to == null || value.compareTo(new BigDecimal(to)) <= 0);
        }
    }

    /** A string of a certain length in characters. */
    record Text(int atLeast, int atMost) implements Kind {
        @Override
        public String label(Grammar grammar) {
            if (atMost == Integer.MAX_VALUE) {
                return atLeast == 1 ? "a string that is not empty" : "a string of at least " + atLeast + " characters";
            }
            String from = atLeast == 0 ? "at most " : atLeast + " to ";
            return "a string of " + from + atMost + " characters";
        }
    }

    /** A string of a certain form, of which {@code described} tells the user. */
    record Matching(Pattern pattern, String described) implements Kind {
        @Override
        public String label(Grammar grammar) {
            return described;
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
            return item == Plain.ANY ? "a list" : "a list, of which each item is " + item.label(grammar);
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
            return value == Plain.ANY ? "an object" : "an object, of which each value is " + value.label(grammar);
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
