package io.tidings.codegen.plan;

/** A constant of a generated class. */
public record ConstantName(JavaName owner, String name) {}
