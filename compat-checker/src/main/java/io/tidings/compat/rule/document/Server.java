package io.tidings.compat.rule.document;

import io.tidings.compat.diff.DocumentChange.ServerChanged;
import io.tidings.compat.rule.Bump;
import io.tidings.compat.rule.Grid;
import io.tidings.compat.rule.Rule;
import io.tidings.compat.rule.RuleInfo;

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
    protected String reason(ServerChanged change) {
        return change.what();
    }
}
