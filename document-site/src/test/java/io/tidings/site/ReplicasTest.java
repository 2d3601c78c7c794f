package io.tidings.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReplicasTest {

    private static final String DOCUMENT = """
            asyncapi: 3.0.0
            info: {title: Planner, version: 1.0.0}
            channels:
              parcels: {address: parcels, messages: {Parcel: &parcel {bindings: {kafka: {key: {type: string}}}, payload: &schema {
                schemaFormat: application/vnd.apache.avro;version=1.12.0, schema: {type: record, name: Parcel,
                  fields: [{name: id, type: string}, {name: depot, type: string}, {name: revision, type: long}]}}}}}
              parcels2: {address: parcels-2, messages: {Parcel: *parcel, Gone: {bindings: {kafka: {key: {type: string}}}, payload: *schema}}}
              depots: {address: depots, messages: {Depot: {bindings: {kafka: {key: {type: string}}}, payload: *schema}}}
            operations:
              old:
                action: receive
                channel: {$ref: '#/channels/parcels'}
                x-tidings: {replica: {view: Parcels, version: {field: revision}, deletes: none}}
              new:
                action: receive
                channel: {$ref: '#/channels/parcels2'}
                x-tidings:
                  replica:
                    view: Parcels
                    fields: [id, depot]
                    version: {field: revision}
                    deletes: {message: Gone, version: header}
                    indexes: [depot, {name: all, fields: [depot, id]}]
                    staleness: {failAfter: PT30S}
                    joins: [{view: Depots, on: {field: depot}}]
              depots:
                action: receive
                channel: {$ref: '#/channels/depots'}
                x-tidings: {replica: {view: Depots, store: memory, copy: full}}
            """;

    @Test
    void aViewIsShownOnceWithAllThatFeedsIt(@TempDir Path folder) {
        String page = Documents.page(Documents.of(folder, DOCUMENT));
        String section = page.substring(page.indexOf("id=\"replicas-heading\""));
        String text = section.replaceAll("<[^>]*>", " ").replaceAll("\\s+", " ");
        assertThat(text)
                .contains("Rows id , depot")
                .contains("Fed by old of parcels Version the field revision Deletes nothing is ever deleted")
                .contains("Fed by new of parcels-2 Version the field revision Deletes Gone , ordered by the header")
                .contains("Found by depot , all ( depot , id )")
                .contains("Joined with Depots that the field depot names")
                .contains("Store on disk (RocksDB), shared out over the instances")
                .contains("Out of touch with its owner fails after PT30S")
                .contains("Store in memory, all of it on each instance")
                .contains("Out of touch with its owner answers all the same");
        // In the table of contents, at both operations, and beside its own heading.
        assertThat(page.split("href=\"#replica-Parcels\"", -1)).hasSize(5);
        assertThat(page).doesNotContain("replica-Parcels-2");
        assertThat(page).contains("<a href=\"#replica-Depots\"><code>Depots</code></a>");
    }
}
