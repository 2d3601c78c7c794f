package io.tidings.asyncapi.schema;

import io.tidings.asyncapi.schema.Keyword.Shape;
import io.tidings.asyncapi.source.Node;
import io.tidings.asyncapi.source.Node.ArrayNode;
import io.tidings.asyncapi.source.Node.Member;
import io.tidings.asyncapi.source.Node.ObjectNode;
import io.tidings.asyncapi.source.Node.ScalarNode;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Whether the values of one schema's keywords are of their kind; what stands in schemas below is not looked at. */
final class KeywordCheck {
    private final Dialect dialect;
    private final List<Problem> problems = new ArrayList<>();

    private KeywordCheck(Dialect dialect) {
        this.dialect = dialect;
    }

    static List<Problem> problems(ObjectNode schema, Dialect dialect) {
        KeywordCheck check = new KeywordCheck(dialect);
        for (Member member : schema.members().values()) {
            Keyword keyword = Keyword.named(member.name());
            if (keyword != null && dialect.since(keyword.since())) {
                check.value(keyword, member.value());
            }
        }
        return check.problems;
    }

    private void value(Keyword keyword, Node value) {
        switch (keyword.shape()) {
            case SCHEMA -> schema(value, keyword.name(), null);
            case SCHEMA_LIST -> schemaList(keyword, value);
            case ITEMS -> items(value);
            case SCHEMAS_BY_NAME -> schemasByName(keyword, value);
            case SCHEMAS_BY_PATTERN -> schemasByPattern(keyword, value);
            case DEPENDENCIES -> dependencies(keyword, value);
            case TYPE -> type(value);
            case NAMES -> names(value);
            case NAMES_BY_NAME -> object(keyword, value).forEach(member -> names(member.value()));
            case PATTERN -> pattern(value);
            default -> plain(keyword, value);
        }
    }

    private void plain(Keyword keyword, Node value) {
        Object scalar = value instanceof ScalarNode s ? s.value() : null;
        switch (keyword.shape()) {
            case LIST -> expect(value instanceof ArrayNode, value, "a list", null);
            case NUMBER -> expect(scalar instanceof Number, value, "a number", unquoted(value));
            case POSITIVE -> expect(isPositive(scalar), value, "a number greater than 0", unquoted(value));
            case LIMIT -> limit(keyword, value, scalar);
            case COUNT -> expect(isCount(scalar), value, "an integer, 0 or more", unquoted(value));
            case BOOLEAN -> expect(scalar instanceof Boolean, value, "true or false", unquoted(value));
            case STRING -> expect(scalar instanceof String, value, "a string", "put the value into quotes");
            case DISCRIMINATOR ->
                expect(
                        scalar instanceof String,
                        value,
                        "the name of a property",
                        value instanceof ObjectNode ? "the object form is OpenAPI's: write the name alone" : null);
            case OBJECT -> expect(value instanceof ObjectNode, value, "an object", null);
            default -> {}
        }
    }

    private void limit(Keyword keyword, Node value, @Nullable Object scalar) {
        boolean old = dialect == Dialect.DRAFT_4;
        if (old) {
            expect(scalar instanceof Boolean, value, "true or false", null);
        } else {
            String inclusive = keyword.name().equals("exclusiveMinimum") ? "minimum" : "maximum";
            String hint = scalar instanceof Boolean
                    ? "since draft 6 the limit itself stands here, in the place of '" + inclusive + "'"
                    : unquoted(value);
            expect(scalar instanceof Number, value, "a number", hint);
        }
    }

    private void schema(Node value, String where, @Nullable String hint) {
        boolean fits = value instanceof ObjectNode || (value instanceof ScalarNode s && s.value() instanceof Boolean);
        String told = hint != null
                ? hint
                : value.text().filter(TypeWords.TYPES::contains).isPresent()
                        ? "write {type: " + value.text().orElse("") + "}"
                        : null;
        expect(fits, value, "a schema in '" + where + "'", told);
    }

    private void schemaList(Keyword keyword, Node value) {
        if (!(value instanceof ArrayNode list)) {
            expect(false, value, "a list of schemas", "begin each with '- '");
            return;
        }
        if (list.items().isEmpty() && keyword.shape() == Shape.SCHEMA_LIST) {
            problems.add(Problem.at(list, "'" + keyword.name() + "' needs at least one schema", null));
        }
        list.items().forEach(item -> schema(item, keyword.name(), null));
    }

    private void items(Node value) {
        if (!(value instanceof ArrayNode list)) {
            schema(value, "items", null);
        } else if (dialect == Dialect.DRAFT_2020) {
            expect(false, value, "a schema in 'items'", "since 2020-12 a list of schemas is called 'prefixItems'");
        } else {
            list.items().forEach(item -> schema(item, "items", null));
        }
    }

