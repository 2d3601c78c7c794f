package io.tidings.compat.rule;

import io.tidings.compat.diff.DocumentChange.ServerChanged;

/** A server was added, removed or moved. */
final class Server extends Rule<ServerChanged> {

    Server() {
        super(
                ServerChanged.class,
                new RuleInfo(
                        "server",
                        "document",
                        "A server was added, removed or moved",
                        new Grid("W", "W"),
                        Bump.NONE,
                        "Tell clients before the old server goes"));
    }

    @Override
    String reason(ServerChanged change) {
        return change.what();
    }
}
