package io.tidings.codegen.emit;

import static javax.lang.model.element.Modifier.FINAL;
import static javax.lang.model.element.Modifier.PUBLIC;
import static javax.lang.model.element.Modifier.STATIC;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import io.tidings.codegen.migration.Direction;
import io.tidings.codegen.migration.MessagePair;
import io.tidings.codegen.migration.MigratingSubscriber;

/** Subscribers that read two versions into handlers of the newer one. */
final class MigratingSubscriberEmitter {

    private final MigratingSubscriber plan;
    private final MigrationCasters casters;

    MigratingSubscriberEmitter(MigratingSubscriber plan) {
        this.plan = plan;
        this.casters = new MigrationCasters(Direction.UP, plan.pairs());
    }

    TypeSpec emit() {
        MethodSpec.Builder constructor = MethodSpec.constructorBuilder().addModifiers(PUBLIC);
        TypeSpec.Builder type = TypeSpec.classBuilder(Types.of(plan.type()))
                .addModifiers(PUBLIC, FINAL)
                .addJavadoc(JavadocText.of(
                        "Reads version " + JavadocText.escape(plan.versions().older()) + " from "
                                + JavadocText.code(plan.older().channel().address()) + ", version "
                                + JavadocText.escape(plan.versions().newer()) + " from "
                                + JavadocText.code(plan.newer().channel().address())
                                + ", or both, into handlers of version "
                                + JavadocText.escape(plan.versions().newer()) + ". "
                                + "Safe for use by several threads."))
                .addField(FieldSpec.builder(String.class, "GROUP", PUBLIC, STATIC, FINAL)
                        .addJavadoc("The consumer group, unless the caller names another.\n")
                        .initializer("$T.GROUP", Types.of(plan.newer().type()))
                        .build());
        casters.addTo(type, constructor);
        return type.addMethod(constructor.build())
                .addMethod(upcasting())
                .addMethod(subscribe())
                .build();
    }

    private TypeName handler() {
        return Subscribing.handlerOf(plan.newer().channel());
    }

    private MethodSpec upcasting() {
        CodeBlock.Builder code = CodeBlock.builder().add("return $T.to(handler)", RuntimeTypes.UPCASTING);
        for (MessagePair pair : plan.pairs()) {
            code.add(
                    "\n.with($L,$W$L,$W$L)",
                    Types.of(pair.older().constant()),
                    Types.of(pair.newer().constant()),
                    casters.of(pair));
        }
        return MethodSpec.methodBuilder("upcasting")
                .addModifiers(PUBLIC)
                .addJavadoc(JavadocText.of("Hands messages of version "
                        + JavadocText.escape(plan.versions().older()) + " to a handler of version "
                        + JavadocText.escape(plan.versions().newer()) + "."))
                .addParameter(handler(), "handler")
                .returns(handler())
                .addStatement(code.build())
                .build();
    }

    private MethodSpec subscribe() {
        return MethodSpec.methodBuilder("subscribe")
                .addModifiers(PUBLIC)
                .addJavadoc("Subscribes as a member of a group, which is the same at all stages.\n\n")
                .addJavadoc(JavadocText.tag("@param read which versions are read, as a configuration says it"))
                .addJavadoc(JavadocText.tag(
                        "@param handler is given each message once for each version that is read: let an"
                                + " idempotent receiver wrap "
                                + Types.of(plan.newer().type()).simpleName()
                                + ".handling(…), the same at all stages"))
                .addParameter(RuntimeTypes.TRANSPORT, "transport")
                .addParameter(RuntimeTypes.MAJORS, "read")
                .addParameter(String.class, "group")
                .addParameter(handler(), "handler")
                .returns(RuntimeTypes.SUBSCRIPTION)
                .addStatement(
                        "return $T.open(\ntransport,\nread,\nnew $T<>($T.spec(group), upcasting(handler)),\nnew $T<>($T.spec(group), handler))",
                        RuntimeTypes.MAJORS_SUBSCRIPTION,
                        RuntimeTypes.READING,
                        Types.of(plan.older().type()),
                        RuntimeTypes.READING,
                        Types.of(plan.newer().type()))
                .build();
    }
}
