package io.tidings.cli;

import io.tidings.sync.plan.SubjectStrategy;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads a subject name strategy. */
final class StrategyConverter implements ITypeConverter<SubjectStrategy> {
    @Override
    public SubjectStrategy convert(String value) {
        return SubjectStrategy.named(value)
                .orElseThrow(() -> new TypeConversionException(
                        "unknown strategy \"" + value + "\"; known are topic, record, topic-record"));
    }
}
