package io.tidings.codegen.emit;

import static javax.lang.model.element.Modifier.ABSTRACT;
import static javax.lang.model.element.Modifier.FINAL;
import static javax.lang.model.element.Modifier.PROTECTED;
import static javax.lang.model.element.Modifier.PUBLIC;
import static javax.lang.model.element.Modifier.STATIC;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import io.tidings.codegen.contract.Contract;
import io.tidings.codegen.contract.Contract.Trial;
import io.tidings.codegen.contract.ContractPlan;
import io.tidings.codegen.contract.Sample;
import io.tidings.codegen.plan.ChannelPlan;
import io.tidings.codegen.plan.HeadersPlan;
import io.tidings.codegen.plan.JavaName;
import io.tidings.codegen.plan.MessagePlan;
import io.tidings.codegen.plan.ParametersPlan;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What all contract tests have in common: a broker, the document's topics, samples. */
record ContractBase(Contract contract, ContractPlan plan) {

    private static final ClassName EXCEPTION = ClassName.get(Exception.class);

    /** An abstract test class on a broker of its own. */
    TypeSpec.Builder type(String first) {
        TypeSpec.Builder type = TypeSpec.classBuilder(Types.of(contract.type()))
                .addModifiers(PUBLIC, ABSTRACT)
                .addJavadoc(JavadocText.of(first, contract.own().documentation()))
                .addField(FieldSpec.builder(RuntimeTypes.TIDINGS_EXTENSION, "TIDINGS", STATIC, FINAL)
                        .addAnnotation(RuntimeTypes.REGISTER_EXTENSION)
                        .initializer("$T.builder().kafka().build()", RuntimeTypes.TIDINGS_EXTENSION)
                        .build())
                .addMethod(MethodSpec.methodBuilder("topics")
                        .addAnnotation(RuntimeTypes.BEFORE_ALL)
                        .addModifiers(STATIC)
                        .addStatement(
                                "TIDINGS.provision($T.TOPICS)",
                                Types.of(plan.own().channelsType()))
                        .build());
        addParameters(type);
        addKey(type);
        return type;
    }

    /** A method that the user has to write. */
    static MethodSpec toWrite(String name, TypeName returns, String javadoc) {
        return MethodSpec.methodBuilder(name)
                .addModifiers(PROTECTED, ABSTRACT)
                .addJavadoc(JavadocText.of(javadoc))
                .addException(EXCEPTION)
                .returns(returns)
                .build();
    }

    /** A method that does nothing, unless the user lets it look at something. */
    static MethodSpec toLook(String name, TypeName type, String parameter, String javadoc) {
        return MethodSpec.methodBuilder(name)
                .addModifiers(PROTECTED)
                .addJavadoc(JavadocText.of(javadoc))
                .addParameter(type, parameter)
                .addException(EXCEPTION)
                .build();
    }

    /** A test, which is given a transport. */
    static MethodSpec.Builder test(String name, String javadoc) {
        return MethodSpec.methodBuilder(name)
                .addAnnotation(RuntimeTypes.TEST)
                .addJavadoc(JavadocText.of(javadoc))
                .addParameter(RuntimeTypes.TRANSPORT, "transport")
                .addException(EXCEPTION);
    }

    /** The sample of a message: where the document allows none to be made, the user has to. */
    static MethodSpec sample(Trial trial) {
        MessagePlan message = trial.message();
        MethodSpec.Builder method = MethodSpec.methodBuilder(trial.method())
                .addModifiers(PROTECTED)
                .addJavadoc(JavadocText.of("The message " + JavadocText.code(message.name())
                        + " to try: override it where the service needs another."))
                .returns(Types.of(message.payload()));
        return trial.sample()
                .map(sample -> method.addStatement("return $L", SampleCode.of(sample)))
                .orElseGet(() -> method.addModifiers(ABSTRACT))
                .build();
    }

    /**
     * The samples of what is sent: the message, and its headers where it cannot go without.
     *
     * @param sent the message as the side knows it that sends
     */
    static void addSamples(TypeSpec.Builder type, Trial trial, MessagePlan sent) {
        type.addMethod(sample(trial));
        HeadersPlan headers = sent.headers();
        if (headers != null && !headers.optional()) {
            type.addMethod(MethodSpec.methodBuilder(headersMethod(trial))
                    .addModifiers(PROTECTED)
                    .addJavadoc(JavadocText.of("The headers of message " + JavadocText.code(sent.name())
                            + " to try: override it where the service needs others."))
                    .returns(Types.of(headers.type()))
                    .addStatement("return $L", SampleCode.of(headers))
                    .build());
        }
    }

    private static boolean needsHeaders(Trial trial) {
        HeadersPlan headers = trial.message().headers();
        return headers != null && !headers.optional();
    }

