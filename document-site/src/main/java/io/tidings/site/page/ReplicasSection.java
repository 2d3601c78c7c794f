package io.tidings.site.page;

import io.tidings.asyncapi.model.Operation;
import io.tidings.asyncapi.model.ReplicaDeclaration;
import io.tidings.asyncapi.model.ReplicaDeclaration.Deletes;
import io.tidings.asyncapi.model.ReplicaDeclaration.Store;
import io.tidings.site.html.Element;
import io.tidings.site.html.Html;
import java.util.List;
import java.util.Objects;

/** The local copies of what other services own. */
final class ReplicasSection {
    static final String ID = "replicas";

    private ReplicasSection() {}

    static Html of(Described page) {
        List<Html> cards = page.document().operations().values().stream()
                .filter(operation -> operation.extension().replica() != null)
                .map(operation -> card(
                        page,
                        operation,
                        Objects.requireNonNull(operation.extension().replica())))
                .toList();
        return Parts.section(ID, "Replicas", cards);
    }

    private static Html card(Described page, Operation operation, ReplicaDeclaration replica) {
        Element facts = Parts.facts();
        Parts.fact(facts, "Fed by", page.link(operation));
        Parts.fact(facts, "Channel", page.link(operation.channel()));
        Parts.fact(
                facts,
                "Fields",
                replica.fields().isEmpty()
                        ? Html.text("all")
                        : Parts.commas(
                                replica.fields().stream().map(Parts::code).toList()));
        Parts.fact(
                facts,
                "Version",
                replica.versionField() == null
                        ? Html.text("the header of the message")
                        : Html.all(Html.text("the field "), Parts.code(replica.versionField())));
        Parts.fact(
                facts,
                "Deletes",
                replica.deletes() == Deletes.TOMBSTONE ? "a message without a payload" : "nothing is ever deleted");
        Parts.fact(facts, "Store", replica.store() == Store.ROCKSDB ? "on disk (RocksDB)" : "in memory");
        String id = page.id("replica", replica.view(), replica);
        return Parts.card(id).add(Parts.heading("h3", id, replica.view()), facts);
    }
}
