package io.windrow.simulation.world;

import static org.assertj.core.api.Assertions.assertThat;

import io.windrow.contract.Judged;
import io.windrow.contract.Judgement;
import io.windrow.ledger.Entry;
import io.windrow.ledger.Steps;
import io.windrow.simulation.oracle.Evidence;
import io.windrow.simulation.oracle.History;
import io.windrow.simulation.oracle.Oracle;
import io.windrow.simulation.schedule.Choices;
import io.windrow.view.Result;
import io.windrow.view.View;
import io.windrow.window.PanePolicy;
import io.windrow.window.Watermark;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/**
 * A definition is changed while everything goes on, and code of the former one lives on for a
 * while: it takes batches and settles. A view that the change leaves alone loses nothing. One that
 * it changes is exact from the first window on that begins after all that was counted before.
 */
class TwoGenerationsTest {
  private static final String CHANGED = "changed";
  private static final int WORLDS = 200;
  private static final int STEPS_BEFORE = 700;
  private static final int STEPS = 2000;
  private static final Setting SETTING = Setting.STANDARD;
  private static final ExecutorService THREADS = Executors.newCachedThreadPool();

  private long compared;

  @AfterAll
  static void endThreads() {
    THREADS.shutdown();
  }

  @Test
  void whatNewerCodeCountsIsInItsResultsThoughOlderCodeGoesOn() {
    long first = Seeds.first();
    for (long seed = first; seed < first + WORLDS; seed++) {
      try (World world = new World(seed, THREADS, SETTING)) {
        Steps changed = changed(world.scenario().steps(), new Choices(seed));
        world.run(STEPS_BEFORE);
        long generation = world.deploy(changed);
        world.run(STEPS);
        world.coolDown();
        world.drain();
        verify(world, changed, generation);
      } catch (AssertionError e) {
        throw new AssertionError(Seeds.again(seed), e);
      }
    }
    System.out.println("results of changed views compared: " + compared);
    assertThat(compared).isGreaterThan(WORLDS);
  }

  /** Each view has other windows, or stays as it is, or is left out. */
  private static Steps changed(Steps steps, Choices choices) {
    List<View> views = new ArrayList<>();
    for (View view : steps.views()) {
      if (choices.chance(0.6)) {
        views.add(changed(view, choices));
      } else if (choices.chance(0.7)) {
        views.add(view);
      }
    }
    if (views.isEmpty()) {
      views.add(changed(steps.views().get(0), choices));
    }
    return new Steps(steps.validation(), steps.enrichment(), views, steps.behind());
  }

  private static View changed(View view, Choices choices) {
    long slide = choices.between(1, 5) * 1000;
    PanePolicy window = new PanePolicy(slide * choices.between(1, 2), slide, 0);
    return new View(view.name(), CHANGED, view.by(), window, view.compute());
  }

  private void verify(World world, Steps changed, long generation) {
    Map<String, History> histories = new TreeMap<>();
    long latest = Watermark.NONE;
    for (Evidence shard : world.evidence()) {
      histories.put(shard.shard(), History.of(shard, changed));
      latest = Math.max(latest, latestOfFormer(shard, changed, generation));
    }
    Predicate<Result> exact = exact(changed, latest);
    Map<String, Result> expected = new TreeMap<>(Oracle.expect(changed, histories).results());
    Map<String, Result> found = new TreeMap<>(world.results());
    expected.values().removeIf(exact.negate());
    found.values().removeIf(exact.negate());
    assertThat(found).isEqualTo(expected);
    compared += expected.values().stream().filter(result -> isChanged(changed, result)).count();
  }

  /** Whether a result must be the oracle's. */
  private static Predicate<Result> exact(Steps changed, long latest) {
    return result ->
        changed.views().stream().anyMatch(view -> view.name().equals(result.view()))
            && (!isChanged(changed, result) || result.windowStart() > latest);
  }

  private static boolean isChanged(Steps changed, Result result) {
    return changed.views().stream().anyMatch(view -> view.is(result.view(), CHANGED));
  }

  /** How far event time has come in what code of the former definition has put. */
  private static long latestOfFormer(Evidence shard, Steps steps, long generation) {
    long latest = Watermark.NONE;
    Iterator<Judged> events = shard.events(steps).iterator();
    for (Entry entry : shard.entries()) {
      boolean former = entry.generation() < generation;
      if (former) {
        latest = Math.max(latest, entry.watermark());
      }
      long received = entry instanceof Entry.Commit commit ? commit.counts().received() : 0;
      for (long i = 0; i < received; i++) {
        Judgement judgement = events.next().judgement();
        if (former && judgement instanceof Judgement.Candidate candidate) {
          latest = Math.max(latest, candidate.event().time());
        }
      }
    }
    return latest;
  }
}
