package io.tidings.codegen.mojo;

import io.tidings.codegen.output.RunKey;
import java.nio.file.Path;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.apache.maven.plugin.MojoFailureException;

/**
 * What the runs of one project have generated in this build. Documents may share Avro types: the first run generates them, the
 * others must agree with it. One class that two documents define differently would otherwise hold whatever was generated
 * last.
 */
final class SharedSources {

    private final Map<Path, Owned> files = new HashMap<>();

    private record Owned(RunKey run, String meaning) {}

    private SharedSources() {}

    /** Those of the project that this plugin context belongs to. */
    @SuppressWarnings({"unchecked", "rawtypes"}) // Maven's own signature
    static SharedSources in(Map pluginContext) {
        return (SharedSources)
                pluginContext.computeIfAbsent(SharedSources.class.getName(), name -> new SharedSources());
    }

    /** Which of the files nobody else has written in this build. */
    synchronized Set<String> free(Path root, RunKey run, Collection<String> paths) {
        Set<String> free = new HashSet<>();
        for (String path : paths) {
            Owned owned = files.get(place(root, path));
            if (owned == null || owned.run().equals(run)) {
                free.add(path);
            }
        }
        return free;
    }

    /**
     * Says which files a run makes.
     *
     * @param wanted what each of them means, by its path
     * @return those that the run has to write: without those that another one has written just so
     */
    synchronized Set<String> claim(Path root, RunKey run, Map<String, String> wanted) throws MojoFailureException {
        files.values().removeIf(owned -> owned.run().equals(run));
        Set<String> free = free(root, run, wanted.keySet());
        for (Map.Entry<String, String> file : wanted.entrySet()) {
            Path place = place(root, file.getKey());
            if (free.contains(file.getKey())) {
                files.put(place, new Owned(run, file.getValue()));
                continue;
            }
            Owned owned = java.util.Objects.requireNonNull(files.get(place));
            if (!owned.meaning().equals(file.getValue())) {
                throw new MojoFailureException(both(owned.run(), run) + " both generate " + file.getKey()
                        + ", and differently. Give one of them another <packageName>,"
                        + " or make their Avro types agree.");
            }
        }
        return free;
    }

    /** Whether a run of this build has made the file. */
    synchronized boolean isClaimed(Path root, String path) {
        return files.containsKey(place(root, path));
    }

    private static String both(RunKey one, RunKey other) {
        if (!one.goal().equals(other.goal())) {
            return "Goals '" + one.goal() + "' and '" + other.goal() + "'";
        }
        return one.execution().equals(other.execution())
                ? "The documents of " + one.packageName() + " and " + other.packageName()
                : "Executions '" + one.execution() + "' and '" + other.execution() + "'";
    }

    private static Path place(Path root, String path) {
        return root.resolve(path).toAbsolutePath().normalize();
    }
}