    private static String headersMethod(Trial trial) {
        return trial.method() + "Headers";
    }

    /** {@code X.open(transport)}; where the document leaves open where replies go, to a topic of the test's own. */
    static CodeBlock open(JavaName requestor, ChannelPlan replies) {
        return replies.open()
                ? CodeBlock.of("$T.open(transport, TIDINGS.createTopic($S, 1))", Types.of(requestor), "replies")
                : CodeBlock.of("$T.open(transport)", Types.of(requestor));
    }

    /** {@code HandlerUnderTest<Key>}. */
    static TypeName tested(ChannelPlan channel) {
        return Types.generic(RuntimeTypes.HANDLER_UNDER_TEST, Types.of(channel.key()));
    }

    /**
     * What a test begins with, where the topic depends on parameters: their values, and the topic.
     *
     * @param sent what is sent, whose payload may say them; null if it is not known
     */
    void prepare(MethodSpec.Builder test, @Nullable Trial sent) {
        ChannelPlan channel = contract.own().channel();
        ParametersPlan parameters = channel.parameters();
        if (parameters == null) {
            return;
        }
        ClassName type = Types.of(parameters.type());
        if (sent != null && Parameters.areIn(sent.message(), channel)) {
            test.addStatement("$T parameters = $T.of($N())", type, type, sent.method());
        } else {
            test.addStatement("$T parameters = parameters()", type);
        }
        test.addStatement(
                "TIDINGS.provision($T.of($T.$N(parameters)))",
                List.class,
                Types.of(channel.constant().owner()),
                channel.constant().name() + "Topic");
    }

    /** The parameters' sample, where the topic depends on any. */
    private void addParameters(TypeSpec.Builder type) {
        ParametersPlan parameters = contract.own().channel().parameters();
        if (parameters != null) {
            type.addMethod(MethodSpec.methodBuilder("parameters")
                    .addModifiers(PROTECTED)
                    .addJavadoc("What the topic is called by: override it where the service has others.\n")
                    .returns(Types.of(parameters.type()))
                    .addStatement("return $L", SampleCode.of(parameters))
                    .build());
        }
    }

    /** The sample of a key that is more than text or a number, where the tests send any. */
    private void addKey(TypeSpec.Builder type) {
        JavaName key = contract.own().channel().key().type();
        if (key == null || !(contract instanceof Contract.Handling || contract instanceof Contract.Answering)) {
            return;
        }
        Sample sample = plan.keys().get(key);
        MethodSpec.Builder method = MethodSpec.methodBuilder("key")
                .addModifiers(PROTECTED)
                .addJavadoc("The key to try: override it where the service needs another.\n")
                .returns(Types.of(key));
        type.addMethod(
                sample == null
                        ? method.addModifiers(ABSTRACT).build()
                        : method.addStatement("return $L", SampleCode.of(sample))
                                .build());
    }

    /** {@code X.spec(…)} of a subscriber or replier on either side. */
    CodeBlock spec(JavaName of, ChannelPlan channel) {
        String group = contract.type().simpleName();
        return channel.parameters() == null
                ? CodeBlock.of("$T.spec($S)", Types.of(of), group)
                : CodeBlock.of("$T.spec($L, $S)", Types.of(of), parameters(channel), group);
    }

    /** The parameters as a side knows them. */
    private CodeBlock parameters(ChannelPlan channel) {
        ClassName type = Types.of(Objects.requireNonNull(channel.parameters()).type());
        ParametersPlan own = Objects.requireNonNull(contract.own().channel().parameters());
        return Types.of(own.type()).equals(type)
                ? CodeBlock.of("parameters")
                : CodeBlock.of("$T.parse(parameters.address()).orElseThrow()", type);
    }

    /** What a handler's lambda expression begins with. */
    static String given(ChannelPlan channel, String message) {
        return channel.parameters() == null ? message : "(" + message + ", where)";
    }

    /** The arguments of a method of a side that sends. */
    CodeBlock arguments(ChannelPlan channel, Trial trial) {
        List<CodeBlock> arguments = new ArrayList<>();
        if (channel.parameters() != null && !Parameters.areIn(trial.message(), channel)) {
            arguments.add(parameters(channel));
        }
        if (channel.key().present()) {
            arguments.add(SampleCode.key(channel.key()));
        }
        arguments.add(CodeBlock.of("$N()", trial.method()));
        if (needsHeaders(trial)) {
            arguments.add(CodeBlock.of("$N()", headersMethod(trial)));
        }
        return CodeBlock.join(arguments, ", ");
    }

    /** The arguments of a method of a side that sends a tombstone. */
    CodeBlock tombstone(ChannelPlan channel) {
        CodeBlock key = SampleCode.key(channel.key());
        return channel.parameters() == null ? key : CodeBlock.of("$L, $L", parameters(channel), key);
    }
}
