package io.tidings.compat.landscape;

import io.tidings.asyncapi.diagnostic.Severity;
import io.tidings.asyncapi.model.Message;

/** A message as its sender describes it, and as its receiver does. */
record MessagePair(Link link, Message sent, Message received) {

    /** A finding of a rule that stands at a field of both messages, the receiver's first. */
    LandscapeFinding finding(SystemRule rule, Severity severity, String reason) {
        return LandscapeFinding.of(rule, severity, link, reason).about(received.name(), "");
    }

    /** The same, with both places. */
    LandscapeFinding finding(SystemRule rule, Severity severity, String field, String reason) {
        return finding(rule, severity, reason)
                .at(link.receiver().service(), received.locationOf(field), "received here")
                .at(link.sender().service(), sent.locationOf(field), "sent here");
    }

    /** How reasons begin: {@code Billing receives OrderPlaced with …}. */
    String receiver() {
        return link.receiver().service().name();
    }

    String sender() {
        return link.sender().service().name();
    }
}
