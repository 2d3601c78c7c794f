package io.tidings.registry;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Reads the fields of an answer; whatever has another type than it should makes a {@link MalformedAnswerException}. */
record AnswerFields(JsonNode answer, FailedCall call) {

    int number(String field) {
        return number(answer.path(field), "number '" + field + "'");
    }

    SchemaIds ids() {
        return new SchemaIds(number("id"), guid());
    }

    private int number(JsonNode number, String what) {
        if (!number.isIntegralNumber() || !number.canConvertToInt()) {
            throw malformed(what);
        }
        return number.asInt();
    }

    private String text(JsonNode text, String what) {
        if (!text.isString()) {
            throw malformed(what);
        }
        return text.asString();
    }

    /** Only newer registries tell it, so one that is odd is left out rather than held against the schema. */
    @Nullable UUID guid() {
        try {
            return answer.path("guid").isString()
                    ? UUID.fromString(answer.path("guid").asString())
                    : null;
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    List<Integer> numbers() {
        List<Integer> numbers = new ArrayList<>();
        array(answer, "list of numbers").forEach(number -> numbers.add(number(number, "list of numbers")));
        return List.copyOf(numbers);
    }

    List<String> texts() {
        List<String> texts = new ArrayList<>();
        array(answer, "list of texts").forEach(text -> texts.add(text(text, "list of texts")));
        return List.copyOf(texts);
    }

    Compatibility compatibility() {
        JsonNode compatible = answer.path("is_compatible");
        if (!compatible.isBoolean()) {
            throw malformed("boolean 'is_compatible'");
        }
        List<String> reasons = new ArrayList<>();
        if (!compatible.asBoolean()) {
            for (JsonNode message : answer.path("messages")) {
                reasons.addAll(IncompatibilityReasons.in(message.asString("")));
            }
            reasons.removeIf(String::isBlank);
        }
        return new Compatibility(compatible.asBoolean(), reasons);
    }

    /** Levels that nobody has heard of yet are none that could be explained. */
    Optional<SubjectPolicy> policy() {
        String level = text(answer.path("compatibilityLevel"), "text 'compatibilityLevel'");
        boolean normalize = answer.path("normalize").asBoolean(false);
        return Arrays.stream(CompatibilityLevel.values())
                .filter(known -> known.name().equals(level))
                .findFirst()
                .map(known -> new SubjectPolicy(known, normalize));
    }

    /** A schema and what it says it refers to; an {@link InvalidSchemaException} if it is not Avro. */
    WrittenSchema written(String which) {
        String type = answer.path("schemaType").asString("AVRO");
        if (!type.equals("AVRO")) {
            throw new InvalidSchemaException(
                    which + ", asked of " + call.url() + ", is not an Avro schema but " + type, 200, call, null);
        }
        List<SchemaReference> references = new ArrayList<>();
        JsonNode listed = answer.path("references");
        if (!listed.isMissingNode() && !listed.isNull()) {
            for (JsonNode reference : array(listed, "list 'references'")) {
                references.add(new SchemaReference(
                        text(reference.path("name"), "text 'name' in its references"),
                        text(reference.path("subject"), "text 'subject' in its references"),
                        number(reference.path("version"), "number 'version' in its references")));
            }
        }
        return new WrittenSchema(which, text(answer.path("schema"), "text 'schema'"), List.copyOf(references));
    }

    private JsonNode array(JsonNode array, String what) {
        if (!array.isArray()) {
            throw malformed(what);
        }
        return array;
    }

    /** Names what is there and does not repeat it: it may be anything. */
    private MalformedAnswerException malformed(String lacking) {
        String there = answer.isObject()
                ? "an object with "
                        + String.join(
                                ", ", answer.propertyNames().stream().limit(20).toList())
                : answer.getNodeType().name().toLowerCase(Locale.ROOT);
        return new MalformedAnswerException(
                "The schema registry at " + call.url() + " answered without a " + lacking + ": " + there
                        + ". Its address is set by '" + RegistrySettings.URL + "'.",
                true,
                call,
                null);
    }
}
