package io.tidings.codegen.mojo;

import io.tidings.codegen.output.SourceFile;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.apache.maven.plugin.MojoFailureException;

/**
 * What the executions of one project have generated in this build. Documents may share Avro types: the first execution
 * generates them, the others must agree with it. One class that two documents define differently would otherwise hold
 * whatever was generated last.
 */
final class SharedSources {

    private static final Pattern ORIGIN =
            Pattern.compile("@(?:io\\.tidings\\.messaging\\.)?Generated\\((?:[^\")]|\"(?:[^\"\\\\]|\\\\.)*+\")*+\\)");

    private final Map<Path, Owned> files = new HashMap<>();

    private record Owned(String execution, String content) {}

    private SharedSources() {}

    /** Those of the project that this plugin context belongs to. */
    @SuppressWarnings({"unchecked", "rawtypes"}) // Maven's own signature
    static SharedSources in(Map pluginContext) {
        return (SharedSources)
                pluginContext.computeIfAbsent(SharedSources.class.getName(), name -> new SharedSources());
    }

    /** The files that the execution has to write: without those that another one has written just so. */
    synchronized List<SourceFile> claim(Path root, String execution, List<SourceFile> wanted)
            throws MojoFailureException {
        List<SourceFile> mine = new ArrayList<>();
        for (SourceFile file : wanted) {
            Path path = root.resolve(file.path()).toAbsolutePath().normalize();
            Owned owned = files.get(path);
            if (owned == null || owned.execution().equals(execution)) {
                files.put(path, new Owned(execution, file.content()));
                mine.add(file);
            } else if (!same(owned.content(), file.content())) {
                throw new MojoFailureException("Executions '" + owned.execution() + "' and '" + execution
                        + "' both generate " + file.path()
                        + ", and differently. Give one of them another <packageName>,"
                        + " or make their Avro types agree.");
            }
        }
        return mine;
    }

    /** Whether two sources differ in nothing but the document they come from. */
    private static boolean same(String one, String other) {
        return ORIGIN.matcher(one).replaceAll("").equals(ORIGIN.matcher(other).replaceAll(""));
    }
}
