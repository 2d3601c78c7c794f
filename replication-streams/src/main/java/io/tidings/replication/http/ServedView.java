package io.tidings.replication.http;

import static java.util.Objects.requireNonNull;

import io.tidings.messaging.KeyType;
import io.tidings.replication.AtLeast;
import io.tidings.replication.Freshness;
import io.tidings.replication.Index;
import io.tidings.replication.Position;
import io.tidings.replication.ReplicaRow;
import io.tidings.replication.ReplicaView;
import io.tidings.replication.core.Row;
import io.tidings.replication.figures.ViewFigures;
import io.tidings.replication.internal.driver.BareView;
import io.tidings.replication.remote.Answer;
import io.tidings.replication.remote.Entry;
import io.tidings.replication.remote.EverywhereView;
import io.tidings.replication.remote.Gathered;
import io.tidings.replication.remote.Peers;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.StringJoiner;
import org.apache.avro.generic.IndexedRecord;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;

/** One view, asked in texts and answering in JSON. */
final class ServedView<K, V> {

    private static final int DEFAULT_PAGE = 100;

    private final ReplicaView<K, V> view;
    private final BareView<K, V> bare;
    private final EverywhereView<K, V> everywhere;
    private final History history;
    private final EndpointOptions options;
    private final InstantSource clock;

    /** A row with its key as it travels. */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Found(byte[] key, Row row) {}

    ServedView(ReplicaView<K, V> view, Peers peers, EndpointOptions options, int samples, InstantSource clock) {
        this.view = view;
        @SuppressWarnings("unchecked") // a view is a bare view of its own types
        BareView<K, V> same = (BareView<K, V>) view;
        this.bare = same;
        this.everywhere = EverywhereView.of(view, peers);
        this.history = new History(new ViewFigures(view, clock), samples);
        this.options = options;
        this.clock = clock;
    }

    String name() {
        return view.definition().view();
    }

    History history() {
        return history;
    }

    BareView<K, V> bare() {
        return bare;
    }

    ReplicaView<K, V> view() {
        return view;
    }

    /** One row. */
    Reply row(String keyText, Question question) {
        question.only("atLeast", "timeout");
        K key = KeyText.parse(view.definition().keyType(), keyText);
        Duration timeout = question.timeout(options.timeout());
        Optional<AtLeast> atLeast = question.parameter("atLeast").map(ServedView::token);
        Answer<V> answer = answer(key, atLeast, timeout);
        Optional<ReplicaRow<V>> row = answer.row();
        Reply reply = row.isPresent()
                ? Reply.json(200, json -> writeRow(json, key, row.get()))
                        .with("Tidings-Version", Long.toString(row.get().version()))
                : Reply.problem(HttpProblem.noRow("View '" + name() + "' has no row '" + keyText + "'"));
        Reply placed = withFreshness(reply, answer.freshness(), positionOf(key, answer.freshness()));
        return answer.standby() ? placed.with("Tidings-Standby", Integer.toString(partition(key))) : placed;
    }

    private Answer<V> answer(K key, Optional<AtLeast> atLeast, Duration timeout) {
        if (atLeast.isEmpty()) {
            return everywhere.get(key, timeout);
        }
        try {
            return everywhere.get(key, atLeast.get(), timeout);
        } catch (IllegalArgumentException e) {
            throw HttpProblem.badRequest(String.valueOf(e.getMessage()), e);
        }
    }

    private static AtLeast token(String text) {
        try {
            return AtLeast.parse(text);
        } catch (IllegalArgumentException e) {
            throw HttpProblem.badRequest(String.valueOf(e.getMessage()), e);
        }
    }

    /** The rows of a range, page by page, or those that an index finds. */
    Reply rows(Question question) {
        if (question.parameter("by").isPresent()) {
            question.only("by", "value", "timeout");
            Index<V, ?> index = index(question.parameters().getOrDefault("by", ""));
            String value =
                    question.parameter("value").orElseThrow(() -> HttpProblem.badRequest("'by' needs a 'value'", null));
            return page(by(index, value, question.timeout(options.timeout())));
        }
        question.only("from", "to", "after", "limit", "timeout");
        Optional<K> after = key(question, "after");
        if (after.isPresent() && question.parameter("from").isPresent()) {
            throw HttpProblem.badRequest("Rows begin either 'from' a key or 'after' one", null);
        }
        int limit = question.count("limit", Math.min(DEFAULT_PAGE, options.maxRows()), options.maxRows());
        K from = after.or(() -> key(question, "from")).orElse(null);
        K to = key(question, "to").orElse(null);
        // One more, since a page begins with the last row of the one before, which is left out.
        int asked = after.isPresent() ? limit + 1 : limit;
        Gathered<K, V> gathered = everywhere.range(from, to, asked, question.timeout(options.timeout()));
        return page(after.isPresent() ? behind(gathered, after.get(), limit) : gathered);
    }

    private <T> Gathered<K, V> by(Index<V, T> index, String value, Duration timeout) {
        return everywhere.by(index, KeyText.parse(index.type(), value), timeout);
    }

