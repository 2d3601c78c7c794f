package io.tidings.asyncapi.schema;

import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.dialect.Dialects;
import com.networknt.schema.path.NodePath;
import io.tidings.asyncapi.source.Node;
import io.tidings.asyncapi.source.Node.ObjectNode;
import io.tidings.asyncapi.source.Node.ScalarNode;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Whether values fit JSON Schemas. Each schema is compiled when it is first asked about: most never are. */
final class JsonCheck {
    private static final SchemaRegistryConfig CONFIG = SchemaRegistryConfig.builder()
            .preloadSchema(false)
            .formatAssertionsEnabled(true)
            .regularExpressionFactory(BoundedPattern::new)
            .build();

    private final Following following;
    private final SchemaCheck check;
    private final Map<Dialect, Compiler> compilers = new EnumMap<>(Dialect.class);
    private final IdentityHashMap<ObjectNode, Schema> compiled = new IdentityHashMap<>();

    JsonCheck(Following following, SchemaCheck check) {
        this.following = following;
        this.check = check;
    }

    private record Compiler(SchemaRegistry registry, JsonUnits units) {}

    /** All there is against a value. */
    List<Problem> problems(Node written, Dialect around, Node value) {
        Node schema = following.schema(written).orElse(null);
        if (schema instanceof ScalarNode scalar && Boolean.FALSE.equals(scalar.value())) {
            return List.of(Problem.at(value, "nothing may stand here", null));
        }
        if (!(schema instanceof ObjectNode object)) {
            return List.of();
        }
        Schema judge = compiled.get(object);
        if (judge == null) {
            judge = compile(object, check.dialectOf(object).orElse(Dialect.of(object, around)));
            compiled.put(object, judge);
        }
        List<Misfit> misfits = new ArrayList<>();
        for (Error error : judge.validate(JsonValues.of(value))) {
            misfits.add(misfit(error));
        }
        return misfits.isEmpty() ? List.of() : new MisfitText(following, object, value).problems(misfits);
    }

    private Schema compile(ObjectNode schema, Dialect dialect) {
        Compiler compiler = compilers.computeIfAbsent(
                dialect,
                d -> new Compiler(
                        SchemaRegistry.withDialect(library(d), builder -> builder.schemaRegistryConfig(CONFIG)),
                        new JsonUnits(following, check, d)));
        return compiler.registry()
                .getSchema(
                        SchemaLocation.of("tidings:" + compiled.size()),
                        compiler.units().document(schema));
    }

    private static com.networknt.schema.dialect.Dialect library(Dialect dialect) {
        return switch (dialect) {
            case DRAFT_4 -> Dialects.getDraft4();
            case DRAFT_6 -> Dialects.getDraft6();
            case DRAFT_7 -> Dialects.getDraft7();
            case DRAFT_2019 -> Dialects.getDraft201909();
            case DRAFT_2020 -> Dialects.getDraft202012();
        };
    }

    private static Misfit misfit(Error error) {
        List<String> value = tokens(error.getInstanceLocation());
        Integer index = error.getIndex();
        if (index != null) {
            value.add(String.valueOf(index)); // of a list the library names the item aside
        }
        String property = Optional.ofNullable(error.getProperty()).orElse(null);
        return new Misfit(error.getKeyword(), tokens(error.getEvaluationPath()), value, property);
    }

    private static List<String> tokens(NodePath path) {
        List<String> tokens = new ArrayList<>();
        for (int i = 0; i < path.getNameCount(); i++) {
            tokens.add(path.getName(i));
        }
        return tokens;
    }
}
