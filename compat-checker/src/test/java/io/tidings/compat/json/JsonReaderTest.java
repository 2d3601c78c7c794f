package io.tidings.compat.json;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Verdicts on pairs small enough to be checked by eye: reader, writer, and what comes of it. */
class JsonReaderTest {

    private static final List<List<String>> PAIRS = List.of(
            // reader, writer, verdict: "yes", "no" with the value, or the keyword that is not decided
            List.of("{type: number}", "{type: integer}", "yes"),
            List.of("{type: integer}", "{type: number}", "no 0.5"),
            List.of("{type: integer}", "{type: number, multipleOf: 5}", "yes"),
            List.of("{type: [string, 'null']}", "{type: string}", "yes"),
            List.of("{}", "{type: string}", "yes"),
            List.of("{type: string}", "{}", "no 0"),
            List.of("false", "{type: string, maxLength: 0, minLength: 1}", "yes"),
            List.of("true", "false", "yes"),
            List.of("false", "true", "no 0"),
            List.of("{enum: [A, B, C]}", "{enum: [A, B]}", "yes"),
            List.of("{enum: [A, B]}", "{enum: [A, B, C]}", "no \"C\""),
            List.of("{const: 1}", "{const: 1.0}", "yes"),
            List.of("{type: string}", "{enum: [A, B]}", "yes"),
            List.of("{enum: [A]}", "{type: string}", "no \"a\""),
            List.of("{enum: [true, false]}", "{type: boolean}", "yes"),
            List.of("{minimum: 0}", "{exclusiveMinimum: 0}", "yes"),
            List.of("{exclusiveMinimum: 0}", "{minimum: 0, type: number}", "no 0"),
            List.of("{multipleOf: 2}", "{type: integer, multipleOf: 6}", "yes"),
            List.of("{multipleOf: 6}", "{type: integer, multipleOf: 2, minimum: 1}", "no 2"),
            List.of("{type: string, maxLength: 5}", "{type: string, maxLength: 6}", "no \"aaaaaa\""),
            List.of("{type: string, pattern: '^a'}", "{type: string, pattern: '^a'}", "yes"),
            List.of("{type: string}", "{type: string, pattern: '^a'}", "yes"),
            List.of("{type: string, pattern: '^[a-z]+$'}", "{type: string, pattern: '^[a-z0-9]+$'}", "no \"0\""),
            List.of("{type: string, pattern: '^[a-z]+$'}", "{type: string, pattern: '^[a-c]+$'}", "yes"),
            List.of(
                    "{type: string, pattern: '^(?!-)[a-z-]+$'}",
                    "{type: string, pattern: '^(?!-)[a-c-]+$'}",
                    "pattern"),
            List.of(
                    "{type: string, pattern: '^[a-c]{2,}$'}",
                    "{type: string, pattern: '^[a-c]*$', minLength: 2}",
                    "yes"),
            List.of("{type: string, maxLength: 2}", "{type: string, pattern: '^(a|bb|ccc)$', maxLength: 2}", "yes"),
            List.of("{type: string, pattern: '^(a|b)$'}", "{enum: [a, b]}", "yes"),
            List.of("{enum: [a, b]}", "{type: string, pattern: '^(a|b|)$'}", "no \"\""),
            List.of("{enum: [a, b, '']}", "{type: string, pattern: '^(a|b|)$'}", "yes"),
            List.of("{type: string, pattern: 'b'}", "{type: string, pattern: 'a.*b'}", "yes"),
            List.of("{type: string, pattern: '^\\d+$'}", "{type: string, pattern: '^[0-9]{1,3}$'}", "yes"),
            List.of("{type: string, pattern: '^\\w$'}", "{type: string, pattern: '^\\u0041$'}", "yes"),
            List.of("{type: string, pattern: '^\\p{L}$'}", "{type: string, pattern: '^a$'}", "pattern"),
            List.of(
                    "{patternProperties: {'^x': {type: string}}, additionalProperties: false}",
                    "{type: object, patternProperties: {'^xy': {type: string}}, additionalProperties: false}",
                    "yes"),
            List.of(
                    "{patternProperties: {'^xy': {type: string}}, additionalProperties: false}",
                    "{type: object, patternProperties: {'^xy?z': {type: string}}, additionalProperties: false}",
                    "no {\"xz\":\"a\"}"),
            List.of("{type: array, items: {type: number}}", "{type: array, items: {type: integer}}", "yes"),
            List.of("{type: array, items: {type: integer}}", "{type: array, items: {type: string}}", "no [\"a\"]"),
            List.of("{type: array, maxItems: 2}", "{type: array, items: {type: string}}", "no [\"a\",\"a\",\"a\"]"),
            List.of("{type: array, uniqueItems: true}", "{type: array, items: {const: 1}}", "no [1,1]"),
            List.of("{type: array, uniqueItems: true}", "{type: array, items: {const: 1}, maxItems: 1}", "yes"),
            List.of("{items: [{type: string}]}", "{type: array, items: {type: string}}", "yes"),
            List.of(
                    "{items: [{type: string}, {type: integer}]}",
                    "{type: array, items: {type: string}}",
                    "no [\"a\",\"a\"]"),
            List.of("{contains: {const: 1}}", "{type: array, items: {enum: [1, 2]}, minItems: 1}", "no [2]"),
            List.of("{contains: {type: integer}}", "{type: array, items: {enum: [1, 2]}, minItems: 1}", "yes"),
            List.of("{required: [a]}", "{type: object, properties: {a: {}}, required: [a]}", "yes"),
            List.of("{required: [a]}", "{type: object, properties: {a: {}}}", "no {}"),
            List.of(
                    "{properties: {a: {type: string}}}",
                    "{type: object, properties: {a: {type: integer}}}",
                    "no {\"a\":0}"),
            // a sender that declares its properties sends no others
            List.of("{properties: {b: {type: string}}}", "{type: object, properties: {a: {}}}", "yes"),
            List.of(
                    "{properties: {b: {type: string}}}",
                    "{type: object, properties: {a: {}}, additionalProperties: true}",
                    "no {\"b\":0}"),
            List.of(
                    "{additionalProperties: true}",
                    "{type: object, properties: {a: {}}, additionalProperties: {}}",
                    "yes"),
            List.of(
                    "{properties: {b: {type: string}}}",
                    "{type: object, properties: {a: {}}, additionalProperties: {type: integer}}",
                    "no {\"b\":0}"),
            List.of("{properties: {b: {type: string}}}", "{type: object}", "no {\"b\":0}"),
            List.of("{properties: {a: {}}, additionalProperties: false}", "{type: object, properties: {a: {}}}", "yes"),
            List.of(
                    "{properties: {a: {}}, additionalProperties: false}",
                    "{type: object, properties: {a: {}, b: {}}}",
                    "no {\"b\":0}"),
            List.of(
                    "{additionalProperties: {type: string}}",
                    "{type: object, additionalProperties: {type: string}}",
                    "yes"),
            List.of(
                    "{additionalProperties: {type: string}}",
                    "{type: object, additionalProperties: {type: integer}}",
                    "no {\"other\":0}"),
            List.of("{maxProperties: 1}", "{type: object, properties: {a: {}, b: {}}}", "no {\"a\":0,\"b\":0}"),
            List.of("{minProperties: 1}", "{type: object, properties: {a: {}}, required: [a]}", "yes"),
            List.of("{propertyNames: {maxLength: 1}}", "{type: object, properties: {a: {}, b: {}}}", "yes"),
            List.of("{propertyNames: {maxLength: 1}}", "{type: object, properties: {a: {}, bb: {}}}", "no {\"bb\":0}"),
            List.of(
                    "{patternProperties: {'^x': {type: string}}}",
                    "{type: object, properties: {xa: {type: integer}}}",
                    "no {\"xa\":0}"),
            List.of("{dependencies: {a: [b]}}", "{type: object, properties: {a: {}, b: {}}}", "no {\"a\":0}"),
            List.of("{dependencies: {a: [b]}}", "{type: object, properties: {a: {}, b: {}}, required: [b]}", "yes"),
            List.of("{anyOf: [{type: string}, {type: integer}]}", "{type: [string, integer]}", "yes"),
            List.of("{oneOf: [{type: string}, {type: integer}]}", "{type: [string, integer]}", "yes"),
            List.of("{oneOf: [{type: number}, {type: integer}]}", "{type: integer}", "no 0"),
            List.of("{type: [string, integer]}", "{oneOf: [{type: string}, {type: integer}]}", "yes"),
            List.of("{not: {type: string}}", "{type: integer}", "yes"),
            List.of("{not: {type: string}}", "{type: string}", "no \"a\""),
            List.of("{not: {required: [a]}}", "{type: object, properties: {b: {}}}", "yes"),
            List.of("{allOf: [{type: object}, {required: [a]}]}", "{type: object, required: [a, b]}", "yes"),
            List.of(
                    "{if: {properties: {k: {const: 1}}}, then: {required: [a]}}",
                    "{type: object, properties: {k: {const: 1}, a: {}}, required: [k]}",
                    "no {\"k\":1}"),
            List.of(
                    "{if: {properties: {k: {const: 1}}}, then: {required: [a]}}",
                    "{type: object, properties: {k: {const: 2}, a: {}}, required: [k]}",
                    "yes"),
            List.of("{unevaluatedProperties: false}", "{type: object, properties: {a: {}}}", "yes"));

