package io.windrow.definition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.windrow.plan.Plan;
import io.windrow.plan.PlanFile;
import io.windrow.view.View;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

class PlanFileTest {

  @ParameterizedTest
  @FieldSource("io.windrow.definition.Examples#ALL")
  void aPlanIsTheSameAfterItIsWrittenAndRead(String yaml) {
    byte[] written = PlanFile.write(Plan.of(AdClicks.read(yaml), 7));

    Plan read = PlanFile.read(written);

    assertThat(PlanFile.write(read))
        .asString()
        .isEqualTo(new String(written, StandardCharsets.UTF_8));
    assertThat(read.generation()).isEqualTo(7);
  }

  @Test
  void whatWasReadEvaluatesAsWhatWasWritten() {
    Plan read = PlanFile.read(PlanFile.write(Plan.of(AdClicks.read(AdClicks.YAML), 1)));

    Map<String, Object> event = Map.of("country", "de", "ad_id", "a1", "campaign_id", "c1");
    View view = read.views().get(0);
    assertThat(read.definition().clean().get(0).value().evaluate(event)).isEqualTo("DE");
    assertThat(read.definition().enrich().get(0).key().evaluate(event)).isEqualTo("a1");
    assertThat(view.by().get(0).value().evaluate(event)).isEqualTo("c1");
    assertThat(view.compute()).extracting(View.Computed::name).containsExactly("views", "spend");
  }

  @Test
  void aPlanOfAnotherFormatIsRefused() {
    byte[] former = "{\"format\": 1}".getBytes(StandardCharsets.UTF_8);

    assertThatThrownBy(() -> PlanFile.read(former))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "found a plan of format 1, expected 2; make the plan anew with the version of Windrow"
                + " that runs it");
  }

  @Test
  void whatIsNoPlanIsRefused() {
    assertThatThrownBy(() -> PlanFile.read("plan".getBytes(StandardCharsets.UTF_8)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("found no JSON where a plan is expected");
    assertThatThrownBy(() -> PlanFile.read("{\"format\": 2}".getBytes(StandardCharsets.UTF_8)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("the plan lacks 'fingerprints'; make it anew");
  }
}
