package io.tidings.codegen.emit;

import com.palantir.javapoet.ParameterSpec;
import com.palantir.javapoet.TypeName;
import io.tidings.codegen.plan.ChannelPlan;
import io.tidings.codegen.plan.KeyKind;
import io.tidings.codegen.plan.MessagePlan;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** The parameters of a method that sends: the key, where the channel has keys, then what is sent. */
record Parameters(List<ParameterSpec> declared) {

    static Parameters of(ChannelPlan channel) {
        return channel.key() == KeyKind.NONE
                ? new Parameters(List.of())
                : new Parameters(List.of(
                        ParameterSpec.builder(Types.of(channel.key()), "key").build()));
    }

    Parameters payload(MessagePlan message) {
        return and(Types.of(message.payload()), "payload");
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
