package io.tidings.codegen.mojo;

import java.io.IOException;
import java.lang.reflect.Field;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.maven.model.Build;
import org.apache.maven.model.Plugin;
import org.apache.maven.model.PluginExecution;
import org.apache.maven.plugin.Mojo;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.project.MavenProject;

/** A project whose goals are configured and run as Maven would, build after build. */
final class ProjectOnDisk {

    /** What all files are dated before a build, so that a file's being written shows. */
    private static final FileTime LONG_AGO = FileTime.fromMillis(1_000_000);

    final Path folder;
    MavenProject maven = new MavenProject();
    final Plugin plugin = new Plugin();
    private Map<Object, Object> build = new HashMap<>();
    private RecordingLog log = new RecordingLog();

    ProjectOnDisk(Path folder) {
        this.folder = folder;
        plugin.setGroupId("io.tidings");
        plugin.setArtifactId("codegen-maven-plugin");
        maven.setArtifactId("my-service");
        maven.setBuild(new Build());
        maven.getBuild().setDirectory(folder.resolve("target").toString());
        maven.getBuild().addPlugin(plugin);
    }

    /** Begins another build: nothing is left in memory. */
    RecordingLog newBuild() {
        build = new HashMap<>();
        MavenProject former = maven;
        maven = new MavenProject();
        maven.setArtifactId(former.getArtifactId());
        maven.setBuild(former.getBuild());
        log = new RecordingLog();
        return log;
    }

    ProjectOnDisk write(String file, String content) throws IOException {
        Path path = folder.resolve(file);
        Files.createDirectories(path.getParent());
        Files.writeString(path, content);
        Files.setLastModifiedTime(path, LONG_AGO);
        return this;
    }

    /** Runs the goal {@code generate} in an execution that the project has from then on. */
    void generate(String execution, Map<String, ?> parameters)
            throws ReflectiveOperationException, MojoExecutionException, MojoFailureException {
        GenerateMojo mojo = new GenerateMojo();
        mojo.setLog(log);
        mojo.setPluginContext(build);
        if (!plugin.getExecutionsAsMap().containsKey(execution)) {
            PluginExecution added = new PluginExecution();
            added.setId(execution);
            added.addGoal("generate");
            plugin.addExecution(added);
        }
        set(mojo, "project", maven);
        set(mojo, "basedir", folder.toFile());
        set(mojo, "execution", new MojoExecution(plugin, "generate", execution));
        set(mojo, "document", "asyncapi.yaml");
        set(mojo, "packageName", "org.gen");
        set(mojo, "encoding", "UTF-8");
        for (Map.Entry<String, ?> parameter : parameters.entrySet()) {
            set(mojo, parameter.getKey(), parameter.getValue());
        }
        mojo.execute();
    }

    void removeExecution(String execution) {
        plugin.getExecutions().removeIf(known -> known.getId().equals(execution));
        plugin.flushExecutionMap();
    }

    Path root() {
        return folder.resolve("target/generated-sources/tidings");
    }

    /** All sources below the root, and when they were written. */
    Map<String, FileTime> sources() throws IOException {
        Map<String, FileTime> sources = new TreeMap<>();
        try (Stream<Path> files = Files.walk(root())) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                sources.put(root().relativize(file).toString().replace('\\', '/'), Files.getLastModifiedTime(file));
            }
        }
        return sources;
    }

    static void set(Mojo mojo, String parameter, Object value) throws ReflectiveOperationException {
        Field field = field(mojo, parameter);
        field.setAccessible(true);
        field.set(mojo, value);
    }

    static Field field(Mojo mojo, String parameter) throws NoSuchFieldException {
        Class<?> owner = mojo.getClass();
        while (Stream.of(owner.getDeclaredFields())
                .noneMatch(field -> field.getName().equals(parameter))) {
            owner = owner.getSuperclass();
            if (owner == null) {
                throw new NoSuchFieldException(parameter);
            }
        }
        return owner.getDeclaredField(parameter);
    }
}
