package io.tidings.codegen.emit;

import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import io.tidings.codegen.contract.Contract.Answering;
import io.tidings.codegen.contract.Contract.Trial;
import io.tidings.codegen.plan.ChannelPlan;
import io.tidings.codegen.plan.JavaName;
import io.tidings.codegen.plan.MessagePlan;
import io.tidings.codegen.plan.OperationPlan;
import io.tidings.codegen.plan.OperationPlan.AskMethods;
import io.tidings.codegen.plan.OperationPlan.GatherMethods;
import io.tidings.codegen.plan.OperationPlan.Gatherer;
import io.tidings.codegen.plan.OperationPlan.Requestor;
import java.time.Duration;
import javax.lang.model.element.Modifier;

/** Contract tests of what answers: each kind of request gets a reply that those can read who asked. */
final class AnsweringContractEmitter {

    private AnsweringContractEmitter() {}

    static TypeSpec emit(Answering contract, ContractBase base) {
        TypeName handler = Types.of(contract.own().handler());
        TypeSpec.Builder type =
                base.type("What a " + JavadocText.code(contract.own().handler().simpleName())
                        + " has to do: answer every kind of request, on a broker in this JVM.");
        type.addMethod(ContractBase.toWrite("handler", handler, "The handler under test."))
                .addMethod(replying(contract));
        type.addMethod(
                ContractBase.toLook("replied", reply(contract), "reply", "Looks at a reply as who asked gets it."));
        for (Trial trial : contract.trials()) {
            ContractBase.addSamples(type, trial, asked(contract, trial));
            type.addMethod(test(contract, base, trial));
        }
        return type.build();
    }

    private static TypeName reply(Answering contract) {
        if (contract.other() instanceof Gatherer gatherer) {
            return Types.generic(
                    RuntimeTypes.GATHERED, Types.of(gatherer.replies().valueType()));
        }
        return Types.of(((Requestor) contract.other()).replies().valueType());
    }

    private static MethodSpec replying(Answering contract) {
        return MethodSpec.methodBuilder("replying")
                .addModifiers(Modifier.PROTECTED)
                .addJavadoc(
                        JavadocText.of("How requests reach the handler: override it where the service wraps it, as an"
                                + " idempotent receiver does."))
                .addParameter(RuntimeTypes.MESSAGE_SINK, "replies")
                .addException(Exception.class)
                .returns(Subscribing.handlerOf(contract.own().channel()))
                .addStatement(
                        "return $T.replying(handler(), replies)",
                        Types.of(contract.own().type()))
                .build();
    }

    private static MethodSpec test(Answering contract, ContractBase base, Trial trial) {
        OperationPlan other = contract.other();
        JavaName asking = other instanceof Gatherer gatherer ? gatherer.type() : ((Requestor) other).type();
        ChannelPlan replies =
                other instanceof Gatherer gatherer ? gatherer.replyChannel() : ((Requestor) other).replyChannel();
        MethodSpec.Builder test =
                ContractBase.test("answers" + trial.message().codeName(), "It is answered within half a minute.");
        base.prepare(test, trial);
        test.beginControlFlow(
                "try ($T tested =\n$T.start(transport, $L, replying(transport.sink()));\n$T requestor = $L)",
                ContractBase.tested(contract.own().channel()),
                RuntimeTypes.HANDLER_UNDER_TEST,
                base.spec(contract.own().type(), contract.own().channel()),
                Types.of(asking),
                ContractBase.open(asking, replies));
        if (contract.other() instanceof Gatherer gatherer) {
            test.addStatement(
                    "$T reply = requestor.$N($L, $T.untilCount(1).within($T.ofSeconds(5)))",
                    reply(contract),
                    methods(gatherer, trial).gatherAndWait(),
                    base.arguments(gatherer.channel(), trial),
                    RuntimeTypes.GATHER,
                    Duration.class);
        } else {
            Requestor requestor = (Requestor) contract.other();
            test.addStatement(
                    "$T reply = requestor.$N($L, $T.ofSeconds(30))",
                    reply(contract),
                    methods(requestor, trial).requestAndWait(),
                    base.arguments(requestor.channel(), trial),
                    Duration.class);
        }
        return test.addStatement("tested.awaitHandled()")
                .addStatement("replied(reply)")
                .endControlFlow()
                .build();
    }

    private static MessagePlan asked(Answering contract, Trial trial) {
        return contract.other() instanceof Gatherer gatherer
                ? methods(gatherer, trial).message()
                : methods((Requestor) contract.other(), trial).message();
    }

    private static GatherMethods methods(Gatherer gatherer, Trial trial) {
        return gatherer.methods().stream()
                .filter(method -> same(method.message(), trial))
                .findFirst()
                .orElseThrow();
    }

    private static AskMethods methods(Requestor requestor, Trial trial) {
        return requestor.methods().stream()
                .filter(method -> same(method.message(), trial))
                .findFirst()
                .orElseThrow();
    }

    private static boolean same(MessagePlan message, Trial trial) {
        return message.codeName().equals(trial.message().codeName());
    }
}
