package io.windrow.local.command;

import io.windrow.definition.Problem;
import io.windrow.plan.Definition;
import io.windrow.plan.Plan;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code windrow check}: a definition and the files that it names. */
@Command(
    name = "check",
    description =
        "Checks a pipeline's definition, its contract and its reference files, and tells of"
            + " everything that is wrong.",
    footerHeading = "%nExamples:%n",
    footer = "  windrow check samples/earthquakes")
final class CheckCommand implements Callable<Integer> {
  @Parameters(paramLabel = "DIR", description = "The directory of pipeline.yaml.")
  private Path directory = Path.of("");

  private final PrintStream out = System.out;

  @Override
  public Integer call() {
    List<Problem> warnings = new ArrayList<>();
    Plan plan = new PipelineDirectory(directory).plan(warnings::addAll);
    Definition definition = plan.definition();
    out.println("OK: " + DefinitionSummary.of(definition));
    warnings.forEach(warning -> out.println("  warning: " + warning));
    plan.plugInUses().forEach(use -> out.println("  plug-in: " + use));
    if (definition.time().behind() == null) {
      out.println(
          "  time.behind is not set: when the whole stream falls silent, its last windows stay"
              + " open");
    }
    return 0;
  }
}
