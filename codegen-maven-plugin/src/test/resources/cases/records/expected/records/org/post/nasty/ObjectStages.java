package org.post.nasty;

import io.tidings.messaging.Generated;
import java.util.Objects;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;

/** The stages of {@link Object#builder}. */
@Generated(document = "asyncapi.yaml", version = "2.1.0")
@NullMarked
public final class ObjectStages {

    private ObjectStages() {}

    static NeedsClass$ first() {
        return new Steps();
    }

    /** Field {@code class} comes next. */
    public interface NeedsClass$ {

        /** Sets field {@code class}. */
        NeedsSchema$ class$(int value);
    }

    /** Field {@code schema} comes next. */
    public interface NeedsSchema$ {

        /** Sets field {@code schema}. */
        NeedsSpecificData$2 schema$(int value);
    }

    /** Field {@code specificData} comes next. */
    public interface NeedsSpecificData$2 {

        /** Sets field {@code specificData}. */
        NeedsEncoder$2 specificData$2(int value);
    }

    /** Field {@code encoder} comes next. */
    public interface NeedsEncoder$2 {

        /** Sets field {@code encoder}. */
        NeedsClassSchema$ encoder$2(int value);
    }

    /** Field {@code classSchema} comes next. */
    public interface NeedsClassSchema$ {

        /** Sets field {@code classSchema}. */
        NeedsOrg classSchema$(int value);
    }

    /** Field {@code org} comes next. */
    public interface NeedsOrg {

        /** Sets field {@code org}. */
        NeedsAB org(double value);
    }

    /** Field {@code a_b} comes next. */
    public interface NeedsAB {

        /** Sets field {@code a_b}. */
        NeedsAB$2 aB(int value);
    }

    /** Field {@code aB} comes next. */
    public interface NeedsAB$2 {

        /** Sets field {@code aB}. */
        NeedsAB$0 aB$2(int value);
    }

    /** Field {@code AB} comes next. */
    public interface NeedsAB$0 {

        /** Sets field {@code AB}. */
        NeedsValue AB$0(int value);
    }

    /** Field {@code value} comes next. */
    public interface NeedsValue {

        /** Sets field {@code value}. */
        NeedsOther value(java.lang.String value);
    }

    /** Field {@code other} comes next. */
    public interface NeedsOther {

        /** Sets field {@code other}. */
        NeedsRecord other(float value);
    }

    /** Field {@code record} comes next. */
    public interface NeedsRecord {

        /** Sets field {@code record}. */
        NeedsString record(boolean value);
    }

    /** Field {@code String} comes next. */
    public interface NeedsString {

        /** Sets field {@code String}. */
        NeedsList String(String value);
    }

    /** Field {@code list} comes next. */
    public interface NeedsList {

        /** Sets field {@code list}. */
        NeedsOverride list(List value);
    }

    /** Field {@code override} comes next. */
    public interface NeedsOverride {

        /** Sets field {@code override}. */
        Complete override(Override value);
    }

    /** All that has to be set is set. */
    public interface Complete {

        /** Sets field {@code java}. */
        Complete java(java.lang.@Nullable String value);

        /** Sets field {@code Objects}. */
        Complete Objects(@Nullable Object value);

        /** The record. */
        Object build();
    }

    private static final class Steps implements NeedsClass$, NeedsSchema$, NeedsSpecificData$2, NeedsEncoder$2, NeedsClassSchema$, NeedsOrg, NeedsAB, NeedsAB$2, NeedsAB$0, NeedsValue, NeedsOther, NeedsRecord, NeedsString, NeedsList, NeedsOverride, Complete {

        private final Object.Builder builder = Object.newBuilder();

        @java.lang.Override
        public NeedsSchema$ class$(int value) {
            builder.setClass$(value);
            return this;
        }

        @java.lang.Override
        public NeedsSpecificData$2 schema$(int value) {
            builder.setSchema$(value);
            return this;
        }

        @java.lang.Override
        public NeedsEncoder$2 specificData$2(int value) {
            builder.setSpecificData$2(value);
            return this;
        }

        @java.lang.Override
        public NeedsClassSchema$ encoder$2(int value) {
            builder.setEncoder$2(value);
            return this;
        }

        @java.lang.Override
        public NeedsOrg classSchema$(int value) {
            builder.setClassSchema$(value);
            return this;
        }

        @java.lang.Override
        public NeedsAB org(double value) {
            builder.setOrg(value);
            return this;
        }

        @java.lang.Override
        public NeedsAB$2 aB(int value) {
            builder.setAB(value);
            return this;
        }

        @java.lang.Override
        public NeedsAB$0 aB$2(int value) {
            builder.setAB$2(value);
            return this;
        }

        @java.lang.Override
        public NeedsValue AB$0(int value) {
            builder.setAB$0(value);
            return this;
        }

        @java.lang.Override
        public NeedsOther value(java.lang.String value) {
            builder.setValue(Objects.requireNonNull(value, "value"));
            return this;
        }

        @java.lang.Override
        public NeedsRecord other(float value) {
            builder.setOther(value);
            return this;
        }

        @java.lang.Override
        public NeedsString record(boolean value) {
            builder.setRecord(value);
            return this;
        }

        @java.lang.Override
        public NeedsList String(String value) {
            builder.setString(Objects.requireNonNull(value, "String"));
            return this;
        }

        @java.lang.Override
        public NeedsOverride list(List value) {
            builder.setList(Objects.requireNonNull(value, "list"));
            return this;
        }

        @java.lang.Override
        public Complete override(Override value) {
            builder.setOverride(Objects.requireNonNull(value, "override"));
            return this;
        }

        @java.lang.Override
        public Complete java(java.lang.@Nullable String value) {
            builder.setJava(value);
            return this;
        }

        @java.lang.Override
        public Complete Objects(@Nullable Object value) {
            builder.setObjects(value);
            return this;
        }

        @java.lang.Override
        public Object build() {
            return builder.build();
        }
    }
}
