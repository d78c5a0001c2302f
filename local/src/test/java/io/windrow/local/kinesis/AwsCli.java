package io.windrow.local.kinesis;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The AWS command line, where it is installed. */
public record AwsCli(String program) {
  /** Why a test is passed over where it is not. */
  public static final String MISSING =
      "The AWS CLI is neither in WINDROW_AWSCLI nor on the PATH: .ci/awscli installs it.";

  /** What a command said. */
  public record Run(int exitCode, String output) {}

  /** The one that WINDROW_AWSCLI or the path names. */
  public static Optional<AwsCli> find() {
    String given = System.getenv("WINDROW_AWSCLI");
    if (given != null) {
      return Optional.of(new AwsCli(given));
    }
    String path = Optional.ofNullable(System.getenv("PATH")).orElse("");
    return Arrays.stream(path.split(File.pathSeparator, -1))
        .map(directory -> Path.of(directory, "aws"))
        .filter(Files::isExecutable)
        .map(found -> new AwsCli(found.toString()))
        .findFirst();
  }

  /** Runs {@code aws kinesis} with these arguments. */
  public Run kinesis(URI endpoint, String... arguments) throws IOException, InterruptedException {
    List<String> command =
        new ArrayList<>(List.of(program, "--endpoint-url", endpoint.toString(), "kinesis"));
    command.addAll(Arrays.asList(arguments));
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().remove("AWS_PROFILE");
    builder.environment().put("AWS_ACCESS_KEY_ID", "local");
    builder.environment().put("AWS_SECRET_ACCESS_KEY", "local");
    builder.environment().put("AWS_DEFAULT_REGION", "us-east-1");
    builder.environment().put("AWS_DEFAULT_OUTPUT", "json");
    Process process = builder.start();
    String output = new String(process.getInputStream().readAllBytes(), UTF_8);
    return new Run(process.waitFor(), output);
  }
}
