package io.windrow.localstack;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The CDK's command line for LocalStack, run on the app of this repository. */
final class Cdk {
  private static final Path MODULE = Path.of("").toAbsolutePath();
  private static final Path COMMAND = MODULE.resolve("node_modules/.bin/cdklocal");
  private static final Path APP = MODULE.resolveSibling("infrastructure");

  private final Tool tool;

  private Cdk(Tool tool) {
    this.tool = tool;
  }

  static boolean canBeInstalled() throws InterruptedException {
    try {
      return new ProcessBuilder("npm", "--version").start().waitFor() == 0;
    } catch (IOException e) {
      return false; // there is no such program
    }
  }

  /** The command line, installed if it isn't. */
  static Cdk of(LocalStack localStack) throws IOException, InterruptedException {
    if (!Files.exists(COMMAND)) {
      new Tool(MODULE, Map.of()).run(List.of("npm", "ci", "--no-audit", "--no-fund"));
    }
    Map<String, String> variables = new HashMap<>(localStack.environment());
    variables.put("PATH", COMMAND.getParent() + ":" + System.getenv("PATH"));
    variables.put("CDK_DISABLE_VERSION_CHECK", "1");
    return new Cdk(new Tool(APP, variables));
  }

  void bootstrap(Path pipeline) throws IOException, InterruptedException {
    run("bootstrap", "-c", "pipeline=" + pipeline);
  }

  /** Deploys a pipeline, and leaves its templates in a directory. */
  void deploy(Path pipeline, Path templates) throws IOException, InterruptedException {
    run(
        "deploy",
        "--all",
        "--require-approval",
        "never",
        "--output",
        templates.toString(),
        "-c",
        "pipeline=" + pipeline,
        "-c",
        "shards=2");
  }

  /** Writes the templates of a later generation. */
  void synth(Path pipeline, long generation, Path templates)
      throws IOException, InterruptedException {
    run(
        "synth",
        "--quiet",
        "--output",
        templates.toString(),
        "-c",
        "pipeline=" + pipeline,
        "-c",
        "shards=2",
        "-c",
        "generation=" + generation);
  }

  /** Deploys templates that are written. */
  void deploy(Path templates) throws IOException, InterruptedException {
    run("deploy", "--all", "--require-approval", "never", "--app", templates.toString());
  }

  /** Deletes a stack; what the command line says is no proof of it. */
  void destroy(Path templates, String stack) throws IOException, InterruptedException {
    run("destroy", "--force", "--exclusively", "--app", templates.toString(), stack);
  }

  private void run(String... arguments) throws IOException, InterruptedException {
    tool.run(Stream.concat(Stream.of(COMMAND.toString()), Stream.of(arguments)).toList());
  }
}
