package io.windrow.infrastructure;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awscdk.Duration;

/**
 * In which order the two stacks of a deployed pipeline can be updated: CloudFormation refuses to
 * take an export away while the other stack imports it.
 */
@NeedsNode
class UpdateTest {
  private static final Path SAMPLE = Stacks.SAMPLES.resolve("ad-clicks");
  private static final String STREAM = "arn:aws:kinesis:eu-west-1:111122223333:stream/ad-clicks";

  private final Stacks before = Stacks.ofSample("ad-clicks");

  @Test
  void capacityAndRetentionNeedNoOrder() {
    Stacks after =
        with(props -> props.capacity(StreamCapacity.provisioned(3)).retention(Duration.days(7)));
    assertThat(exports(after)).isEqualTo(exports(before));
  }

  @Test
  void aKeyOfOnesOwnIsTakenInTheUsualOrder() {
    Stacks after = with(props -> props.encryption(Encryption.customerManaged()));
    assertThat(exports(after)).containsAll(imports(before)).containsAll(imports(after));
  }

  @Test
  void onTheWayBackTheRunStackGoesFirst() {
    Stacks own = with(props -> props.encryption(Encryption.customerManaged()));
    assertRunGoesFirst(own, before);
  }

  @Test
  void soItDoesFromAStreamThatIsMadeToOneThatIsNamed(@TempDir Path directory) {
    Stacks named =
        Stacks.of(Changed.source(directory, "{ stream: '" + STREAM + "' }"), app -> props -> {});
    assertRunGoesFirst(before, named);
  }

  private static void assertRunGoesFirst(Stacks from, Stacks to) {
    assertThat(exports(to).containsAll(imports(from))).as("the usual order").isFalse();
    assertThat(exports(from)).as("the run stack alone").containsAll(imports(to));
    assertThat(exports(to)).as("then both").containsAll(imports(to));
  }

  private static Stacks with(Consumer<WindrowPipelinePropsBuilder> change) {
    return Stacks.of(SAMPLE, app -> change);
  }

  private static Set<String> exports(Stacks stacks) {
    return new HashSet<>(stacks.dataJson().path("Outputs").findValuesAsText("Name"));
  }

  private static Set<String> imports(Stacks stacks) {
    JsonNode run = stacks.runJson();
    return new HashSet<>(run.findValuesAsText("Fn::ImportValue"));
  }
}
