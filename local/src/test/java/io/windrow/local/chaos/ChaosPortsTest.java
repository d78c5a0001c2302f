package io.windrow.local.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import io.windrow.ledger.Frontier;
import io.windrow.ledger.Frontiers;
import io.windrow.ledger.Results;
import io.windrow.simulation.memory.MemoryFrontiers;
import io.windrow.view.Result;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.model.ProvisionedThroughputExceededException;

class ChaosPortsTest {
  private final List<Fault> struck = new ArrayList<>();

  @Property(tries = 200)
  void whoTriesAgainGetsEveryWriteDone(@ForAll long seed) {
    Set<String> stored = new LinkedHashSet<>();
    Results results = ports(seed).over((Results) put -> store(put, stored));
    List<Result> all = IntStream.range(0, 50).mapToObj(ChaosPortsTest::result).toList();

    int kills = 0;
    for (int i = 0; i < 50; i += 10) {
      kills += killsUntilDone(results, all.subList(i, i + 10));
    }

    assertThat(stored).hasSize(50);
    assertThat(kills).isLessThanOrEqualTo(5 * 2 * 2);
  }

  @Test
  void writesAreKilledBeforeAndAfterTheyAreMade() {
    Set<Boolean> madeWhenKilled = new LinkedHashSet<>();
    for (long seed = 0; seed < 100; seed++) {
      Set<String> stored = new LinkedHashSet<>();
      Results results = ports(seed).over((Results) put -> store(put, stored));
      try {
        results.put(List.of(result(1)));
      } catch (ProvisionedThroughputExceededException e) {
        assertThat(stored).isEmpty();
      } catch (KilledError e) {
        madeWhenKilled.add(!stored.isEmpty());
      }
    }

    assertThat(madeWhenKilled).containsExactlyInAnyOrder(true, false);
  }

  @Test
  void aWriteWhoseAnswerIsLostIsMadeAgain() {
    Set<List<Boolean>> answers = new LinkedHashSet<>();
    for (long seed = 0; seed < 100; seed++) {
      struck.clear();
      Frontiers frontiers = ports(seed).over(new MemoryFrontiers());
      try {
        boolean replaced = frontiers.replace(Frontier.NEW, Frontier.NEW.withClosing(1));
        answers.add(List.of(struck.contains(Fault.LOST_ANSWER), replaced));
      } catch (KilledError | ProvisionedThroughputExceededException e) {
        assertThat(struck).isNotEmpty();
      }
    }

    assertThat(answers).containsExactlyInAnyOrder(List.of(true, false), List.of(false, true));
  }

  @Test
  void theSameSeedKillsTheSameWritesInAnyOrder() {
    List<Integer> upwards = IntStream.range(0, 200).boxed().toList();
    List<Integer> downwards = IntStream.range(0, 200).mapToObj(i -> 199 - i).toList();

    assertThat(killed(7, upwards)).isNotEmpty().isEqualTo(killed(7, downwards));
    assertThat(killed(7, upwards)).isNotEqualTo(killed(8, upwards));
  }

  /** Which of these writes of a frontier are killed. */
  private Set<Integer> killed(long seed, List<Integer> order) {
    Frontiers frontiers = ports(seed).over(new MemoryFrontiers());
    Set<Integer> killed = new TreeSet<>();
    for (int each : order) {
      try {
        frontiers.replace(Frontier.NEW, Frontier.NEW.withClosing(each));
      } catch (KilledError | ProvisionedThroughputExceededException e) {
        killed.add(each);
      }
    }
    return killed;
  }

  private ChaosPorts ports(long seed) {
    return new ChaosPorts(seed, struck::add);
  }

  private static int killsUntilDone(Results results, List<Result> put) {
    int kills = 0;
    while (true) {
      try {
        results.put(put);
        return kills;
      } catch (KilledError | ProvisionedThroughputExceededException e) {
        kills++;
      }
    }
  }

  private static void store(List<Result> put, Set<String> stored) {
    List<String> ids = new ArrayList<>();
    put.forEach(result -> ids.add(result.id()));
    stored.addAll(ids);
  }

  private static Result result(int number) {
    return new Result("v", Map.of("n", (long) number), 0, 10, 0, Map.of());
  }
}
