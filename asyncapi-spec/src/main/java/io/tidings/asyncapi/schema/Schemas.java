package io.tidings.asyncapi.schema;

import io.tidings.asyncapi.grammar.SchemaUse;
import io.tidings.asyncapi.model.MessageSchema;
import io.tidings.asyncapi.reference.References;
import io.tidings.asyncapi.schema.SchemaCheck.Seen;
import io.tidings.asyncapi.source.Node;
import io.tidings.asyncapi.source.Node.ArrayNode;
import java.util.ArrayList;
import java.util.List;

/** The schemas of one document, and what can be asked of them. For one thread. */
public final class Schemas {
    private final SchemaCheck check;
    private final JsonCheck json;
    private final Following following;

    /** @param all every JSON Schema of the document, used or not */
    public Schemas(References references, List<SchemaUse> all) {
        this.following = new Following(references);
        this.check = new SchemaCheck(following);
        this.json = new JsonCheck(following, check);
        all.forEach(use -> check.add(use.node(), Dialect.ofFormat(use.schemaFormat())));
    }

    /** What makes a schema none. */
    public List<Problem> mistakes() {
        return check.mistakes;
    }

    /** Schemas that apply themselves to the same value: JSON Schema leaves open what that means. */
    public List<Problem> selfMade() {
        return check.selfMade;
    }

    /** Words that JSON Schema does not know, and that nearly are keywords. */
    public List<Problem> nearMisses() {
        return check.nearMisses;
    }

    /** Discriminators that name no required property. */
    public List<Problem> discriminators() {
        return check.discriminators;
    }

    /** Defaults in schemas that do not fit the schema they stand in. */
    public List<Problem> defaults() {
        List<Problem> problems = new ArrayList<>();
        for (Seen schema : check.withExamples) {
            schema.node()
                    .get("default")
                    .ifPresent(value -> problems.addAll(json.problems(schema.node(), schema.dialect(), value)));
        }
        return problems;
    }

    /** Examples in schemas that do not fit the schema they stand in. */
    public List<Problem> examples() {
        List<Problem> problems = new ArrayList<>();
        for (Seen schema : check.withExamples) {
            for (Node value :
                    schema.node().array("examples").map(ArrayNode::items).orElse(List.of())) {
                problems.addAll(json.problems(schema.node(), schema.dialect(), value));
            }
        }
        return problems;
    }

    /** All there is against a value, by a schema of whatever family; nothing where the family is not read. */
    public List<Problem> misfits(MessageSchema schema, Node value) {
        if (schema instanceof MessageSchema.Json declared) {
            return json.problems(declared.node(), Dialect.ofFormat(declared.schemaFormat()), value);
        }
        return schema instanceof MessageSchema.Avro avro ? new AvroCheck(avro).problems(value) : List.of();
    }

    /**
     * What a schema says of the value that a pointer leads to.
     *
     * @param tokens those of a JSON Pointer (RFC 6901), unescaped
     */
    public Sighting find(MessageSchema schema, List<String> tokens) {
        if (schema instanceof MessageSchema.Json declared) {
            return new JsonLookup(new Worlds(following, check), tokens).find(declared.node());
        }
        return schema instanceof MessageSchema.Avro avro
                ? new AvroLookup(avro, tokens).find()
                : Sighting.of(Presence.UNKNOWN, 0, schema.location());
    }
}
