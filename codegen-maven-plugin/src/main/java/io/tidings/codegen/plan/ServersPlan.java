package io.tidings.codegen.plan;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The servers of a document, as settings that clients begin with.
 *
 * @param type the class that has a method for each
 */
public record ServersPlan(JavaName type, List<Server> servers) {

    public ServersPlan {
        servers = List.copyOf(servers);
    }

    /**
     * A server that speaks Kafka's protocol.
     *
     * @param name its key in the document
     * @param settings values with the names of variables between braces
     * @param variables in the order of the document
     */
    public record Server(
            String name,
            String method,
            Map<String, String> settings,
            List<Variable> variables,
            List<Credential> credentials,
            Documentation documentation) {
        public Server {
            settings = Collections.unmodifiableMap(new LinkedHashMap<>(settings));
            variables = List.copyOf(variables);
            credentials = List.copyOf(credentials);
        }
    }

    /**
     * A parameter of the method.
     *
     * @param enumeration the enum of its values, within the class; null where it may be any text
     */
    public record Variable(
            String name,
            String parameter,
            @Nullable String enumeration,
            List<ParametersPlan.Value> values,
            @Nullable String defaultValue,
            Documentation documentation) {
        public Variable {
            values = List.copyOf(values);
        }
    }

    /** Settings one of which the user must give, and why. */
    public record Credential(List<String> anyOf, String why) {
        public Credential {
            anyOf = List.copyOf(anyOf);
        }
    }
}