    private Index<V, ?> index(String name) {
        List<String> names = new ArrayList<>();
        for (Index<V, ?> index : view.definition().indexes()) {
            if (index.name().equals(name)) {
                return index;
            }
            names.add(index.name());
        }
        throw HttpProblem.badRequest("View '" + name() + "' has no index '" + name + "'; it has " + names, null);
    }

    private Optional<K> key(Question question, String parameter) {
        return question.parameter(parameter)
                .map(text -> KeyText.parse(view.definition().keyType(), text));
    }

    private Gathered<K, V> behind(Gathered<K, V> gathered, K after, int limit) {
        String last = keyText(after);
        List<Entry<K, V>> rest = gathered.entries().stream()
                .filter(entry -> !keyText(entry.key()).equals(last))
                .toList();
        boolean more = gathered.more() || rest.size() > limit;
        List<Entry<K, V>> page = rest.subList(0, Math.min(limit, rest.size()));
        return new Gathered<>(page, more, gathered.from(), gathered.standby(), gathered.freshness());
    }

    private Reply page(Gathered<K, V> gathered) {
        Reply reply = Reply.json(200, json -> {
            json.writeStartObject();
            json.writeName("rows");
            json.writeStartArray();
            gathered.entries().forEach(entry -> writeRow(json, entry.key(), entry.row()));
            json.writeEndArray();
            json.writeBooleanProperty("more", gathered.more());
            int last = gathered.entries().size() - 1;
            if (gathered.more() && last >= 0) {
                json.writeStringProperty(
                        "after", keyText(gathered.entries().get(last).key()));
            }
            json.writeEndObject();
        });
        StringJoiner standby = new StringJoiner(", ");
        gathered.standby().stream().sorted().forEach(partition -> standby.add(partition.toString()));
        Reply placed = withFreshness(reply, gathered.freshness(), position(gathered.freshness(), null));
        return gathered.standby().isEmpty() ? placed : placed.with("Tidings-Standby", standby.toString());
    }

    /** Keys that are parked here, with their reasons. */
    Reply parked(Question question) {
        question.only("limit");
        int limit = question.count("limit", DEFAULT_PAGE, options.maxRows());
        List<Found> parked = new ArrayList<>();
        // All rows are looked at, until there are enough; how many there are in all is one of the view's figures.
        bare.rows().forEach((key, row) -> {
            if (row.parked() != null) {
                parked.add(new Found(key, row));
            }
            return parked.size() < limit;
        });
        return Reply.json(200, json -> {
            json.writeStartObject();
            json.writeName("parked");
            json.writeStartArray();
            parked.forEach(key -> writeParked(json, key));
            json.writeEndArray();
            json.writeEndObject();
        });
    }

    private void writeParked(JsonGenerator json, Found found) {
        Row.Parked parked = requireNonNull(found.row().parked());
        json.writeStartObject();
        json.writeStringProperty("key", KeyText.ofBytes(view.definition().keyType(), found.key()));
        Long version = parked.version();
        if (version != null) {
            json.writeNumberProperty("version", version);
        }
        json.writeNumberProperty("offset", parked.offset());
        json.writeStringProperty(
                "topic", bare.replica().inputs().get(parked.log()).topic());
        json.writeStringProperty("since", Instant.ofEpochMilli(parked.at()).toString());
        json.writeStringProperty("reason", parked.reason());
        json.writeEndObject();
    }

    private void writeRow(JsonGenerator json, K key, ReplicaRow<V> row) {
        json.writeStartObject();
        json.writeStringProperty("id", keyText(key));
        json.writeName("key");
        new AvroJson(json).write(null, key);
        json.writeNumberProperty("version", row.version());
        json.writeStringProperty("since", row.since().toString());
        json.writeName("value");
        new AvroJson(json).write((IndexedRecord) row.value());
        json.writeEndObject();
    }

    private String keyText(K key) {
        KeyType<K> type = view.definition().keyType();
        return KeyText.of(type, key);
    }

    private int partition(K key) {
        return bare.placements().partition(bare.keyBytes(key));
    }

    private String positionOf(K key, Freshness freshness) {
        return position(freshness, bare.placements().spread() ? partition(key) : null);
    }

    /** Places that were taken into account, each of which is a token to ask with ({@link AtLeast#parse}). */
    private static String position(Freshness freshness, @Nullable Integer only) {
        StringJoiner text = new StringJoiner(", ");
        for (Position position : freshness.positions()) {
            position.offsets().forEach((partition, next) -> {
                if (next > 0 && (only == null || only.equals(partition))) {
                    text.add(AtLeast.position(position.address(), partition, next - 1)
                            .toString());
                }
            });
        }
        return text.toString();
    }

    private Reply withFreshness(Reply reply, Freshness freshness, String position) {
        Reply placed = position.isEmpty() ? reply : reply.with("Tidings-Position", position);
        Instant now = clock.instant();
        return freshness
                .age(now)
                .map(age -> placed.with("Tidings-Age", String.valueOf(age.toMillis() / 1000.0)))
                .orElse(placed);
    }
}
