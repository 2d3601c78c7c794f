package io.tidings.replication.http;

import io.tidings.replication.figures.Figure;
import io.tidings.replication.figures.ViewFigures;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/** What a view's lag and age were lately, so that somebody who comes because of trouble sees when it began. */
final class History {

    private final ViewFigures figures;
    private final int most;
    private final Deque<Sample> samples = new ArrayDeque<>();

    /**
     * How it was at a moment.
     *
     * @param at milliseconds since 1970
     * @param lag in offsets; not a number while the broker was away
     * @param age in seconds; not a number if the view had never caught up
     */
    record Sample(long at, double lag, double age) {}

    History(ViewFigures figures, int most) {
        this.figures = figures;
        this.most = most;
    }

    ViewFigures figures() {
        return figures;
    }

    /** Looks; takes as long as the broker takes. */
    void look(long now) {
        Sample sample = new Sample(now, figures.value(Figure.LAG), figures.value(Figure.AGE));
        synchronized (samples) {
            samples.addLast(sample);
            if (samples.size() > most) {
                samples.removeFirst();
            }
        }
    }

    List<Sample> samples() {
        synchronized (samples) {
            return new ArrayList<>(samples);
        }
    }
}
