package io.tidings.codegen.mojo;

import io.tidings.codegen.output.RunKey;
import io.tidings.codegen.output.RunRecord;
import io.tidings.codegen.output.RunRecords;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.apache.maven.model.Plugin;
import org.apache.maven.model.PluginExecution;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.project.MavenProject;

/** What a goal made in a project's earlier builds, and what of it the project does not ask for any more. */
final class FormerRuns {

    private final MavenProject project;
    private final MojoExecution execution;
    private final String goal;
    private final RunRecords records;

    FormerRuns(MavenProject project, MojoExecution execution, String goal) {
        this.project = project;
        this.execution = execution;
        this.goal = goal;
        this.records = new RunRecords(
                Path.of(project.getBuild().getDirectory(), "tidings", goal).toAbsolutePath());
    }

    RunRecords records() {
        return records;
    }

    RunKey key(String packageName) {
        return new RunKey(goal, execution.getExecutionId(), packageName);
    }

    /** Deletes what this execution made for other packages than these, and what executions made that are no more. */
    void deleteOthers(Set<String> packages, SharedSources shared) throws MojoExecutionException {
        Set<String> executions = executions();
        for (Map.Entry<RunKey, RunRecord> run : records.all().entrySet()) {
            RunKey key = run.getKey();
            boolean asked = key.execution().equals(execution.getExecutionId())
                    ? packages.contains(key.packageName())
                    : executions.contains(key.execution());
            if (!asked) {
                try {
                    SourceRun.delete(run.getValue(), shared);
                    records.forget(key);
                } catch (IOException e) {
                    throw new MojoExecutionException(
                            "Cannot delete what execution '" + key.execution() + "' had generated: " + e.getMessage(),
                            e);
                }
            }
        }
    }

    private Set<String> executions() {
        Set<String> executions = new HashSet<>();
        executions.add("default-cli"); // asked for on the command line, once or many times
        Plugin own = execution.getPlugin();
        for (Plugin plugin : project.getBuild().getPlugins()) {
            if (own == null || plugin.getKey().equals(own.getKey())) {
                plugin.getExecutions().stream()
                        .filter(known -> known.getGoals().contains(goal))
                        .map(PluginExecution::getId)
                        .forEach(executions::add);
            }
        }
        return executions;
    }
}
