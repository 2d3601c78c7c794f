package io.tidings.asyncapi.schema;

import static io.tidings.asyncapi.schema.Dialect.DRAFT_2019;
import static io.tidings.asyncapi.schema.Dialect.DRAFT_2020;
import static io.tidings.asyncapi.schema.Dialect.DRAFT_4;
import static io.tidings.asyncapi.schema.Dialect.DRAFT_6;
import static io.tidings.asyncapi.schema.Dialect.DRAFT_7;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A keyword of JSON Schema, or one that AsyncAPI's Schema Object adds to it.
 *
 * @param since the draft that brought it; before, it is an unknown one and says nothing
 * @param asserts whether values are judged by it; the others describe
 */
record Keyword(String name, Shape shape, Dialect since, boolean asserts) {

    /** What the value of a keyword is. */
    enum Shape {
        SCHEMA,
        SCHEMA_LIST,
        SCHEMAS_BY_NAME,
        SCHEMAS_BY_PATTERN,
        ITEMS,
        DEPENDENCIES,
        TYPE,
        NAMES,
        NAMES_BY_NAME,
        LIST,
        NUMBER,
        LIMIT,
        POSITIVE,
        COUNT,
        BOOLEAN,
        STRING,
        PATTERN,
        DISCRIMINATOR,
        OBJECT,
        ANY
    }

    /** A schema below one of these judges the same value as the schema around it. */
    static final Set<String> IN_PLACE = Set.of("allOf", "anyOf", "oneOf", "not", "if", "then", "else");

    private static final Map<String, Keyword> ALL = table();

    static @Nullable Keyword named(String name) {
        return ALL.get(name);
    }

    static Set<String> names() {
        return ALL.keySet();
    }

    private static Map<String, Keyword> table() {
        Map<String, Keyword> table = new LinkedHashMap<>();
        describing(table);
        judging(table);
        composing(table);
        return Collections.unmodifiableMap(table);
    }

    private static void describing(Map<String, Keyword> table) {
        says(table, DRAFT_4, Shape.STRING, "title", "description", "format", "$schema");
        says(table, DRAFT_4, Shape.STRING, "contentEncoding", "contentMediaType", "$comment");
        says(table, DRAFT_6, Shape.STRING, "$id");
        says(table, DRAFT_2019, Shape.STRING, "$anchor");
        says(table, DRAFT_2020, Shape.STRING, "$dynamicAnchor");
        says(table, DRAFT_4, Shape.ANY, "default", "example");
        says(table, DRAFT_6, Shape.LIST, "examples");
        says(table, DRAFT_4, Shape.BOOLEAN, "deprecated", "readOnly", "writeOnly");
        says(table, DRAFT_4, Shape.DISCRIMINATOR, "discriminator");
        says(table, DRAFT_4, Shape.OBJECT, "externalDocs");
        says(table, DRAFT_2019, Shape.OBJECT, "$vocabulary");
        says(table, DRAFT_4, Shape.SCHEMAS_BY_NAME, "definitions", "$defs");
        says(table, DRAFT_2019, Shape.SCHEMA, "contentSchema");
    }

    private static void judging(Map<String, Keyword> table) {
        judges(table, DRAFT_4, Shape.TYPE, "type");
        judges(table, DRAFT_4, Shape.LIST, "enum");
        judges(table, DRAFT_6, Shape.ANY, "const");
        judges(table, DRAFT_4, Shape.POSITIVE, "multipleOf");
        judges(table, DRAFT_4, Shape.NUMBER, "minimum", "maximum");
        judges(table, DRAFT_4, Shape.LIMIT, "exclusiveMinimum", "exclusiveMaximum");
        judges(table, DRAFT_4, Shape.COUNT, "minLength", "maxLength", "minItems", "maxItems");
        judges(table, DRAFT_4, Shape.COUNT, "minProperties", "maxProperties");
        judges(table, DRAFT_2019, Shape.COUNT, "minContains", "maxContains");
        judges(table, DRAFT_4, Shape.PATTERN, "pattern");
        judges(table, DRAFT_4, Shape.BOOLEAN, "uniqueItems");
        judges(table, DRAFT_4, Shape.NAMES, "required");
        judges(table, DRAFT_2019, Shape.NAMES_BY_NAME, "dependentRequired");
    }

    private static void composing(Map<String, Keyword> table) {
        judges(table, DRAFT_4, Shape.SCHEMAS_BY_NAME, "properties");
        judges(table, DRAFT_4, Shape.SCHEMAS_BY_PATTERN, "patternProperties");
        judges(table, DRAFT_4, Shape.SCHEMA, "additionalProperties", "additionalItems", "not");
        judges(table, DRAFT_4, Shape.ITEMS, "items");
        judges(table, DRAFT_2020, Shape.SCHEMA_LIST, "prefixItems");
        judges(table, DRAFT_6, Shape.SCHEMA, "contains", "propertyNames");
        judges(table, DRAFT_7, Shape.SCHEMA, "if", "then", "else");
        judges(table, DRAFT_4, Shape.SCHEMA_LIST, "allOf", "anyOf", "oneOf");
        judges(table, DRAFT_4, Shape.DEPENDENCIES, "dependencies");
        judges(table, DRAFT_2019, Shape.SCHEMAS_BY_NAME, "dependentSchemas");
        judges(table, DRAFT_2019, Shape.SCHEMA, "unevaluatedItems", "unevaluatedProperties");
    }

    private static void says(Map<String, Keyword> table, Dialect since, Shape shape, String... names) {
        for (String name : names) {
            table.put(name, new Keyword(name, shape, since, name.equals("format")));
        }
    }

    private static void judges(Map<String, Keyword> table, Dialect since, Shape shape, String... names) {
        for (String name : names) {
            table.put(name, new Keyword(name, shape, since, true));
        }
    }
}
