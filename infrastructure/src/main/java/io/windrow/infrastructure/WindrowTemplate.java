package io.windrow.infrastructure;

import io.windrow.definition.DefinitionException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import software.amazon.awscdk.App;
import software.amazon.awscdk.AppProps;
import software.amazon.awscdk.CfnParameter;
import software.amazon.awscdk.DefaultStackSynthesizer;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.StackProps;

/**
 * Writes a pipeline's templates and the zip of its functions, to be deployed without the CDK and
 * without its bootstrapping: the run stack takes the zip from a bucket that a parameter names.
 */
public final class WindrowTemplate {
  private static final String BUCKET = "AssetBucket";

  private WindrowTemplate() {}

  /**
   * Takes a pipeline's directory, the one to write to, and what the app is told by {@code -c}, as
   * {@code name=value}.
   */
  public static void main(String[] arguments) throws IOException {
    try {
      List<String> settings = List.of(arguments).subList(2, arguments.length);
      write(arguments[0], Path.of(arguments[1]), settings).forEach(System.out::println);
    } catch (DefinitionException | IllegalArgumentException e) {
      System.err.println(e.getMessage());
      System.exit(2);
    }
  }

  /** The commands that deploy what was written. */
  static List<String> write(String directory, Path output, List<String> settings)
      throws IOException {
    Path assembly = Files.createTempDirectory("windrow-template");
    try (DirectoryTree tree = new DirectoryTree(assembly)) {
      App app =
          new App(
              AppProps.builder()
                  .outdir(assembly.toString())
                  .defaultStackSynthesizer(synthesizer())
                  .analyticsReporting(false)
                  .context(context(directory, settings))
                  .build());
      WindrowPipelineProps props = new AppContext(app.getNode()).props();
      WindrowStacks stacks = new WindrowStacks(app, props, StackProps.builder().build());
      bucketParameter(Stack.of(stacks.pipeline()));
      app.synth();
      return new TemplateFiles(props.definition().name(), tree.path(), output).write(BUCKET);
    }
  }

  private static Map<String, String> context(String directory, List<String> settings) {
    Map<String, String> context = new TreeMap<>(AppContext.of(settings));
    context.put(AppContext.PIPELINE, directory);
    context.put("@aws-cdk/core:defaultCrossStackReferences", "strong");
    return context;
  }

  private static DefaultStackSynthesizer synthesizer() {
    return DefaultStackSynthesizer.Builder.create()
        .fileAssetsBucketName("${" + BUCKET + "}")
        .generateBootstrapVersionRule(false)
        .build();
  }

  private static void bucketParameter(Stack stack) {
    CfnParameter.Builder.create(stack, BUCKET)
        .type("String")
        .description("The bucket that the functions' zip was put in")
        .build();
  }
}
