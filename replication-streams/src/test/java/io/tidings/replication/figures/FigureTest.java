package io.tidings.replication.figures;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidings.replication.FakeCluster;
import io.tidings.replication.Staleness;
import io.tidings.replication.internal.driver.MovableClock;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class FigureTest {

    private static final String BEGIN = "<!-- generated: replica-meters -->\n";
    private static final String END = "<!-- end -->";

    private final MovableClock clock = new MovableClock();
    private final FakeCluster cluster = new FakeCluster(1, Staleness.answerAlways(), clock);
    private final FakeCluster.Instance instance = cluster.join("a:1");
    private final ViewFigures figures = new ViewFigures(instance.view(), clock);

    @Test
    void figuresSayHowTheViewDoes() {
        cluster.hold(0, instance);
        cluster.says("a", 1, "A");
        cluster.says("b", 1, "B");
        cluster.deletes("b", 2);
        cluster.babbles("c", 1L);
        clock.advance(Duration.ofMillis(2_500));

        assertThat(figures.value(Figure.READY)).isEqualTo(1);
        assertThat(figures.value(Figure.ROWS)).isEqualTo(1);
        assertThat(figures.value(Figure.GRAVES)).isEqualTo(1);
        assertThat(figures.value(Figure.PARKED)).isEqualTo(1);
        assertThat(figures.value(Figure.PARTITIONS)).isEqualTo(1);
        assertThat(figures.value(Figure.AGE)).isEqualTo(2.5);
        assertThat(figures.value(Figure.LAG)).isZero();
    }

    @Test
    void whatIsNotKnownIsNotANumber() {
        instance.notReady();
        instance.caughtUpAt(null);
        instance.deaf(true);

        assertThat(figures.value(Figure.READY)).isZero();
        assertThat(figures.value(Figure.AGE)).isNaN();
        assertThat(figures.value(Figure.LAG)).isNaN();
    }

    @Test
    void theManualListsEveryFigure() throws IOException {
        StringBuilder table = new StringBuilder("| meter | kind | what |\n|---|---|---|\n");
        for (Figure figure : Figure.values()) {
            String unit = figure.unit().isEmpty() ? "" : ", " + figure.unit();
            table.append("| `%s` | %s%s | %s |\n"
                    .formatted(
                            figure.meter(), figure.kind().name().toLowerCase(Locale.ROOT), unit, figure.description()));
        }
        Path page = Path.of("../docs/replica-queries.md");
        String text = Files.readString(page);
        int from = text.indexOf(BEGIN) + BEGIN.length();
        int to = text.indexOf(END, from);
        if ("update".equals(System.getProperty("tidings.docs"))) {
            Files.writeString(page, text.substring(0, from) + table + text.substring(to));
        } else {
            assertThat(text.substring(from, to))
                    .as("run with -Dtidings.docs=update")
                    .isEqualTo(table.toString());
        }
    }
}
