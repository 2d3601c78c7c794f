package io.tidings.codegen;

import io.tidings.codegen.plan.Accessors;
import io.tidings.codegen.plan.ChannelPlan;
import io.tidings.codegen.plan.GenerationPlan;
import io.tidings.codegen.plan.HeadersPlan;
import io.tidings.codegen.plan.MessageChoice;
import io.tidings.codegen.plan.MessagePlan;
import io.tidings.codegen.plan.OperationPlan;
import io.tidings.codegen.plan.OperationPlan.Gatherer;
import io.tidings.codegen.plan.OperationPlan.Publisher;
import io.tidings.codegen.plan.OperationPlan.Replier;
import io.tidings.codegen.plan.OperationPlan.Requestor;
import io.tidings.codegen.plan.OperationPlan.Subscriber;
import io.tidings.codegen.plan.PlacePlan;
import io.tidings.codegen.plan.RecordSettings;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Words for what a plan has of all that there can be. */
final class Kinds {

    private final Set<String> found = new TreeSet<>();

    private Kinds() {}

    static Set<String> of(GenerationPlan plan) {
        Kinds kinds = new Kinds();
        plan.diagnostics().forEach(diagnostic -> kinds.found.add(diagnostic.code()));
        plan.channels().forEach(kinds::addChannel);
        plan.messages().forEach(kinds::addMessage);
        plan.operations().forEach(kinds::addOperation);
        plan.servers().ifPresent(servers -> kinds.found.add("servers"));
        plan.replicas().ifPresent(replicas -> kinds.found.add("replicas"));
        if (!plan.choices().isEmpty()) {
            kinds.found.add("field of several types");
        }
        kinds.addRecords(plan.records());
        return kinds.found;
    }

    private void addChannel(ChannelPlan channel) {
        found.add("key " + (channel.key().framed() ? "framed " : "")
                + channel.key().kind());
        if (channel.open()) {
            found.add("open address");
        }
        if (channel.parameters() != null) {
            found.add(channel.parameters().sources().isEmpty() ? "parameters" : "parameters of the payload");
            if (channel.parameters().parameters().stream().anyMatch(parameter -> parameter.enumeration() != null)) {
                found.add("parameters of an enum");
            }
        }
    }

    private void addMessage(MessagePlan message) {
        HeadersPlan headers = message.headers();
        if (headers != null) {
            found.add(headers.optional() ? "headers that may lack" : "headers");
            headers.headers().forEach(header -> found.add("header " + header.kind()));
        }
        if (!message.marks().isEmpty()) {
            found.add("headers that never change");
        }
        addPlace("correlation id", message.correlationId());
        addPlace("return address", message.replyTo());
    }

    private void addPlace(String what, @Nullable PlacePlan place) {
        if (place != null) {
            found.add(what + " in a " + place.getClass().getSimpleName());
        }
    }

    private void addOperation(OperationPlan operation) {
        found.add(operation.getClass().getSimpleName());
        if (operation instanceof Publisher publisher) {
            found.add(publisher.command() ? "command" : "event");
            found.add(publisher.tombstone() == null ? "no tombstone" : "tombstone");
        } else if (operation instanceof Subscriber subscriber) {
            found.add(subscriber.shared() ? "shared" : "partitioned");
            addChoice(subscriber.messages());
        } else if (operation instanceof Requestor requestor) {
            addChoice(requestor.replies());
        } else if (operation instanceof Gatherer gatherer) {
            addChoice(gatherer.replies());
        } else if (operation instanceof Replier replier) {
            found.add(replier.mayAnswer() ? "may answer" : "must answer");
            addChoice(replier.requests());
        }
    }

    private void addChoice(MessageChoice choice) {
        found.add(choice.union() == null ? "single" : "union");
    }

    private void addRecords(RecordSettings records) {
        found.add("text as " + records.stringType());
        found.add(records.packages().isEmpty() ? "records in their namespaces" : "records in other packages");
        found.add(records.stagedBuilders() ? "staged builders" : "no staged builders");
        if (!records.accessors().equals(Accessors.DEFAULT)) {
            found.add("other accessors");
        }
    }
}
