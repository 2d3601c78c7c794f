package io.tidings.codegen.plan;

import io.tidings.asyncapi.diagnostic.Diagnostic;
import io.tidings.asyncapi.model.SecurityScheme;
import io.tidings.asyncapi.model.Server;
import io.tidings.codegen.plan.ServersPlan.Credential;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What Kafka's clients make of a server's protocol and security schemes (AsyncAPI 3.0, Security Scheme Object).
 *
 * @param settings what follows from the document
 * @param credentials what only the user can give; none where there are several ways in
 */
record ServerSecurity(Map<String, String> settings, List<Credential> credentials) {

    static ServerSecurity of(Server server, List<Diagnostic> diagnostics) {
        boolean encrypted = server.protocol().equals("kafka-secure");
        Map<String, String> settings = new LinkedHashMap<>();
        settings.put("security.protocol", encrypted ? "SSL" : "PLAINTEXT");
        for (SecurityScheme scheme : server.security()) {
            String mechanism = mechanism(scheme.type());
            if (!mechanism.isEmpty()) {
                settings.put("security.protocol", encrypted ? "SASL_SSL" : "SASL_PLAINTEXT");
                settings.put("sasl.mechanism", mechanism);
            } else if (!scheme.type().equals("X509")) {
                diagnostics.add(notKafkas(server, scheme));
                continue;
            }
            boolean only = server.security().size() == 1;
            return new ServerSecurity(
                    settings, only ? List.of(credential(server, scheme.type(), mechanism)) : List.of());
        }
        return new ServerSecurity(settings, List.of());
    }

    private static String mechanism(String type) {
        return switch (type) {
            case "userPassword", "plain" -> "PLAIN";
            case "scramSha256" -> "SCRAM-SHA-256";
            case "scramSha512" -> "SCRAM-SHA-512";
            case "gssapi" -> "GSSAPI";
            case "oauth2", "openIdConnect" -> "OAUTHBEARER";
            default -> "";
        };
    }

    private static Credential credential(Server server, String type, String mechanism) {
        String why = "Server '" + server.name() + "' lets clients in by " + type + ".";
        if (mechanism.isEmpty()) {
            return new Credential(List.of("ssl.keystore.location", "ssl.keystore.certificate.chain"), why);
        }
        return mechanism.equals("OAUTHBEARER")
                ? new Credential(
                        List.of(
                                "sasl.oauthbearer.token.endpoint.url",
                                "sasl.login.callback.handler.class",
                                "sasl.jaas.config"),
                        why)
                : new Credential(List.of("sasl.jaas.config", "sasl.client.callback.handler.class"), why);
    }

    private static Diagnostic notKafkas(Server server, SecurityScheme scheme) {
        return Diagnostic.warning(
                "codegen-security-not-kafkas",
                "Server '" + server.name() + "' cannot let Kafka's clients in by '" + scheme.type() + "'",
                server.locationOf("security"),
                server.pointer(),
                "Kafka knows userPassword, plain, scramSha256, scramSha512, gssapi, oauth2, openIdConnect and X509.");
    }
}
