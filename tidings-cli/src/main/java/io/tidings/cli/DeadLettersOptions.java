package io.tidings.cli;

import io.tidings.messaging.DeadLetterChannel;
import io.tidings.messaging.MessagingException;
import io.tidings.messaging.config.InvalidConfigurationException;
import io.tidings.messaging.kafka.KafkaDeadLetters;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Whose dead letters, and where. Credentials have a file: a command line is seen by others. */
final class DeadLettersOptions {

    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec = CommandSpec.create();

    @Option(
            names = {"-t", "--topic"},
            paramLabel = "TOPIC",
            required = true,
            description = "The topic that the group reads (not that of the dead letters).")
    private String topic = "";

    @Option(
            names = {"-g", "--group"},
            paramLabel = "GROUP",
            required = true,
            description = "The consumer group.")
    private String group = "";

    @Option(
            names = "--bootstrap-servers",
            paramLabel = "HOST:PORT[,…]",
            description = "Kafka's brokers. Without it, as --config says.")
    private @Nullable String servers;

    @Option(
            names = "--config",
            paramLabel = "FILE",
            converter = InputFile.class,
            description =
                    "Properties as Kafka clients have them; with schema.registry.url, payloads are shown as text.")
    private @Nullable Path config;

    String group() {
        return group;
    }

    /** Does something with the dead letters. */
    <R> R with(Use<R> use) throws InterruptedException {
        try (KafkaDeadLetters kafka = KafkaDeadLetters.connect(configuration())) {
            return use.of(kafka, kafka.channel(topic, group));
        } catch (InvalidConfigurationException e) {
            throw new ParameterException(spec.commandLine(), String.valueOf(e.getMessage()), e);
        } catch (MessagingException e) {
            throw new UnusableInput(String.valueOf(e.getMessage()), e);
        }
    }

    /** What is done with dead letters. */
    @FunctionalInterface
    interface Use<R> {
        R of(KafkaDeadLetters kafka, DeadLetterChannel channel) throws InterruptedException;
    }

    private Map<String, String> configuration() {
        return KafkaProperties.of(config, servers, "--bootstrap-servers", spec.commandLine());
    }
}
