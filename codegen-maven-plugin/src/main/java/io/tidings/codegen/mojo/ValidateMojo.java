package io.tidings.codegen.mojo;

import io.tidings.asyncapi.ReadResult;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;

/** Validates an AsyncAPI document and every file it refers to; lists all problems at once. */
@Mojo(name = "validate", defaultPhase = LifecyclePhase.VALIDATE, threadSafe = true)
public final class ValidateMojo extends DocumentMojo {

    @Override
    void run() throws MojoFailureException {
        ReadResult result = read();
        report(result);
        getLog().info(result.file() + " is valid");
    }
}
