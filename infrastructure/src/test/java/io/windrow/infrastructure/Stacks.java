package io.windrow.infrastructure;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.Function;
import software.amazon.awscdk.App;
import software.amazon.awscdk.AppProps;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.StackProps;
import software.amazon.awscdk.assertions.Template;

/** The two stacks of a pipeline, synthesized as the app does it. */
public record Stacks(App app, Template data, Template run) {
  public static final Path SAMPLES = Path.of("..", "samples");

  private static final ObjectMapper MAPPER = new ObjectMapper();
  private static final Map<String, Stacks> SYNTHESIZED = new ConcurrentHashMap<>();

  /** The stacks of a sample, which no test changes. */
  public static Stacks ofSample(String name) {
    return SYNTHESIZED.computeIfAbsent(
        name, sample -> of(SAMPLES.resolve(sample), app -> props -> {}));
  }

  /**
   * The stacks of a directory.
   *
   * @param change what differs from the defaults
   */
  public static Stacks of(
      Path directory, Function<App, Consumer<WindrowPipelinePropsBuilder>> change) {
    App app = new App(AppProps.builder().context(AppFile.context()).build());
    WindrowPipelinePropsBuilder props =
        WindrowPipelineProps.builder().directory(directory.toString());
    change.apply(app).accept(props);
    WindrowStacks stacks = new WindrowStacks(app, props.build(), StackProps.builder().build());
    return new Stacks(
        app,
        Template.fromStack(Stack.of(stacks.storage())),
        Template.fromStack(Stack.of(stacks.pipeline())));
  }

  public JsonNode dataJson() {
    return json(data);
  }

  public JsonNode runJson() {
    return json(run);
  }

  /** What a template says as one text or as a list. */
  public static List<String> list(JsonNode oneOrMany) {
    List<String> all = new ArrayList<>();
    if (oneOrMany.isArray()) {
      oneOrMany.forEach(one -> all.add(one.asText()));
    } else {
      all.add(oneOrMany.asText());
    }
    return all;
  }

  public static JsonNode json(Template template) {
    return MAPPER.valueToTree(template.toJSON());
  }
}
