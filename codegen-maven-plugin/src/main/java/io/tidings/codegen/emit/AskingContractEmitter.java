package io.tidings.codegen.emit;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import io.tidings.codegen.contract.Contract.Asking;
import io.tidings.codegen.contract.Contract.Gathering;
import io.tidings.codegen.contract.Contract.Trial;
import io.tidings.codegen.plan.ChannelPlan;
import io.tidings.codegen.plan.JavaName;
import io.tidings.codegen.plan.MessageChoice.Variant;
import io.tidings.codegen.plan.OperationPlan.Gatherer;
import io.tidings.codegen.plan.OperationPlan.Replier;
import io.tidings.codegen.plan.OperationPlan.Requestor;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.Modifier;

/** Contract tests of who asks: it lives with each kind of reply, and where nobody has to answer, with none. */
final class AskingContractEmitter {

    private AskingContractEmitter() {}

    static TypeSpec emit(Asking contract, ContractBase base) {
        return type(contract.own().type(), "request", contract.other(), contract.replies(), base)
                .build();
    }

    static TypeSpec emit(Gathering contract, ContractBase base) {
        return type(contract.own().type(), "gather", contract.other(), contract.replies(), base)
                .addMethod(test(
                        contract.own().type(),
                        "gather",
                        contract.other(),
                        "livesWithoutAnswers",
                        CodeBlock.of("$T.empty()", Optional.class),
                        base,
                        "Nobody has to answer."))
                .build();
    }

    private static TypeSpec.Builder type(
            JavaName asking, String asks, Replier other, List<Trial> replies, ContractBase base) {
        TypeSpec.Builder type = base.type("What a service that uses " + JavadocText.code(asking.simpleName())
                        + " has to do: go on with every kind of reply, on a broker in this JVM.")
                .addMethod(MethodSpec.methodBuilder(asks)
                        .addModifiers(Modifier.PROTECTED, Modifier.ABSTRACT)
                        .addJavadoc("Asks once, as the service does, and deals with what comes back.\n")
                        .addParameter(Types.of(asking), "requestor")
                        .addException(Exception.class)
                        .build());
        for (Trial trial : replies) {
            type.addMethod(ContractBase.sample(trial))
                    .addMethod(test(
                            asking,
                            asks,
                            other,
                            "livesWith" + trial.message().codeName(),
                            reply(other, trial),
                            base,
                            "It is what comes back."));
        }
        return type;
    }

    private static CodeBlock reply(Replier other, Trial trial) {
        CodeBlock payload = CodeBlock.of("$N()", trial.method());
        CodeBlock reply = other.replies().union() == null
                ? payload
                : CodeBlock.of(
                        "new $T($L)",
                        Types.of(other.replies().valueType()).nestedClass(variant(other, trial)),
                        payload);
        return other.mayAnswer() ? CodeBlock.of("$T.of($L)", Optional.class, reply) : reply;
    }

    private static String variant(Replier other, Trial trial) {
        return other.replies().variants().stream()
                .filter(variant ->
                        variant.message().codeName().equals(trial.message().codeName()))
                .map(Variant::typeName)
                .findFirst()
                .orElseThrow();
    }

    private static MethodSpec test(
            JavaName asking,
            String asks,
            Replier other,
            String name,
            CodeBlock reply,
            ContractBase base,
            String javadoc) {
        TypeName requestor = Types.of(asking);
        MethodSpec.Builder test = ContractBase.test(name, javadoc);
        base.prepare(test, null);
        return test.addStatement(
                        "$T replying =\n$T.replying($L -> $L, transport.sink())",
                        Subscribing.handlerOf(other.channel()),
                        Types.of(other.type()),
                        ContractBase.given(other.channel(), "request"),
                        reply)
                .beginControlFlow(
                        "try ($T replier =\n$T.start(transport, $L, replying);\n$T requestor = $L)",
                        ContractBase.tested(other.channel()),
                        RuntimeTypes.HANDLER_UNDER_TEST,
                        base.spec(other.type(), other.channel()),
                        requestor,
                        ContractBase.open(asking, replies(base)))
                .addStatement("$N(requestor)", asks)
                .addStatement("replier.awaitHandled()")
                .endControlFlow()
                .build();
    }

    private static ChannelPlan replies(ContractBase base) {
        return base.contract().own() instanceof Gatherer gatherer
                ? gatherer.replyChannel()
                : ((Requestor) base.contract().own()).replyChannel();
    }
}
