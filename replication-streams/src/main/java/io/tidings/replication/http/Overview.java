package io.tidings.replication.http;

import io.tidings.messaging.KeyType;
import io.tidings.replication.Index;
import io.tidings.replication.ReplicaDefinition;
import io.tidings.replication.figures.Figure;
import io.tidings.replication.figures.ViewFigures;
import io.tidings.replication.internal.driver.BareView;
import io.tidings.replication.internal.driver.Placements;
import java.util.Map;
import java.util.TreeMap;
import org.apache.kafka.common.TopicPartition;
import tools.jackson.core.JsonGenerator;

/** What a view is and how it does, in JSON. */
final class Overview {

    private final JsonGenerator json;

    Overview(JsonGenerator json) {
        this.json = json;
    }

    void write(ServedView<?, ?> served, boolean detailed) {
        BareView<?, ?> bare = served.bare();
        ReplicaDefinition<?, ?> definition = served.view().definition();
        json.writeStartObject();
        json.writeStringProperty("name", definition.view());
        json.writeStringProperty("generation", bare.replica().name());
        json.writeStringProperty("store", definition.store().name());
        json.writeStringProperty("coverage", definition.coverage().name());
        json.writeStringProperty("key", keyName(definition.keyType()));
        json.writeName("indexes");
        json.writeStartObject();
        for (Index<?, ?> index : definition.indexes()) {
            json.writeStringProperty(index.name(), keyName(index.type()));
        }
        json.writeEndObject();
        figures(served.history().figures());
        if (detailed) {
            positions(bare.progress().positions());
            partitions(bare.placements());
            history(served.history());
        }
        json.writeEndObject();
    }

    private static String keyName(KeyType<?> type) {
        return KeyText.readable(type) ? type.toString() : "base64url";
    }

    private void figures(ViewFigures figures) {
        json.writeBooleanProperty("ready", figures.value(Figure.READY) > 0);
        number("rows", figures.value(Figure.ROWS));
        number("graves", figures.value(Figure.GRAVES));
        number("parked", figures.value(Figure.PARKED));
        number("withoutKey", figures.value(Figure.WITHOUT_KEY));
        number("lag", figures.value(Figure.LAG));
        number("ageSeconds", figures.value(Figure.AGE));
        number("newestAgeSeconds", figures.value(Figure.NEWEST_AGE));
    }

    /** JSON has no number for what is not known. */
    private void number(String name, double value) {
        json.writeName(name);
        number(value);
    }

    private void number(double value) {
        if (Double.isNaN(value)) {
            json.writeNull();
        } else if (value == Math.rint(value)) {
            json.writeNumber((long) value);
        } else {
            json.writeNumber(value);
        }
    }

    private void positions(Map<TopicPartition, Long> positions) {
        Map<String, Long> sorted = new TreeMap<>();
        positions.forEach((input, offset) -> sorted.put(input.topic() + "@" + input.partition(), offset));
        json.writeName("positions");
        json.writeStartObject();
        sorted.forEach(json::writeNumberProperty);
        json.writeEndObject();
    }

    private void partitions(Placements placements) {
        json.writeName("partitions");
        json.writeStartArray();
        for (int partition : placements.partitions()) {
            json.writeStartObject();
            json.writeNumberProperty("partition", partition);
            json.writeBooleanProperty("here", placements.held().contains(partition));
            placements.owner(partition).ifPresent(owner -> json.writeStringProperty("owner", owner));
            json.writeName("standbys");
            json.writeStartArray();
            placements.standbys(partition).forEach(json::writeString);
            json.writeEndArray();
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private void history(History history) {
        json.writeName("history");
        json.writeStartArray();
        for (History.Sample sample : history.samples()) {
            json.writeStartArray();
            json.writeNumber(sample.at());
            number(sample.lag());
            number(sample.age());
            json.writeEndArray();
        }
        json.writeEndArray();
    }
}
