package io.tidings.replication.http;

import io.tidings.replication.figures.Figure;
import io.tidings.replication.figures.ViewFigures;
import java.util.Collection;

/** Figures in Prometheus' text format 0.0.4, named as Micrometer would name them there. */
final class MetricsText {

    static final String TYPE = "text/plain; version=0.0.4; charset=utf-8";

    private MetricsText() {}

    static String of(Collection<ViewFigures> views) {
        StringBuilder text = new StringBuilder();
        for (Figure figure : Figure.values()) {
            boolean counter = figure.kind() == Figure.Kind.COUNTER;
            String name = figure.meter().replace('.', '_')
                    + (figure.unit().isEmpty() ? "" : "_" + figure.unit())
                    + (counter ? "_total" : "");
            text.append("# HELP ")
                    .append(name)
                    .append(' ')
                    .append(figure.description())
                    .append('\n');
            text.append("# TYPE ")
                    .append(name)
                    .append(counter ? " counter" : " gauge")
                    .append('\n');
            for (ViewFigures view : views) {
                // The names of views have letters, digits and .-_ only: nothing needs to be escaped.
                text.append(name).append("{view=\"").append(view.view()).append("\"} ");
                text.append(view.value(figure)).append('\n');
            }
        }
        return text.toString();
    }
}
