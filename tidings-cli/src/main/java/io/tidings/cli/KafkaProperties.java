package io.tidings.cli;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;

/** Settings of Kafka's clients, from a file and from an option. */
final class KafkaProperties {

    private static final String SERVERS = "bootstrap.servers";

    private KafkaProperties() {}

    /**
     * Reads them.
     *
     * @param option what names brokers on the command line, for those who did not
     */
    static Map<String, String> of(@Nullable Path file, @Nullable String servers, String option, CommandLine command) {
        Map<String, String> configuration = new TreeMap<>();
        if (file != null) {
            Properties properties = new Properties();
            try (Reader reader = Files.newBufferedReader(file)) {
                properties.load(reader);
            } catch (IOException | IllegalArgumentException e) {
                throw new ParameterException(command, file + " cannot be read as properties: " + e.getMessage(), e);
            }
            properties.stringPropertyNames().forEach(name -> configuration.put(name, properties.getProperty(name)));
        }
        if (servers != null) {
            configuration.put(SERVERS, servers);
        }
        if (!configuration.containsKey(SERVERS)) {
            throw new ParameterException(
                    command, "no broker is named: write " + option + " HOST:PORT, or a file with " + SERVERS);
        }
        return configuration;
    }
}
