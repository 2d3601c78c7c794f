package io.tidings.codegen.emit;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.ParameterSpec;
import com.palantir.javapoet.TypeName;
import io.tidings.codegen.plan.ChannelPlan;
import io.tidings.codegen.plan.MessagePlan;
import io.tidings.codegen.plan.ParametersPlan;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The parameters of a method that sends: those of the address, where it has any; the key, where the channel has keys; then what is
 * sent.
 */
record Parameters(List<ParameterSpec> declared) {

    /** Without a payload. */
    static Parameters of(ChannelPlan channel) {
        return key(channel, address(channel));
    }

    /** With a payload, from which the address is taken, where it can. */
    static Parameters of(ChannelPlan channel, MessagePlan message) {
        return key(channel, areIn(message, channel) ? new Parameters(List.of()) : address(channel))
                .payload(message);
    }

    /** Those of the address alone. */
    static Parameters address(ChannelPlan channel) {
        Parameters none = new Parameters(List.of());
        ParametersPlan plan = channel.parameters();
        return plan == null ? none : none.and(Types.of(plan.type()), "parameters");
    }

    /** Whether the address need not be given, since the payload says it. */
    static boolean areIn(MessagePlan message, ChannelPlan channel) {
        ParametersPlan plan = channel.parameters();
        return plan != null && plan.in(message.payload()).isPresent();
    }

    private static Parameters key(ChannelPlan channel, Parameters before) {
        return channel.key().present() ? before.and(Types.of(channel.key()), "key") : before;
    }

    private Parameters payload(MessagePlan message) {
        return and(Types.of(message.payload()), "payload");
    }

    /** Where to listen, unless the document says it all. */
    static Parameters listening(ChannelPlan channel) {
        return channel.open() ? replyAddress(channel) : address(channel);
    }

    /** Where replies are expected, if the document leaves that open. */
    static Parameters replyAddress(ChannelPlan replies) {
        Parameters none = new Parameters(List.of());
        return replies.open() ? none.and(ClassName.get(String.class), "replyAddress") : none;
    }

    /** The headers that the sender decides, where they are given. */
    Parameters headers(MessagePlan message, boolean given) {
        return given && message.headers() != null
                ? and(Types.of(message.headers().type()), "headers")
                : this;
    }

    Parameters and(TypeName type, String name) {
        List<ParameterSpec> more = new ArrayList<>(declared);
        more.add(ParameterSpec.builder(type, name).build());
        return new Parameters(more);
    }

    /** For a call that passes them on. */
    String names() {
        return declared.stream().map(ParameterSpec::name).collect(Collectors.joining(", "));
    }
}
