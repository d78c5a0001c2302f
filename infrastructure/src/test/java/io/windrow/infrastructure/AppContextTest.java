package io.windrow.infrastructure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awscdk.App;
import software.amazon.awscdk.AppProps;

/** What the app takes by {@code -c}, and what it refuses. */
@NeedsNode
class AppContextTest {

  @Test
  void whatIsSaidIsTaken() {
    WindrowPipelineProps props =
        props(Map.of("shards", "3", "generation", "2", "retention", "168"));

    assertThat(props.capacity()).isEqualTo(StreamCapacity.provisioned(3));
    assertThat(props.plan().generation()).isEqualTo(2);
    assertThat(props.retention().toDays()).isEqualTo(7);
  }

  @Test
  void whatTheCommandLineOfTheCdkPutsThereIsNoConcernOfTheApp() {
    Map<String, Object> context = new TreeMap<>(AppFile.context());
    context.put("acknowledged-issue-numbers", new int[] {34892});
    context.put("cli-telemetry", false);
    context.put("aws:cdk:enable-path-metadata", true);
    context.put("availability-zones:account=111122223333:region=eu-west-1", "[]");

    assertThat(props(context).definition().name()).isEqualTo("ad-clicks");
  }

  @ParameterizedTest
  @CsvSource({"generations, 2", "Shards, 3", "encryption, own"})
  void aNameThatTheAppDoesNotKnowIsRefused(String name, String value) {
    assertThatThrownBy(() -> props(Map.of(name, value)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "-c %s=%s, or the context of a cdk.json: the app knows no such name; its names are pipeline, generation, retention, runbook, shards, start"
                .formatted(name, value));
  }

  @ParameterizedTest
  @CsvSource({
    "shards, 4294967297",
    "shards, 2147483648",
    "shards, 0",
    "shards, two",
    "shards, 1.5",
    "generation, 9223372036854775808",
    "generation, -1"
  })
  void aNumberThatIsNoneOrDoesNotFitIsRefused(String name, String value) {
    assertThatThrownBy(() -> props(Map.of(name, value)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "-c %s=%s is no whole number of 1 or more that fits, such as 2".formatted(name, value));
  }

  @ParameterizedTest
  @ValueSource(strings = {"1", "23", "8761", "99999"})
  void aRetentionThatNoStreamCanHaveIsRefused(String hours) {
    assertThatThrownBy(() -> props(Map.of("retention", hours)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "the stream's retention, by retention(...) or -c retention=HOURS, is %s h; a stream holds records for 24 to 8760 h, which are 365 days"
                .formatted(hours));
  }

  private static WindrowPipelineProps props(Map<String, ?> context) {
    Map<String, Object> all = new TreeMap<>(context);
    all.put("pipeline", Stacks.SAMPLES.resolve("ad-clicks").toString());
    App app = new App(AppProps.builder().context(all).build());
    return new AppContext(app.getNode()).props();
  }
}
