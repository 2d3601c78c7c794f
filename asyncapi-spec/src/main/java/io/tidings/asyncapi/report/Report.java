package io.tidings.asyncapi.report;

import io.tidings.asyncapi.diagnostic.Severity;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What a command found, before it is put into a format.
 *
 * @param command who judged, in one word: reports of one command are kept apart from those of others
 * @param title what was done, in a few words
 * @param sections one for each document, in the order in which they were named
 * @param notes whole sentences about the documents together
 * @param passed whether what was judged holds
 * @param failsFrom the least severity that fails: warnings fail where the judgement is strict
 * @param summary the last line
 * @param rules what there is to say of the codes of entries
 * @param sources where code frames get their lines from
 * @param json the command's own contract for programs, made when it is asked for
 * @param asides what was found and does not stand in a section: for formats that keep account of it
 */
public record Report(
        String command,
        String title,
        List<Section> sections,
        List<String> notes,
        boolean passed,
        Severity failsFrom,
        String summary,
        Rules rules,
        Sources sources,
        Supplier<String> json,
        List<Aside> asides) {

    /** A report in which all that was found stands in a section. */
    public Report(
            String command,
            String title,
            List<Section> sections,
            List<String> notes,
            boolean passed,
            Severity failsFrom,
            String summary,
            Rules rules,
            Sources sources,
            Supplier<String> json) {
        this(command, title, sections, notes, passed, failsFrom, summary, rules, sources, json, List.of());
    }

    /**
     * Something that was found and is not told.
     *
     * @param why in words, where someone gave a reason
     */
    public record Aside(Entry entry, Standing standing, String why) {}

    /** Why something that was found is not told. */
    public enum Standing {
        /** Someone decided to live with it. */
        SUPPRESSED,
        /** An earlier report told it. */
        KNOWN
    }

    /**
     * What a rule says of itself.
     *
     * @param summary one sentence without a full stop
     * @param help why, and what to do about it, in Markdown
     */
    public record RuleText(String summary, String help) {}

    /** Looks up what a rule says of itself; most formats do not ask. */
    @FunctionalInterface
    public interface Rules {
        Optional<RuleText> of(String code);
    }

    /**
     * A document and what there is to say of it, in the order in which it is printed.
     *
     * @param verdict what is said of this document among others; null where it is said of all together
     */
    public record Section(
            String file, List<Entry> entries, @Nullable Verdict verdict) {
        public Section {
            entries = List.copyOf(entries);
        }

        public Section(String file, List<Entry> entries) {
            this(file, entries, null);
        }
    }

    /**
     * What is said of one document among others.
     *
     * @param sentence names the document
     * @param notes whole sentences about this document
     */
    public record Verdict(boolean passed, String sentence, List<String> notes) {
        public Verdict {
            notes = List.copyOf(notes);
        }
    }

    /** Gives the lines of files, fresh for each time a report is printed. */
    @FunctionalInterface
    public interface Sources {
        /** Those that stand on the disk. */
        Sources FILES = SourceLines::ofFiles;

        SourceLines open();
    }

    public Report {
        sections = List.copyOf(sections);
        notes = List.copyOf(notes);
        asides = List.copyOf(asides);
    }

    /** All entries, each once: what is wrong in a file that several documents share is wrong in each of them. */
    public List<Entry> entries() {
        Set<Entry> distinct = new LinkedHashSet<>();
        sections.forEach(section -> distinct.addAll(section.entries()));
        return List.copyOf(distinct);
    }

    /** The sections without the entries that an earlier one has. Those that lose all of them stay, empty. */
    public List<Section> distinctSections() {
        Set<Entry> seen = new LinkedHashSet<>();
        List<Section> distinct = new ArrayList<>();
        for (Section section : sections) {
            distinct.add(new Section(
                    section.file(), section.entries().stream().filter(seen::add).toList(), section.verdict()));
        }
        return distinct;
    }

    /** The same without what is no reason to fail. */
    public Report onlyFailures() {
        List<Section> failing = sections.stream()
                .map(section -> new Section(
                        section.file(),
                        section.entries().stream().filter(this::fails).toList(),
                        failing(section.verdict())))
                .toList();
        return new Report(command, title, failing, notes, passed, failsFrom, summary, rules, sources, json, asides);
    }

    private static @Nullable Verdict failing(@Nullable Verdict verdict) {
        return verdict == null || verdict.passed() ? null : verdict;
    }

    /** Whether an entry is a reason to fail. */
    public boolean fails(Entry entry) {
        return entry.severity().compareTo(failsFrom) <= 0;
    }
}
