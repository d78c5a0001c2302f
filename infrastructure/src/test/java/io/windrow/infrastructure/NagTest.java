package io.windrow.infrastructure;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cdklabs.cdknag.AwsSolutionsChecks;
import io.github.cdklabs.cdknag.NagPackProps;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import software.amazon.awscdk.App;
import software.amazon.awscdk.AppProps;
import software.amazon.awscdk.Aspects;
import software.amazon.awscdk.StackProps;
import software.amazon.awscdk.services.iam.PolicyStatement;
import software.amazon.awscdk.services.lambda.Tracing;

@NeedsNode
class NagTest {

  @Test
  void theStacksOfASampleHaveNoFinding() {
    assertThat(findings(Stacks.SAMPLES.resolve("earthquakes"), props -> {})).isEmpty();
  }

  @Test
  void thoseOfACriticalPipelineWithItsOwnKeyHaveNoneEither(@TempDir Path directory) {
    Path critical = Changed.source(directory, "{ kinesis: ad-clicks, critical: true }");
    assertThat(
            findings(
                critical,
                props -> props.encryption(Encryption.customerManaged()).tracing(Tracing.ACTIVE)))
        .isEmpty();
  }

  /** Their templates stay, for .ci/cfn-lint. */
  @ParameterizedTest
  @EnumSource
  void norHaveThoseOfACombinationOfOptions(Combination combination, @TempDir Path directory) {
    App app =
        new App(
            AppProps.builder()
                .outdir(combination.output().toString())
                .context(AppFile.context())
                .build());
    combination.addTo(app, directory);

    assertThat(findings(app)).isEmpty();
  }

  @Test
  void aRoleWithMoreThanItNeedsIsFound() {
    assertThat(
            findings(
                Stacks.SAMPLES.resolve("ad-clicks"),
                props ->
                    props.overrideProcess(
                        function ->
                            function.initialPolicy(
                                List.of(
                                    PolicyStatement.Builder.create()
                                        .actions(List.of("dynamodb:*"))
                                        .resources(List.of("*"))
                                        .build())))))
        .anySatisfy(finding -> assertThat(finding).contains("AwsSolutions-IAM5"));
  }

  private static List<String> findings(
      Path directory, Consumer<WindrowPipelinePropsBuilder> change) {
    App app = new App(AppProps.builder().context(AppFile.context()).build());
    WindrowPipelinePropsBuilder props =
        WindrowPipelineProps.builder().directory(directory.toString());
    change.accept(props);
    new WindrowStacks(app, props.build(), StackProps.builder().build());
    return findings(app);
  }

  private static List<String> findings(App app) {
    Aspects.of(app).add(new AwsSolutionsChecks(NagPackProps.builder().verbose(true).build()));
    app.synth();
    return app.getNode().findAll().stream()
        .flatMap(construct -> construct.getNode().getMetadata().stream())
        .map(entry -> String.valueOf(entry.getData()))
        .filter(finding -> finding.contains("AwsSolutions"))
        .toList();
  }
}
