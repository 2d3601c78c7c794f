package io.tidings.codegen.emit;

import static javax.lang.model.element.Modifier.FINAL;
import static javax.lang.model.element.Modifier.PRIVATE;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import io.tidings.codegen.migration.CasterPlan;
import io.tidings.codegen.migration.Direction;
import io.tidings.codegen.migration.MessagePair;
import io.tidings.codegen.plan.JavaWords;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The casters that a class works with: those that leave nothing open are there, the others are given to its constructor. */
final class MigrationCasters {

    private final Direction direction;
    private final List<MessagePair> pairs;

    MigrationCasters(Direction direction, List<MessagePair> pairs) {
        this.direction = direction;
        this.pairs = pairs;
    }

    /** Fields for those that are given. */
    void addTo(TypeSpec.Builder type, MethodSpec.Builder constructor) {
        for (MessagePair pair : pairs) {
            CasterPlan caster = caster(pair);
            if (caster == null || !caster.complete()) {
                TypeName given = caster == null ? written(pair) : Types.of(caster.name());
                type.addField(given, name(pair), PRIVATE, FINAL);
                constructor.addParameter(given, name(pair)).addStatement("this.$N = $N", name(pair), name(pair));
            }
        }
    }

    /** The expression that is one. */
    CodeBlock of(MessagePair pair) {
        CasterPlan caster = caster(pair);
        return caster != null && caster.complete()
                ? CodeBlock.of("$T.INSTANCE", Types.of(caster.name()))
                : CodeBlock.of("$N", name(pair));
    }

    private @Nullable CasterPlan caster(MessagePair pair) {
        return direction == Direction.UP ? pair.up() : pair.down();
    }

    /** What a person writes from nothing. */
    private TypeName written(MessagePair pair) {
        TypeName older = Types.of(pair.older().payload());
        TypeName newer = Types.of(pair.newer().payload());
        return direction == Direction.UP
                ? Types.generic(RuntimeTypes.UPCASTER, older, newer)
                : Types.generic(RuntimeTypes.DOWNCASTER, newer, older);
    }

    private String name(MessagePair pair) {
        return JavaWords.of(pair.newer().codeName() + " " + direction.type()).camel();
    }
}
