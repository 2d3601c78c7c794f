package io.tidings.codegen.plan;

/** For whom code is generated. A document describes one application. */
public enum Role {
    /** The described application: it sends what the document says it sends. */
    APPLICATION,
    /** Those who talk to it: every operation turned round. */
    COUNTERPART
}
