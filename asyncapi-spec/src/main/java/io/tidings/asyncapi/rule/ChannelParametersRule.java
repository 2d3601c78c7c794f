package io.tidings.asyncapi.rule;

import io.tidings.asyncapi.diagnostic.DidYouMean;
import io.tidings.asyncapi.diagnostic.Severity;
import io.tidings.asyncapi.source.Node.Member;
import io.tidings.asyncapi.source.Node.ObjectNode;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

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
        for (Address address : Address.of(subject)) {
            Map<String, Member> declared = address.channel()
                    .object("parameters")
                    .map(ObjectNode::members)
                    .orElse(Map.of());
            Set<String> undeclared = new LinkedHashSet<>(address.parameters());
            undeclared.removeAll(declared.keySet());
            for (Member parameter : declared.values()) {
                if (!address.parameters().contains(parameter.name())
                        && !parameter.name().startsWith("x-")) {
                    // A slip in a name is one mistake, not two.
                    Optional<String> meant = DidYouMean.among(parameter.name(), undeclared);
                    meant.ifPresent(undeclared::remove);
                    findings.add(
                            parameter,
                            "the parameter '" + parameter.name() + "' does not occur in the address",
                            meant.map(name -> "did you mean '" + name + "'?")
                                    .orElse("write {" + parameter.name() + "} in the address, or remove it"));
                }
            }
            for (String name : undeclared) {
                findings.add(
                        address.place(), "the parameter '" + name + "' is not declared", "declare it in 'parameters'");
            }
        }
    }
}
