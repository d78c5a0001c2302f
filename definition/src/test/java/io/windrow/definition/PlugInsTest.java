package io.windrow.definition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.windrow.contract.EventTime;
import io.windrow.plan.Definition;
import io.windrow.plan.Plan;
import io.windrow.plan.PlanFile;
import io.windrow.plan.PlugInUse;
import io.windrow.plan.PlugIns;
import io.windrow.plan.ReferenceTable;
import io.windrow.plugin.FunctionPlugIn;
import io.windrow.plugin.PlugInException;
import io.windrow.plugin.ValueType;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlugInsTest {
  static final String YAML =
      AdClicks.YAML
          .replace("format: json", "format: pairs")
          .replace("event.country.upperAscii()", "initial(event.country)")
          .replace("enrich:", "enrich:\n  - { plugin: regions, key: user_id, take: [region] }")
          .replace("spend: sum(price)", "spend: sum(price), name: longest(user_id)");

  @Test
  void aDefinitionNamesThemWhereWindrowsOwnStand() {
    Plan plan = plan(YAML, "1");

    assertThat(plan.plugInUses())
        .extracting(PlugInUse::toString)
        .containsExactly(
            "aggregate longest 1", "decoder pairs 1", "enrichment regions 1", "function initial 1");
    assertThat(plan.definition().alerts()).hasSize(1);
  }

  @Test
  void aBuilderNamesThemToo() {
    Definition built =
        new PipelineBuilder("clicks")
            .kinesis("clicks")
            .format("pairs")
            .contract("ad-click.schema.json")
            .time("event_time", EventTime.Unit.MILLIS)
            .enrich("regions", row -> row.plugIn().key("user_id").take("region"))
            .build(AdClicks.SIBLINGS, OwnPlugIns.ofVersion("1"));

    assertThat(built.source().format()).isEqualTo("pairs");
    assertThat(built.enrich().get(0).table()).isEqualTo(new ReferenceTable.PlugIn("regions"));
  }

  @Test
  void aPlanThatWasWrittenFindsThemAgain() {
    byte[] written = PlanFile.write(plan(YAML, "1"));

    Plan read = PlanFile.read(written, OwnPlugIns.ofVersion("1"));

    assertThat(PlanFile.write(read)).isEqualTo(written);
  }

  @Test
  void aPlanRefusesJarsOfAnotherVersionAndTheirAbsence() {
    byte[] written = PlanFile.write(plan(YAML, "1"));

    assertThatThrownBy(() -> PlanFile.read(written, OwnPlugIns.ofVersion("2")))
        .isInstanceOf(PlugInException.class)
        .hasMessageContaining("decoder pairs 1")
        .hasMessageContaining("decoder pairs 2");
    assertThatThrownBy(() -> PlanFile.read(written))
        .isInstanceOf(PlugInException.class)
        .hasMessageContaining("which no jar in lib has");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          format: pairs    | format: pars           | unknown value 'pars' for 'format', expected one of json, jsonl, cloudwatch-logs, pairs; did you mean 'pairs'?
          plugin: regions  | plugin: region         | unknown value 'region' for 'plugin', expected one of regions; did you mean 'regions'?
          take: [region]   | take: [regio]          | unknown column 'regio' of the plug-in regions, expected one of area, region; did you mean 'region'?
          longest(user_id) | longst(user_id)        | did you mean 'longest'?
          longest(user_id) | longest(price)         | an expression of type double for 'longest', expected type dyn or string
          initial(event    | inital(event           | did you mean 'initial'?
          initial(event    | initial(1, event       | initial does not take
          """)
  void aNameThatNoneHasIsTold(String from, String to, String problem) {
    DefinitionException wrong =
        catchThrowableOfType(DefinitionException.class, () -> plan(YAML.replace(from, to), "1"));

    assertThat(wrong).hasMessageContaining(problem);
  }

  @ParameterizedTest
  @CsvSource({"decoder", "enrichment", "aggregate", "function"})
  void aViewIsAnotherOneWhenAPlugInIsOfAnotherVersion(String kind) {
    PlugIns one = OwnPlugIns.ofVersion("1");
    PlugIns two = OwnPlugIns.ofVersion("2");
    PlugIns mixed =
        new PlugIns(
            kind.equals("decoder") ? two.decoders() : one.decoders(),
            kind.equals("enrichment") ? two.enrichments() : one.enrichments(),
            kind.equals("aggregate") ? two.aggregates() : one.aggregates(),
            kind.equals("function") ? two.functions() : one.functions());

    assertThat(plan(YAML, mixed).fingerprints()).isNotEqualTo(plan(YAML, "1").fingerprints());
  }

  @Test
  void aViewStaysTheSameWhenAPlugInChangesThatItDoesNotName() {
    assertThat(plan(AdClicks.YAML, "2").fingerprints())
        .isEqualTo(plan(AdClicks.YAML, PlugIns.NONE).fingerprints());
  }

  @Test
  void aFunctionOfANameThatCelHasIsRefused() {
    FunctionPlugIn size = new Named("size");
    PlugIns plugIns = new PlugIns(Map.of(), Map.of(), Map.of(), Map.of("size", size));

    assertThatThrownBy(() -> plan(AdClicks.YAML, plugIns))
        .isInstanceOf(PlugInException.class)
        .hasMessageContaining("'size', which CEL has already");
  }

  private record Named(String name) implements FunctionPlugIn {
    @Override
    public String version() {
      return "1";
    }

    @Override
    public List<ValueType> parameters() {
      return List.of();
    }

    @Override
    public ValueType result() {
      return ValueType.DYN;
    }

    @Override
    public Object call(List<@Nullable Object> arguments) {
      return "";
    }
  }

  private static Plan plan(String yaml, String version) {
    return plan(yaml, OwnPlugIns.ofVersion(version));
  }

  static Plan plan(String yaml, PlugIns plugIns) {
    Definition definition =
        new DefinitionReader(AdClicks.SIBLINGS, plugIns).read("pipeline.yaml", yaml);
    return Plan.of(definition, 1, plugIns);
  }
}
