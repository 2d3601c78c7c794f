package io.tidings.examples.demo;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Tells what happens, a line for each step, and at the end how long the parts took. Used by one thread. */
final class Narrator {

    private final PrintStream out;
    private final long start = System.nanoTime();
    private final List<Chapter> chapters = new ArrayList<>();
    private int steps;

    /** A part of the demo and when it began, in nanoseconds. */
    private record Chapter(String title, long began) {}

    Narrator(PrintStream out) {
        this.out = out;
    }

    void chapter(String title) {
        chapters.add(new Chapter(title, System.nanoTime()));
        out.printf("%n%s%n", title);
    }

    void step(String what) {
        steps++;
        out.printf(Locale.ROOT, "  %5.1f s  %s%n", seconds(start, System.nanoTime()), what);
    }

    /** What a tool printed, set apart. */
    void quote(String text) {
        text.lines().forEach(line -> out.println("           | " + line));
    }

    void failed(String why) {
        out.printf("%nFAILED: %s%n", why);
    }

    void summary() {
        long end = System.nanoTime();
        out.printf("%nAll %d steps went as they should:%n", steps);
        for (int i = 0; i < chapters.size(); i++) {
            Chapter chapter = chapters.get(i);
            long until = i + 1 < chapters.size() ? chapters.get(i + 1).began() : end;
            out.printf(Locale.ROOT, "  %5.1f s  %s%n", seconds(chapter.began(), until), chapter.title());
        }
        out.printf(Locale.ROOT, "  %5.1f s  in all%n", seconds(start, end));
    }

    private static double seconds(long from, long to) {
        return (to - from) / 1e9;
    }
}
