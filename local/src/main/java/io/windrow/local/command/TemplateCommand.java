package io.windrow.local.command;

import io.windrow.local.run.IoSentences;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code windrow template}: CloudFormation for those who don't use the CDK. */
@Command(
    name = "template",
    description =
        "Writes a pipeline's CloudFormation templates and the zip of its functions, and tells how to deploy them. It needs Node.",
    footerHeading = "%nExamples:%n",
    footer = {
      "  windrow template samples/earthquakes --output target/earthquakes",
      "  windrow template samples/earthquakes --output target/earthquakes -c generation=2"
    })
final class TemplateCommand implements Callable<Integer> {
  private static final String MAIN = "io.windrow.infrastructure.WindrowTemplate";

  @Parameters(paramLabel = "DIR", description = "The directory of pipeline.yaml.")
  private Path directory = Path.of("");

  @Option(
      names = "--output",
      required = true,
      paramLabel = "DIR",
      description = "Where the files are written; it is made if it is not there.")
  private Path output = Path.of("");

  @Option(
      names = "-c",
      paramLabel = "NAME=VALUE",
      description =
          "What the CDK's app takes by -c too: generation, retention, runbook, shards or start; any number of them.")
  private List<String> settings = List.of();

  /** It runs on a class path of its own, since the CDK is large and no other command needs it. */
  @Override
  public Integer call() throws IOException, InterruptedException {
    new PipelineDirectory(directory).plan();
    requireWritable();
    Path classes = infrastructure().resolve("classes");
    String libraries = Files.readString(infrastructure().resolve("app.classpath")).strip();
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-cp", classes + File.pathSeparator + libraries, MAIN));
    command.addAll(List.of(directory.toString(), output.toString()));
    command.addAll(settings);
    ProcessBuilder process = new ProcessBuilder(command).inheritIO();
    process.environment().put("CDK_VALIDATION", "false");
    process.environment().put("JSII_SILENCE_WARNING_END_OF_LIFE_NODE_VERSION", "20");
    return process.start().waitFor();
  }

  private void requireWritable() {
    try {
      Files.createDirectories(output);
    } catch (IOException e) {
      throw new UserError(IoSentences.of("make", output, e));
    }
  }

  private static Path infrastructure() {
    @Nullable String built = System.getProperty("windrow.infrastructure");
    if (built == null || !Files.isReadable(Path.of(built, "app.classpath"))) {
      throw new UserError(
          "the templates are made by the module infrastructure, which is not built: run ./mvnw package, or ./windrow template, which builds it");
    }
    return Path.of(built);
  }
}
