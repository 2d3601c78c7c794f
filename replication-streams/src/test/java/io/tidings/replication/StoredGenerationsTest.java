package io.tidings.replication;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidings.messaging.Channel;
import io.tidings.messaging.KeyType;
import io.tidings.messaging.MessageType;
import io.tidings.replication.internal.copy.store.StateFolder;
import io.tidings.replication.internal.generations.Shape;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.apache.avro.Schema;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StoredGenerationsTest {

    @Test
    void aCopyThatSomebodyHasIsRemovedLater(@TempDir Path directory) throws IOException {
        Path copy = directory.resolve("View-f1");
        try (StateFolder used = Objects.requireNonNull(StateFolder.take(copy))) {
            Files.createDirectories(used.rows());

            assertThat(StoredGenerations.destroy(copy)).isFalse();
            assertThat(used.rows()).exists();
        }
        assertThat(StoredGenerations.destroy(copy)).isTrue();
        assertThat(copy).doesNotExist();
    }

    @Test
    void aStoreIsFedByWhatHasFedItAlone() {
        Schema schema = new Schema.Parser().parse("""
                {"type":"record","name":"V","fields":[{"name":"a","type":"string"}]}""");
        Schema removed = new Schema.Parser().parse("""
                {"type":"record","name":"Removed","fields":[{"name":"a","type":"string"}]}""");
        Channel<String> channel = new Channel<>("channel", "topic", KeyType.STRING);
        Feed<String, Object, Object> rows =
                Feed.of(channel, new MessageType<>("V", Object.class, schema), VersionSource.header(), Deletes.NONE);
        Feed<String, Object, Object> deletes =
                Feed.deleted(channel, new MessageType<>("Removed", Object.class, removed), VersionSource.header());
        Shape then = new Shape("1", "streams", true, schema.toString(), List.of(rows.identity()), List.of());

        assertThat(HostedGenerations.feedsOf(then, List.of(deletes, rows))).containsExactly(rows);
    }
}
