package io.tidings.messaging.micrometer;

import io.tidings.messaging.GeneratedPart;
import java.io.IOException;
import org.junit.jupiter.api.Test;

class MeasureTest {

    @Test
    void theManualListsEveryMeter() throws IOException {
        StringBuilder table = new StringBuilder("| meter | kind | tags | what |\n|---|---|---|---|\n");
        for (Measure measure : Measure.values()) {
            String unit = measure.kind.unit.isEmpty() ? "" : ", " + measure.kind.unit;
            table.append("| `%s` | %s%s | %s | %s |%n"
                    .formatted(measure.meter, measure.kind.label, unit, measure.tags, measure.description));
        }
        GeneratedPart.check("observability.md", "meters", table.toString());
    }
}
