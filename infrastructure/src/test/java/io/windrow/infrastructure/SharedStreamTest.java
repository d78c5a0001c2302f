package io.windrow.infrastructure;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awscdk.App;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.assertions.Annotations;
import software.amazon.awscdk.assertions.Match;
import software.amazon.awscdk.assertions.Template;

/** A stream that one pipeline makes and others read too. */
@NeedsNode
class SharedStreamTest {
  private final Stack stack = new Stack(new App(), "Two");

  @Test
  void itsMakerIsAlarmedByWhatItsFunctionReads() {
    Stacks shared =
        Stacks.of(Stacks.SAMPLES.resolve("ad-clicks"), app -> props -> props.sharedStream());

    assertThat(alarmed(shared.run()))
        .contains("IteratorAge", "PutRecords.FailedRecords")
        .doesNotContain("GetRecords.IteratorAgeMilliseconds");
  }

  @Test
  void itsReaderSaysNothingWhenItsMakerKnows(@TempDir Path reader) {
    read(new WindrowPipeline(stack, "Maker", maker().sharedStream().build()), reader);

    Annotations.fromStack(stack).hasNoWarning("*", Match.stringLikeRegexp("the stream is made by"));
  }

  @Test
  void itsReaderWarnsOfAMakerThatDoesNotKnow(@TempDir Path reader) {
    read(new WindrowPipeline(stack, "Maker", maker().build()), reader);

    Annotations.fromStack(stack)
        .hasWarning(
            "*",
            Match.stringLikeRegexp(
                "the stream is made by Two/Maker/Storage, which is alarmed as its only reader; say"
                    + " sharedStream\\(\\)"));
  }

  private static WindrowPipelinePropsBuilder maker() {
    return WindrowPipelineProps.builder()
        .directory(Stacks.SAMPLES.resolve("earthquakes").toString());
  }

  private void read(WindrowPipeline maker, Path directory) {
    Path reader = Changed.copy(directory, Map.of());
    new WindrowPipeline(
        stack,
        "Reader",
        WindrowPipelineProps.builder().directory(reader.toString()).stream(maker.stream()).build());
  }

  private static List<String> alarmed(Template template) {
    return Stacks.json(template).findParents("AlarmDescription").stream()
        .map(alarm -> alarm.path("MetricName").asText())
        .toList();
  }
}
