package io.tidings.codegen.emit;

import static javax.lang.model.element.Modifier.ABSTRACT;
import static javax.lang.model.element.Modifier.DEFAULT;
import static javax.lang.model.element.Modifier.FINAL;
import static javax.lang.model.element.Modifier.PRIVATE;
import static javax.lang.model.element.Modifier.PUBLIC;
import static javax.lang.model.element.Modifier.STATIC;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterSpec;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import io.tidings.codegen.migration.CasterPlan;
import io.tidings.codegen.migration.Decision;
import io.tidings.codegen.migration.Direction;
import io.tidings.codegen.plan.Coding;
import java.util.Set;

/** A caster: a class with one instance if it is complete, else an interface with a method for each decision. */
final class CasterEmitter {

    private final CasterPlan plan;
    private final CasterSteps steps;

    CasterEmitter(CasterPlan plan, Set<String> classNames) {
        this.plan = plan;
        this.steps = new CasterSteps(plan.direction(), classNames);
    }

    TypeSpec emit() {
        return plan.complete() ? complete() : open();
    }

    private TypeSpec complete() {
        ClassName name = Types.of(plan.name());
        TypeSpec.Builder type = TypeSpec.classBuilder(name)
                .addModifiers(PUBLIC, FINAL)
                .addSuperinterface(runtimeType())
                .addJavadoc("$L", says("Nothing is left to decide."))
                .addField(FieldSpec.builder(name, "INSTANCE", PUBLIC, STATIC, FINAL)
                        .addJavadoc("The one instance.\n")
                        .initializer("new $T()", name)
                        .build())
                .addMethod(MethodSpec.constructorBuilder().addModifiers(PRIVATE).build())
                .addMethod(cast(false));
        plan.steps().forEach(step -> type.addMethod(steps.method(step)));
        return type.build();
    }

    private TypeSpec open() {
        TypeSpec.Builder type = TypeSpec.interfaceBuilder(Types.of(plan.name()))
                .addModifiers(PUBLIC)
                .addSuperinterface(runtimeType())
                .addJavadoc("$L", says("Each method without a body is something that a person has to decide."))
                .addJavadoc("What cannot be decided throws {@link $T}.\n", RuntimeTypes.POISON)
                .addMethod(cast(true));
        plan.decisions().forEach(decision -> type.addMethod(decision(decision)));
        plan.steps().forEach(step -> type.addMethod(steps.method(step)));
        return type.build();
    }

    private CodeBlock says(String more) {
        return JavadocText.of("Turns message " + JavadocText.code(plan.message()) + " of version "
                + JavadocText.escape(plan.fromVersion()) + " into that of version "
                + JavadocText.escape(plan.toVersion()) + ". " + more);
    }

    private TypeName runtimeType() {
        return Types.generic(
                plan.direction() == Direction.UP ? RuntimeTypes.UPCASTER : RuntimeTypes.DOWNCASTER,
                Types.of(plan.payload().from()),
                Types.of(plan.payload().to()));
    }

    private MethodSpec cast(boolean inInterface) {
        MethodSpec.Builder method = MethodSpec.methodBuilder(plan.direction().method())
                .addAnnotation(Override.class)
                .addModifiers(PUBLIC);
        if (inInterface) {
            method.addModifiers(DEFAULT);
        }
        return steps.fill(method, plan.payload()).build();
    }

    private MethodSpec decision(Decision decision) {
        MethodSpec.Builder method = MethodSpec.methodBuilder(decision.method())
                .addModifiers(PUBLIC, ABSTRACT)
                .returns(held(decision.result(), decision.nullable()))
                .addJavadoc(JavadocText.of("Decides " + JavadocText.code(decision.path()) + ": "
                        + JavadocText.escape(decision.reason()) + "."));
        if (decision.record() != null) {
            method.addParameter(Types.of(decision.record()), plan.direction().given());
        }
        if (decision.value() != null) {
            method.addParameter(ParameterSpec.builder(held(decision.value(), false), "value")
                    .build());
        }
        return method.build();
    }

    /** As methods take and give it. */
    static TypeName held(Coding coding, boolean nullable) {
        TypeName type = CodingTypes.of(coding);
        if (nullable || coding instanceof Coding.Nothing) {
            return Types.nullable(type);
        }
        return type.isBoxedPrimitive() ? type.unbox() : type;
    }
}
