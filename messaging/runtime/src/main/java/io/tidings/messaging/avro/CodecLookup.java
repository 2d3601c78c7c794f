package io.tidings.messaging.avro;

import java.util.Optional;

/** Finds codecs by the annotation of record classes: no names are guessed, and each class's own loader resolves its codec. */
final class CodecLookup {

    private static final String INSTANCE = "INSTANCE";

    private static final ClassValue<Optional<RecordCodec<?>>> CODECS = new ClassValue<>() {
        @Override
        protected Optional<RecordCodec<?>> computeValue(Class<?> type) {
            Coded coded = type.getAnnotation(Coded.class);
            return coded == null ? Optional.empty() : Optional.of(instance(coded.value()));
        }
    };

    private CodecLookup() {}

    @SuppressWarnings("unchecked") // the annotation of a class names the codec of that class, which is checked
    static <R> Optional<RecordCodec<R>> find(Class<R> type) {
        return CODECS.get(type).filter(codec -> codec.type() == type).map(codec -> (RecordCodec<R>) codec);
    }

    private static RecordCodec<?> instance(Class<? extends RecordCodec<?>> codec) {
        try {
            return codec.cast(codec.getField(INSTANCE).get(null));
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(codec.getName() + " was not generated: it has no constant " + INSTANCE, e);
        }
    }
}
