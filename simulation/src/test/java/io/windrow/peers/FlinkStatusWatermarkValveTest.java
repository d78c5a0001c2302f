package io.windrow.peers;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * Cases of Apache Flink's {@code StatusWatermarkValveTest} (apache/flink, flink-streaming-java,
 * package org.apache.flink.streaming.runtime.watermarkstatus), restated: input channels are shards,
 * and the watermark that the valve lets through is how far windows of a length of 1 have closed. A
 * channel is active while records wait in its shard, and idle when none do: here that is proved by
 * asking the shard, where Flink waits for a timeout.
 */
class FlinkStatusWatermarkValveTest {

  /** testSingleInputDecreasingWatermarksYieldsNoOutput. */
  @Test
  void aWatermarkNeverFalls() {
    Windowing windows = channels();

    assertThat(closedTo(windows.on("a").watermark(25))).isEqualTo(25);
    assertThat(windows.watermark(18).closed()).isEmpty();
    assertThat(closedTo(windows.watermark(42))).isEqualTo(42);
    assertThat(windows.late()).isEmpty();
  }

  /** testMultipleInputYieldsWatermarkOnlyWhenAllChannelsReceivesWatermarks. */
  @Test
  void nothingClosesBeforeEveryShardWithRecordsHasAWatermark() {
    Windowing windows = channels().keepBack("c").on("c").watermark(3);

    windows.on("a").watermark(3).on("b").watermark(3);
    assertThat(windows.closed()).isEmpty();
    assertThat(closedTo(windows.goOn("c"))).isEqualTo(3);
  }

  /** testMultipleInputIncreasingWatermarks. */
  @Test
  void theLeastWatermarkOfShardsWithRecordsClosesWindows() {
    Windowing windows = channels();
    windows.on("a").watermark(12).on("c").watermark(8).watermark(10).on("b").watermark(15);
    moreWaitsOnEach(windows);

    assertThat(closedTo(windows)).isEqualTo(10);
    goOn(windows, "c", 17);
    assertThat(closedTo(windows)).isEqualTo(12);
    goOn(windows, "a", 20);
    assertThat(closedTo(windows)).isEqualTo(15);
  }

  /** testMultipleInputWatermarkAdvancingWithPartiallyIdleChannels: c never had a record. */
  @Test
  void aShardThatIsEmptyHoldsNothingBack() {
    Windowing windows = channels();
    windows.on("a").watermark(15).on("b").watermark(10);
    moreWaitsOn(windows, "a");
    moreWaitsOn(windows, "b");

    assertThat(closedTo(windows)).isEqualTo(10);
    goOn(windows, "b", 18);
    assertThat(closedTo(windows)).isEqualTo(15);
    goOn(windows, "a", 20);
    assertThat(closedTo(windows)).isEqualTo(18);
  }

  /**
   * testMultipleInputFlushMaxWatermarkAndWatermarkStatusOnceAllInputsBecomeIdle, and
   * testMultipleInputWatermarkAdvancingAsChannelsIndividuallyBecomeIdle.
   */
  @Test
  void onceEveryShardIsEmptyTheGreatestWatermarkCounts() {
    Windowing windows = channels();
    windows.on("a").watermark(25).on("b").watermark(10).on("c").watermark(17);
    moreWaitsOnEach(windows);

    assertThat(closedTo(windows)).isEqualTo(10);
    windows.goOn("b").goOn("c").goOn("a");
    assertThat(closedTo(windows)).isEqualTo(25);
  }

  /**
   * testMultipleInputWatermarkRealignmentAfterResumeActive. There a channel that resumes behind
   * does not count until it has caught up; here the watermark raised for the empty shard stands,
   * and what is behind it is late.
   */
  @Test
  void aShardThatResumesBehindWhatItWasRaisedToPullsNothingBack() {
    Windowing windows = channels();
    windows.on("a").watermark(10).on("b").watermark(7).on("c").watermark(3);
    moreWaitsOn(windows, "a");
    moreWaitsOn(windows, "b");

    assertThat(closedTo(windows)).isEqualTo(7);
    assertThat(windows.on("c").put("k", 5, 1).late()).containsExactly("k@5");
    assertThat(windows.put("k", 8, 1).watermark(9).closed()).isEmpty();
    assertThat(windows.late()).containsExactly("k@5");
  }

  /** Three shards, and an event in each window that a case may close, on a shard of its own. */
  private static Windowing channels() {
    Windowing windows = Windowing.tumbling(1, 0).on("events");
    for (long end : List.of(3, 7, 10, 12, 15, 17, 18, 20, 25, 42)) {
      windows.put("k", end - 1, 1);
    }
    return windows.on("c").on("b").on("a");
  }

  private static void moreWaitsOnEach(Windowing windows) {
    List.of("a", "b", "c").forEach(shard -> moreWaitsOn(windows, shard));
  }

  /** A record that moves no time waits, so that the shard is not empty. */
  private static void moreWaitsOn(Windowing windows, String shard) {
    windows.keepBack(shard).on(shard).watermark(0);
  }

  private static void goOn(Windowing windows, String shard, long watermark) {
    windows.goOn(shard).on(shard).watermark(watermark);
    moreWaitsOn(windows, shard);
  }

  /** The end of the last window that closes now. */
  private static long closedTo(Windowing windows) {
    return windows.closed().stream().mapToLong(Closed::end).max().orElseThrow();
  }
}
