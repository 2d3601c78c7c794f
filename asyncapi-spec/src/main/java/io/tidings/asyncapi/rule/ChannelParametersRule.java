package io.tidings.asyncapi.rule;

import io.tidings.asyncapi.diagnostic.DidYouMean;
import io.tidings.asyncapi.diagnostic.Severity;
import io.tidings.asyncapi.model.Channel;
import io.tidings.asyncapi.source.Node;
import io.tidings.asyncapi.source.Node.Member;
import io.tidings.asyncapi.source.Node.ObjectNode;
import java.util.Collection;
import java.util.Map;

/** AsyncAPI 3.0, Parameters Object: it must contain all the parameters of the address, and no others. */
final class ChannelParametersRule implements Rule {
    private static final RuleInfo INFO = new RuleInfo(
            "channel-parameters", Severity.ERROR, "the parameters of a channel and of its address are the same");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void check(Subject subject, Findings findings) {
        for (Channel channel : subject.document().channels().values()) {
            Node address = channel.node().get("address").orElse(channel.node());
            Map<String, Member> declared =
                    channel.node().object("parameters").map(ObjectNode::members).orElse(Map.of());
            for (String name : channel.parameters()) {
                if (!declared.containsKey(name)) {
                    findings.add(
                            address,
                            "the parameter '" + name + "' is not declared",
                            hint(name, declared.keySet(), "declare it in 'parameters'"));
                }
            }
            if (channel.address() != null) {
                for (Member parameter : declared.values()) {
                    if (!channel.parameters().contains(parameter.name())) {
                        findings.add(
                                parameter,
                                "the parameter '" + parameter.name() + "' does not occur in the address",
                                hint(
                                        parameter.name(),
                                        channel.parameters(),
                                        "write {" + parameter.name() + "} in the address, or remove it"));
                    }
                }
            }
        }
    }

    private static String hint(String name, Collection<String> others, String otherwise) {
        return DidYouMean.among(name, others)
                .map(near -> "did you mean '" + near + "'?")
                .orElse(otherwise);
    }
}