    private void schemasByName(Keyword keyword, Node value) {
        for (Member member : object(keyword, value)) {
            boolean misplaced = keyword.name().equals("properties")
                    && member.name().equals("required")
                    && member.value() instanceof ArrayNode;
            schema(
                    member.value(),
                    member.name(),
                    misplaced ? "'required' stands beside 'properties', not in it" : null);
        }
    }

    private void schemasByPattern(Keyword keyword, Node value) {
        for (Member member : object(keyword, value)) {
            Patterns.mistake(member.name())
                    .ifPresent(why -> problems.add(Problem.at(
                            member, "'" + Words.cut(member.name()) + "' is no regular expression: " + why, null)));
            schema(member.value(), member.name(), null);
        }
    }

    private void dependencies(Keyword keyword, Node value) {
        for (Member member : object(keyword, value)) {
            if (member.value() instanceof ArrayNode) {
                names(member.value());
            } else {
                schema(member.value(), member.name(), null);
            }
        }
    }

    private Iterable<Member> object(Keyword keyword, Node value) {
        if (value instanceof ObjectNode map) {
            return map.members().values();
        }
        String what = keyword.shape() == Shape.NAMES_BY_NAME ? "an object of lists of names" : "an object of schemas";
        expect(false, value, what, null);
        return List.of();
    }

    private void type(Node value) {
        if (!(value instanceof ArrayNode list)) {
            typeWord(value);
            return;
        }
        if (list.items().isEmpty()) {
            problems.add(Problem.at(list, "'type' needs at least one type", null));
        }
        unique(list, "the type");
        list.items().forEach(this::typeWord);
    }

    private void typeWord(Node value) {
        String word = value.text().orElse(null);
        if (word == null) {
            boolean isNull = value instanceof ScalarNode s && s.value() == null;
            String hint = isNull ? "write it in quotes: 'null'" : "one of " + String.join(", ", TypeWords.TYPES);
            expect(false, value, "a type", hint);
        } else if (!TypeWords.TYPES.contains(word)) {
            problems.add(
                    Problem.at(value, "'" + Words.cut(word) + "' is no type of JSON Schema", TypeWords.hint(word)));
        }
    }

    private void names(Node value) {
        if (!(value instanceof ArrayNode list)) {
            boolean old = value instanceof ScalarNode s && s.value() instanceof Boolean;
            String hint = old
                    ? "name this property in the list 'required' of the object around it"
                    : value.text().map(name -> "write [" + name + "]").orElse(null);
            expect(false, value, "a list of property names", hint);
            return;
        }
        unique(list, "the name");
        list.items().forEach(item -> expect(item.text().isPresent(), item, "the name of a property", unquoted(item)));
    }

    private void unique(ArrayNode list, String what) {
        Map<String, Node> seen = new HashMap<>();
        for (Node item : list.items()) {
            String text = item.text().orElse(null);
            Node earlier = text == null ? null : seen.putIfAbsent(text, item);
            if (earlier != null) {
                problems.add(Problem.at(item, what + " '" + Words.cut(String.valueOf(text)) + "' occurs twice", null)
                        .because(earlier.location(), "first here"));
            }
        }
    }

    private void pattern(Node value) {
        String text = value.text().orElse(null);
        if (text == null) {
            expect(false, value, "a regular expression", "put the value into quotes");
        } else {
            Patterns.mistake(text)
                    .ifPresent(why -> problems.add(
                            Problem.at(value, "'" + Words.cut(text) + "' is no regular expression: " + why, null)));
        }
    }

    private void expect(boolean fits, Node value, String what, @Nullable String hint) {
        if (!fits) {
            problems.add(Problem.at(value, "expected " + what + ", found " + Words.found(value), hint));
        }
    }

    /** Where a text stands for something that needs no quotes. */
    private static @Nullable String unquoted(Node value) {
        String text = value.text().orElse("");
        return text.matches("-?[0-9]+(\\.[0-9]+)?|true|false") ? "write it without quotes" : null;
    }

    private static boolean isPositive(@Nullable Object value) {
        return value instanceof BigInteger i ? i.signum() > 0 : value instanceof BigDecimal d && d.signum() > 0;
    }

    private static boolean isCount(@Nullable Object value) {
        return value instanceof BigInteger i
                ? i.signum() >= 0
                : value instanceof BigDecimal d && d.signum() >= 0 && isWhole(d);
    }

    private static boolean isWhole(BigDecimal number) {
        return number.signum() == 0 || number.stripTrailingZeros().scale() <= 0;
    }
}
