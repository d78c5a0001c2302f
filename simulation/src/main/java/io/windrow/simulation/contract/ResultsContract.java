package io.windrow.simulation.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.windrow.ledger.Results;
import io.windrow.view.Result;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** What is promised about where results are kept. */
public abstract class ResultsContract {

  /** Results of a pipeline that has none; the same throughout a test. */
  protected abstract Results results();

  /** All that are kept. */
  protected abstract Collection<Result> stored();

  @Test
  void whatIsStoredStays() {
    results().put(List.of(result("c1", 10_000, 1)));
    results().put(List.of(result("c1", 10_000, 2)));

    assertThat(stored()).containsExactly(result("c1", 10_000, 1));
  }

  @Test
  void groupsAndWindowsAreApart() {
    List<Result> apart =
        List.of(result("c1", 10_000, 1), result("c1", 20_000, 2), result("c2", 10_000, 3));

    results().put(apart);

    assertThat(stored()).containsExactlyInAnyOrderElementsOf(apart);
  }

  @Test
  void manyAreKeptAndPuttingTheLastOfThemAgainAddsNone() {
    List<Result> many = LongStream.range(0, 300).mapToObj(i -> result("c" + i, 10_000, i)).toList();
    results().put(many);
    results().put(many.subList(200, 300));

    assertThat(stored()).containsExactlyInAnyOrderElementsOf(many);
  }

  @Test
  void ofManyWhoPutTheSameResultOneStaysWhole() {
    List<Result> put = AtOnce.run(12, this::put);

    assertThat(stored()).hasSize(1);
    assertThat(put).containsAll(stored());
    results().put(List.of(result("c1", 10_000, 99)));
    assertThat(put).containsAll(stored());
  }

  private Result put(int value) {
    Result result = result("c1", 10_000, value);
    results().put(List.of(result));
    return result;
  }

  private static Result result(String campaign, long windowEnd, long views) {
    return new Result(
        "per-campaign",
        Map.of("campaign", campaign),
        windowEnd - 10_000,
        windowEnd,
        0,
        Map.of("views", views));
  }
}
