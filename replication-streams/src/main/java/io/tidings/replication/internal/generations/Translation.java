package io.tidings.replication.internal.generations;

import io.tidings.replication.core.Event;
import io.tidings.replication.core.Row;
import io.tidings.replication.core.RowValue;
import io.tidings.replication.core.Step;
import io.tidings.replication.internal.driver.EventReader;
import io.tidings.replication.internal.driver.IndexEntry;
import io.tidings.replication.internal.driver.Indexer;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * How an earlier generation of a view is kept by the definition of today: its rows are written as they were, and read as they are
 * now. Safe for use by several threads.
 *
 * @param today makes a row of today of one that is stored
 * @param stored makes a row to be stored of one of today, and loses nothing that a stored row has
 * @param indexNumbers for each of today's indexes, its number in the store; -1 if it has none
 */
public record Translation(UnaryOperator<RowValue> today, UnaryOperator<RowValue> stored, List<Integer> indexNumbers) {

    public Translation {
        indexNumbers = List.copyOf(indexNumbers);
    }

    /** Events as the store takes them. */
    public EventReader reading(EventReader reader) {
        return (message, origin) -> reader.read(message, origin).map(this::stored);
    }

    /** The entries that stored rows have in the store's own indexes. */
    public Indexer indexing(Indexer todays) {
        return value -> todays.entries(today.apply(value)).stream()
                .filter(entry -> number(entry) >= 0)
                .map(this::stored)
                .toList();
    }

    /** The number of one of today's index entries' index in the store; -1 if it has none. */
    int number(IndexEntry entry) {
        return indexNumbers.get(entry.index());
    }

    IndexEntry stored(IndexEntry entry) {
        return new IndexEntry(number(entry), entry.value());
    }

    Row today(Row row) {
        return row.live()
                ? new Row(row.state(), row.version(), row.seen(), row.since(), today.apply(row.value()), row.parked())
                : row;
    }

    private Event stored(Event event) {
        if (event instanceof Event.Upsert upsert) {
            return new Event.Upsert(upsert.log(), upsert.offset(), upsert.version(), stored.apply(upsert.value()));
        }
        if (event instanceof Event.Change change) {
            return new Event.Change(change.log(), change.offset(), change.version(), stored(change.step()));
        }
        return event;
    }

    private Step stored(Step step) {
        return before -> orNull(stored, step.after(orNull(today, before)));
    }

    private static @Nullable RowValue orNull(UnaryOperator<RowValue> translation, @Nullable RowValue value) {
        return value == null ? null : translation.apply(value);
    }
}