    @TestFactory
    Stream<DynamicTest> pairs() {
        return PAIRS.stream()
                .map(pair -> DynamicTest.dynamicTest(
                        pair.get(0) + " reads " + pair.get(1),
                        () -> assertThat(text(SchemaTexts.judge(pair.get(0), pair.get(1))))
                                .isEqualTo(pair.get(2))));
    }

    /** A tagged union that gained a member, and one whose member gained a property. */
    @Test
    void tagged_unions_are_judged_tag_by_tag() {
        String two = union(List.of("card: {type: string}", "iban: {type: string}"));
        String three = union(List.of("card: {type: string}", "iban: {type: string}", "coin: {type: string}"));
        String wider = union(List.of("card: {type: [string, integer]}", "iban: {type: string}"));

        assertThat(text(SchemaTexts.judge(three, two))).isEqualTo("yes");
        assertThat(text(SchemaTexts.judge(two, three))).isEqualTo("no {\"kind\":2}");
        assertThat(text(SchemaTexts.judge(wider, two))).isEqualTo("yes");
        assertThat(text(SchemaTexts.judge(two, wider))).isEqualTo("no {\"card\":0,\"kind\":0}");
    }

    @Test
    void a_union_of_many_does_not_multiply() {
        String some = union(Stream.generate(() -> "v: {type: string}").limit(60).toList());
        String more = union(
                Stream.generate(() -> "v: {type: [string, integer]}").limit(61).toList());

        assertThat(text(SchemaTexts.judge(more, some))).isEqualTo("yes");
        assertThat(text(SchemaTexts.judge(some, more))).startsWith("no");
    }

