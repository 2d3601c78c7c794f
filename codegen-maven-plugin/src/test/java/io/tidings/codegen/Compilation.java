package io.tidings.codegen;

import java.io.IOException;
import java.io.StringWriter;
import java.net.URI;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;

/** Compiles sources as a strict user does. */
final class Compilation {

    private final Path classes;

    private Compilation(Path classes) {
        this.classes = classes;
    }

    /** Compiles with every warning an error. */
    static Compilation strict(Map<String, String> sources, Path classes) throws IOException {
        return strict(Map.of(), sources, classes);
    }

    /** The same beside classes that were there before, of which nobody asks that they compile without a warning. */
    static Compilation strict(Map<String, String> existing, Map<String, String> sources, Path classes)
            throws IOException {
        String path = System.getProperty("java.class.path");
        if (!existing.isEmpty()) {
            compile(existing, classes, List.of(), path);
        }
        // A class path that names jars which are not there says nothing about the sources
        compile(sources, classes, List.of("-Xlint:all,-path", "-Werror"), classes + java.io.File.pathSeparator + path);
        return new Compilation(classes);
    }

    /**
     * Compiles code that uses what was compiled, and loads a class of it. All is loaded by one loader, as in an application:
     * Avro looks for record classes where it was loaded itself.
     */
    Class<?> loadUse(Path source) throws IOException, ClassNotFoundException {
        String path = classes + java.io.File.pathSeparator + System.getProperty("java.class.path");
        String file = source.getFileName().toString();
        compile(Map.of(file, Files.readString(source)), classes, List.of(), path);
        URLClassLoader loader = new URLClassLoader(urls(path), ClassLoader.getPlatformClassLoader());
        return loader.loadClass(file.replace(".java", ""));
    }

    /** Compiles code that uses what was compiled, and loads a class of it that the tests' own libraries can run. */
    Class<?> loadBesideTests(Path source) throws IOException, ClassNotFoundException {
        String file = source.getFileName().toString();
        String path = classes + java.io.File.pathSeparator + System.getProperty("java.class.path");
        compile(Map.of(file, Files.readString(source)), classes, List.of(), path);
        return besideTests().loadClass(file.replace(".java", ""));
    }

    /** What the compiler says of code that uses what was compiled; nothing if it compiles. */
    String remarksOn(String file, String source) throws IOException {
        String path = classes + java.io.File.pathSeparator + System.getProperty("java.class.path");
        try {
            compile(Map.of(file, source), classes, List.of(), path);
            return "";
        } catch (AssertionError refused) {
            return String.valueOf(refused.getMessage());
        }
    }

    /** Loads what was compiled beside the tests' own classes. */
    ClassLoader besideTests() throws IOException {
        return new URLClassLoader(urls(classes.toString()), Compilation.class.getClassLoader());
    }

    private static URL[] urls(String path) throws IOException {
        List<URL> urls = new ArrayList<>();
        for (String entry : path.split(java.io.File.pathSeparator, -1)) {
            urls.add(Path.of(entry).toUri().toURL());
        }
        return urls.toArray(URL[]::new);
    }

    private static void compile(Map<String, String> sources, Path classes, List<String> lint, String path)
            throws IOException {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        Files.createDirectories(classes);
        List<String> options = new ArrayList<>(
                List.of("--release", "17", "-proc:none", "-encoding", "UTF-8", "-d", classes.toString(), "-cp", path));
        options.addAll(lint);
        StringWriter output = new StringWriter();
        List<JavaFileObject> units = sources.entrySet().stream()
                .<JavaFileObject>map(source -> new Source(source.getKey(), source.getValue()))
                .toList();
        if (!compiler.getTask(output, null, null, options, null, units).call()) {
            throw new AssertionError("Does not compile:\n" + output);
        }
    }

    private static final class Source extends SimpleJavaFileObject {
        private final String content;

        Source(String path, String content) {
            super(URI.create("string:///" + path), Kind.SOURCE);
            this.content = content;
        }

        @Override
        public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return content;
        }
    }
}
