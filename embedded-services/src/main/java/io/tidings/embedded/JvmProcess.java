package io.tidings.embedded;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Starts a Java main class as a {@link ChildProcess}, on this JVM's Java and with this JVM's class path. Not thread-safe; may
 * start several processes.
 */
public final class JvmProcess {
    private final String mainClass;
    private final List<String> jvmFlags = new ArrayList<>();
    private final List<String> arguments = new ArrayList<>();
    private final Map<String, String> systemProperties = new LinkedHashMap<>();
    private final Map<String, String> environment = new LinkedHashMap<>();
    private final List<Consumer<ChildProcessBuilder>> process = new ArrayList<>();
    private String classPath = System.getProperty("java.class.path", "");

    private JvmProcess(String mainClass) {
        this.mainClass = mainClass;
    }

    public static JvmProcess of(Class<?> mainClass) {
        return of(mainClass.getName());
    }

    public static JvmProcess of(String mainClass) {
        return new JvmProcess(mainClass);
    }

    public JvmProcess args(String... arguments) {
        this.arguments.addAll(List.of(arguments));
        return this;
    }

    public JvmProcess systemProperty(String key, String value) {
        systemProperties.put(key, value);
        return this;
    }

    public JvmProcess environment(String variable, String value) {
        environment.put(variable, value);
        return this;
    }

    /** Flags such as {@code -Xmx256m}. */
    public JvmProcess jvmFlags(String... flags) {
        return jvmFlags(List.of(flags));
    }

    /** Flags such as {@code -Xmx256m}. */
    public JvmProcess jvmFlags(List<String> flags) {
        jvmFlags.addAll(flags);
        return this;
    }

    /** Replaces the class path; {@code dir/*} means all jars in it. */
    public JvmProcess classPath(String classPath) {
        this.classPath = classPath;
        return this;
    }

    /** Whatever else can be said about the process: name, directory, log file, grace. */
    public JvmProcess process(Consumer<ChildProcessBuilder> settings) {
        process.add(settings);
        return this;
    }

    public ChildProcess start() {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(jvmFlags);
        systemProperties.forEach((key, value) -> command.add("-D" + key + "=" + value));
        command.add(mainClass);
        command.addAll(arguments);
        ChildProcessBuilder builder = ChildProcess.command(command)
                .name(mainClass.substring(mainClass.lastIndexOf('.') + 1))
                // Not -cp: a list of jars would fill every line that ps prints.
                .environment("CLASSPATH", classPath)
                .environment(environment);
        process.forEach(settings -> settings.accept(builder));
        return builder.start();
    }
}