    private static String union(List<String> members) {
        StringBuilder text = new StringBuilder("{oneOf: [");
        for (int i = 0; i < members.size(); i++) {
            text.append(i == 0 ? "" : ", ")
                    .append("{type: object, properties: {kind: {const: ")
                    .append(i)
                    .append("}, ")
                    .append(members.get(i))
                    .append("}, required: [kind]}");
        }
        return text.append("]}").toString();
    }

    @Test
    void recursive_schemas_are_judged() {
        String tree = tree("{type: number}");
        assertThat(text(SchemaTexts.judge(tree, tree("{type: integer}")))).isEqualTo("yes");
        assertThat(text(SchemaTexts.judge(tree("{type: integer}"), tree))).startsWith("no");
        assertThat(text(SchemaTexts.judge(tree("{type: string}"), tree("{type: string}"))))
                .isEqualTo("yes");
        // no finite value has all that is required: nothing is ever sent
        assertThat(text(SchemaTexts.judge(
                        "false", "{type: object, properties: {next: {$ref: '#'}}, required: [next]}")))
                .isEqualTo("yes");
    }

    private static String tree(String value) {
        return "{$ref: '#/definitions/Tree', definitions: {Tree: {type: object, properties: {value: " + value
                + ", children: {type: array, items: {$ref: '#/definitions/Tree'}},"
                + " parent: {oneOf: [{type: 'null'}, {$ref: '#/definitions/Tree'}]}}}}}";
    }

    @Test
    void a_schema_that_is_part_of_itself_is_not_decided() {
        assertThat(text(SchemaTexts.judge(
                        "{type: string}",
                        "{$ref: '#/definitions/A', definitions: "
                                + "{A: {anyOf: [{$ref: '#/definitions/A'}, {type: string}]}}}")))
                .isIn("yes", "$ref");
    }

    @Test
    void deep_chains_end() {
        JsonSchema strings = SchemaTexts.schema(chain(10_000, "string"));
        JsonSchema again = SchemaTexts.schema(chain(10_000, "string"));
        JsonSchema integers = SchemaTexts.schema(chain(10_000, "integer"));
        assertThat(text(new JsonReader().judge(strings, again))).isEqualTo("yes");
        assertThat(text(new JsonReader().judge(strings, integers))).isEqualTo("nesting");
        assertThat(text(SchemaTexts.judge(chain(50, "string"), chain(50, "integer"))))
                .startsWith("no");
    }

    /** Definitions, each of which holds the next. */
    private static String chain(int length, String last) {
        StringBuilder text = new StringBuilder("{\"$ref\": \"#/definitions/D0\", \"definitions\": {");
        for (int i = 0; i < length; i++) {
            text.append("\"D").append(i).append("\": {\"properties\": {\"n\": {\"$ref\": \"#/definitions/D");
            text.append(i + 1).append("\"}}, \"type\": \"object\"},\n");
        }
        return text.append("\"D")
                .append(length)
                .append("\": {\"type\": \"")
                .append(last)
                .append("\"}}}")
                .toString();
    }

    static String text(JsonVerdict verdict) {
        if (verdict instanceof JsonVerdict.Unreadable no) {
            return "no " + JsonValue.text(no.witness(), 200);
        }
        return verdict instanceof JsonVerdict.Undecided undecided ? undecided.keyword() : "yes";
    }
}
