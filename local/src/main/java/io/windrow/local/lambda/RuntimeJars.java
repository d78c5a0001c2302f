package io.windrow.local.lambda;

import java.net.URISyntaxException;
import java.nio.file.Path;
import java.security.CodeSource;
import java.util.List;
import java.util.stream.Stream;

/** The jars of Lambda's runtime interface client, as they are on this process's class path. */
final class RuntimeJars {
  static final String MAIN = "com.amazonaws.services.lambda.runtime.api.client.AWSLambda";

  /** One class of each jar that the client needs. */
  private static final List<String> CLASSES =
      List.of(
          MAIN,
          "com.amazonaws.services.lambda.runtime.RequestStreamHandler",
          "com.amazonaws.services.lambda.runtime.serialization.PojoSerializer",
          "software.amazon.awssdk.utilslite.SdkInternalThreadLocal",
          "software.amazon.awssdk.annotations.SdkInternalApi");

  private RuntimeJars() {}

  static Stream<String> onClassPath() {
    return CLASSES.stream().map(RuntimeJars::jar);
  }

  private static String jar(String name) {
    try {
      Class<?> type = Class.forName(name, false, RuntimeJars.class.getClassLoader());
      CodeSource source = type.getProtectionDomain().getCodeSource();
      return Path.of(source.getLocation().toURI()).toString();
    } catch (ClassNotFoundException | URISyntaxException e) {
      throw new IllegalStateException(
          "found no class "
              + name
              + "; the class path needs com.amazonaws:aws-lambda-java-runtime-interface-client",
          e);
    }
  }
}
