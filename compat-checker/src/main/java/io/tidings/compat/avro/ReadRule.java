package io.tidings.compat.avro;

/** What can be said of a reader's schema against a writer's. Ids are stable. */
public enum ReadRule {
    TYPE("read-type", Weight.UNREADABLE, "The writer's type is neither the reader's nor promoted to it"),
    NAME(
            "read-name",
            Weight.UNREADABLE,
            "The writer's record, enum or fixed has another name, and no alias leads to it"),
    FIELD_MISSING(
            "read-field-missing", Weight.UNREADABLE, "The writer lacks a field for which the reader has no default"),
    FIELD_AMBIGUOUS(
            "read-field-ambiguous", Weight.UNREADABLE, "The writer has both the reader's field and one of its aliases"),
    UNION_AMBIGUOUS(
            "read-union-ambiguous",
            Weight.UNREADABLE,
            "The reader's aliases give two branches of the writer's union one name"),
    ALIAS_CHAIN(
            "read-alias-chain",
            Weight.UNREADABLE,
            "An alias leads to a name that is itself an alias: who follows both ends elsewhere than who follows one"),
    DEFAULT_INVALID(
            "read-default-invalid",
            Weight.UNREADABLE,
            "The writer lacks a field, and the reader's default for it is not a value of its type"),
    ENUM_SYMBOL(
            "read-enum-symbol", Weight.UNREADABLE, "The writer has symbols that the reader lacks, without a default"),
    FIXED_SIZE("read-fixed-size", Weight.UNREADABLE, "Fixed types of one name have different sizes"),
    UNION_BRANCH("read-union-branch", Weight.UNREADABLE, "No branch of the reader's union takes what was written"),
    UNION_NAMESPACE(
            "read-union-namespace",
            Weight.MISREAD,
            "In a union, Java finds types by their full names, and the namespaces differ"),
    ALIAS_NAMESPACE(
            "read-alias-namespace",
            Weight.MISREAD,
            "Java follows a field's alias only where the records' full names agree"),
    DEFAULT_BRANCH(
            "read-default-branch",
            Weight.MISREAD,
            "A union's default means a branch behind a record, enum, array or map, where Java does not look for it"),
    LOGICAL_TYPE("read-logical-type", Weight.MISREAD, "Both have logical types, and they differ"),
    DECIMAL_SCALE("read-decimal-scale", Weight.MISREAD, "Decimals of different scale: numbers shift by powers of ten"),
    DECIMAL_PRECISION("read-decimal-precision", Weight.MISREAD, "The writer's decimals can be too long for the reader"),
    ALIAS_TAKES_NAME(
            "read-alias-takes-name",
            Weight.WARNING,
            "The alias of one field is the name of another: not every reader rewrites names before it compares them"),
    LOGICAL_TYPE_ABSENT("read-logical-type-absent", Weight.WARNING, "Only one side has the logical type"),
    PROMOTION_LOSSY("read-promotion-lossy", Weight.WARNING, "The promotion can lose digits"),
    BYTES_AS_STRING("read-bytes-as-string", Weight.WARNING, "Bytes that are not UTF-8 are corrupted"),
    ENUM_DEFAULT("read-enum-default", Weight.WARNING, "Symbols that the reader lacks become its default");

    /** What a finding does to the verdict. */
    public enum Weight {
        /** The schemas do not resolve. */
        UNREADABLE,
        /** They resolve, yet what is read is wrong or fails in Java. */
        MISREAD,
        /** They are compatible; values may change. */
        WARNING
    }

    private final String id;
    private final Weight weight;
    private final String summary;

    ReadRule(String id, Weight weight, String summary) {
        this.id = id;
        this.weight = weight;
        this.summary = summary;
    }

    public String id() {
        return id;
    }

    public Weight weight() {
        return weight;
    }

    public String summary() {
        return summary;
    }
}
