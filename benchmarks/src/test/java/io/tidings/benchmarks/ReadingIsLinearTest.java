package io.tidings.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import io.tidings.asyncapi.AsyncApi;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Counts work by the memory it allocates, which no load on the machine changes. */
class ReadingIsLinearTest {
    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    @TempDir
    private Path folder;

    @Test
    void tenTimesTheChannelsAllocateTenTimesTheMemory() throws IOException {
        allocated("warm.yaml", LargeDocument.yaml(100));
        double few = allocated("few.yaml", LargeDocument.yaml(100)) / 100.0;
        double many = allocated("many.yaml", LargeDocument.yaml(1_000)) / 1_000.0;

        assertThat(many / few)
                .as("bytes for each channel, of 1,000 against of 100")
                .isBetween(0.7, 1.2);
    }

    private long allocated(String name, String text) throws IOException {
        Path file = Files.writeString(folder.resolve(name), text);
        long thread = Thread.currentThread().getId();
        long before = THREADS.getThreadAllocatedBytes(thread);
        boolean valid = AsyncApi.read(file).valid();
        long after = THREADS.getThreadAllocatedBytes(thread);
        assertThat(valid).isTrue();
        return after - before;
    }
}
