package io.windrow.functions;

import static org.assertj.core.api.Assertions.assertThat;

import io.windrow.contract.EventTime;
import io.windrow.definition.DefinitionException;
import io.windrow.definition.DefinitionReader;
import io.windrow.definition.PipelineBuilder;
import io.windrow.enrichment.FileReferenceData;
import io.windrow.enrichment.ReferenceData;
import io.windrow.functions.telemetry.Telemetry;
import io.windrow.ledger.ChainPorts;
import io.windrow.ledger.Entry;
import io.windrow.ledger.ForwardingLedger;
import io.windrow.pipeline.Pipeline;
import io.windrow.plan.Definition;
import io.windrow.plan.Lookup;
import io.windrow.plan.Plan;
import io.windrow.plan.ReferenceTable;
import io.windrow.simulation.memory.MemoryState;
import io.windrow.simulation.memory.MemoryStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.Function;
import org.crac.Core;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RehearsalTest {
  private static final long ALL = 100_000;

  private final MemoryState state = new MemoryState();
  private final ChainPorts ports = state.ports(new MemoryStream()).chains();
  private final List<RuntimeException> faults = new ArrayList<>();

  private final Telemetry telemetry =
      new Telemetry() {
        @Override
        public void rehearsalFailed(RuntimeException fault, long now) {
          faults.add(fault);
        }
      };

  @Test
  void nothingIsWritten() {
    rehearsal(Clicks.definition(), RehearsalTest::none, ports)
        .beforeCheckpoint(Core.getGlobalContext());

    assertThat(faults).isEmpty();
    assertThat(state.ledger().head("rehearsal")).isEmpty();
    assertThat(state.frontiers().read().members()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"ad-clicks", "earthquakes", "shop-sessions"})
  void everyRecordOfASampleIsCountedInItsViews(String sample) {
    Path directory = Path.of("..", "samples", sample);

    Rehearsal rehearsal =
        rehearsal(definition(directory), lookup -> file(directory, lookup), ports);

    assertThat(rehearsal.fold().accepted()).isEqualTo(ALL);
  }

  @Test
  void everyRecordOfADrawnContractIsCounted() {
    long seed = System.nanoTime();
    Random random = new Random(seed);
    for (int i = 0; i < 5; i++) {
      String contract = contract(random);
      Definition definition =
          new PipelineBuilder("drawn")
              .kinesis("drawn")
              .contract("event.json")
              .time("at", EventTime.Unit.SECONDS)
              .view("all", view -> view.tumbling(Duration.ofSeconds(1)).compute("n", "count()"))
              .build(path -> Optional.of(contract.getBytes(StandardCharsets.UTF_8)));

      assertThat(rehearsal(definition, RehearsalTest::none, ports).fold().accepted())
          .as("seed %d: %s", seed, contract)
          .isEqualTo(ALL);
    }
  }

  /** Some fields of any type and bounds, some of which are required, and one that nests them. */
  private static String contract(Random random) {
    List<String> types =
        List.of(
            "{\"type\": \"string\", \"minLength\": 3}",
            "{\"type\": [\"number\", \"null\"], \"exclusiveMinimum\": 7.5}",
            "{\"type\": \"integer\", \"maximum\": -4}",
            "{\"type\": \"boolean\"}",
            "{\"enum\": [\"red\", \"green\"]}",
            "{\"const\": 5}",
            "{\"$ref\": \"#/$defs/inside\"}",
            "{\"type\": \"array\", \"minItems\": 2, \"items\": {\"type\": \"number\"}}");
    List<String> properties = new ArrayList<>(List.of("\"at\": {\"type\": \"number\"}"));
    List<String> required = new ArrayList<>(List.of("\"at\""));
    for (int i = 0; i < 6; i++) {
      properties.add("\"f" + i + "\": " + types.get(random.nextInt(types.size())));
      if (random.nextBoolean()) {
        required.add("\"f" + i + "\"");
      }
    }
    return """
    {"type": "object", "required": %s, "properties": {%s},
     "$defs": {"inside": {"type": "object", "required": ["deep"],
       "properties": {"deep": {"type": "integer", "minimum": 3}}}}}
    """
        .formatted(required, String.join(", ", properties));
  }

  @Test
  void whatMayNotBeReadYetFailsNoVersion() {
    IllegalStateException refused = new IllegalStateException("not allowed yet");
    ChainPorts refusing =
        new ChainPorts(
            new ForwardingLedger(ports.ledger()) {
              @Override
              public Optional<Entry> head(String shard) {
                throw refused;
              }
            },
            ports.frontiers(),
            ports.source(),
            ports.markers());
    Rehearsal rehearsal =
        rehearsal(
            Clicks.enriched(),
            lookup ->
                FileReferenceData.of(
                    "countries.csv",
                    "country",
                    "country,continent\nPT,Europe\n".getBytes(StandardCharsets.UTF_8)),
            refusing);

    rehearsal.beforeCheckpoint(Core.getGlobalContext());

    assertThat(faults).containsExactly(refused);
  }

  private Rehearsal rehearsal(
      Definition definition, Function<Lookup, ReferenceData> tables, ChainPorts through) {
    Plan plan = Plan.of(definition, 1);
    return new Rehearsal(
        plan, Pipeline.of(plan, tables), through, telemetry, InstantSource.system());
  }

  private static ReferenceData none(Lookup lookup) {
    throw new AssertionError(lookup);
  }

  private static Definition definition(Path directory) {
    try {
      return new DefinitionReader(
              name ->
                  Optional.of(directory.resolve(name))
                      .filter(Files::exists)
                      .map(RehearsalTest::bytes))
          .read("pipeline.yaml", Files.readString(directory.resolve("pipeline.yaml")));
    } catch (DefinitionException e) {
      throw new AssertionError(e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static ReferenceData file(Path directory, Lookup lookup) {
    String path = ((ReferenceTable.File) lookup.table()).path();
    return FileReferenceData.of(path, lookup.column(), bytes(directory.resolve(path)));
  }

  private static byte[] bytes(Path file) {
    try {
      return Files.readAllBytes(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
