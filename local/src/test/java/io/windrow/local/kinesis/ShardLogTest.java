package io.windrow.local.kinesis;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.lifecycle.BeforeTry;

class ShardLogTest {
  private SettableClock clock = new SettableClock();
  private AtomicLong ordinals = new AtomicLong();
  private ShardLog log = new ShardLog(0, 0, new Timeline(clock));

  @BeforeTry
  void anEmptyLog() {
    clock = new SettableClock();
    ordinals = new AtomicLong(10);
    log = new ShardLog(3, 10, new Timeline(clock));
  }

  @Property(tries = 100)
  void anyCutOfReadsGivesEveryRecordOnceInOrder(
      @ForAll @Size(max = 60) List<@IntRange(max = 60_000) Integer> sizes,
      @ForAll @IntRange(min = 1, max = 20) int maxRecords,
      @ForAll @IntRange(min = 1, max = 200_000) int maxBytes) {
    sizes.forEach(size -> log.append(ordinals::getAndIncrement, "key-" + size, new byte[size]));
    log.close();

    List<Integer> read = new ArrayList<>();
    Slice slice = log.read(log.start(), maxRecords, maxBytes);
    while (true) {
      assertThat(slice.records()).hasSizeLessThanOrEqualTo(maxRecords);
      slice.records().forEach(record -> read.add(record.data().length));
      if (slice.ended()) {
        break;
      }
      slice = log.read(slice.next(), maxRecords, maxBytes);
    }

    assertThat(read).isEqualTo(sizes);
  }

  @Example
  void aReadStopsBeforeTheRecordThatIsTooMuchButGivesOneAtLeast() {
    IntStream.range(0, 3).forEach(i -> append("123456789"));

    assertThat(log.read(0, 10, 29).records()).hasSize(2);
    assertThat(log.read(0, 10, 30).records()).hasSize(3);
    assertThat(log.read(0, 10, 1).records()).hasSize(1);
  }

  @Example
  void arrivalNeverGoesBackThoughTheClockMay() {
    append("1");
    clock.advance(Duration.ofSeconds(-5));
    append("2");

    assertThat(log.read(0, 10, 1000).records())
        .extracting(StoredRecord::arrival)
        .containsOnly(SettableClock.START.toEpochMilli());
  }

  @Example
  void millisBehindIsTheAgeOfTheFirstRecordNotReadAndOneAtLeast() {
    append("1");
    append("2");

    assertThat(log.read(0, 1, 1000).millisBehindLatest()).isEqualTo(1);
    clock.advance(Duration.ofMillis(700));
    assertThat(log.read(0, 1, 1000).millisBehindLatest()).isEqualTo(700);
    assertThat(log.read(0, 2, 1000).millisBehindLatest()).isZero();
  }

  @Example
  void expiredRecordsAreNotReadEvenBesideFreshOnes() {
    append("old");
    clock.advance(Duration.ofHours(25));
    append("new");

    Slice slice = log.read(log.start(), 10, 1000);

    assertThat(slice.records())
        .extracting(record -> new String(record.data(), StandardCharsets.UTF_8))
        .containsExactly("new");
  }

  @Example
  void whoWaitsIsWokenByARecordAndByTheClose() throws InterruptedException, ExecutionException {
    CompletableFuture<Boolean> record = CompletableFuture.supplyAsync(() -> await(log.start()));
    SequenceNumber number = append("1");
    CompletableFuture<Boolean> close =
        CompletableFuture.supplyAsync(() -> await(number.ordinal() + 1));

    assertThat(record.get()).isTrue();
    log.close();
    assertThat(close.get()).isTrue();
  }

  @Example
  void waitingForNothingEnds() throws InterruptedException {
    assertThat(log.await(log.start(), Duration.ZERO)).isFalse();
  }

  @Example
  void recordsPutByManyThreadsAreReadMeanwhileOnceAndInOrder()
      throws InterruptedException, ExecutionException {
    int threads = 4;
    int each = 5_000;
    List<CompletableFuture<Void>> writers =
        IntStream.range(0, threads)
            .mapToObj(t -> CompletableFuture.runAsync(() -> appendMany(t + "", each)))
            .toList();

    List<StoredRecord> read = new ArrayList<>();
    long next = log.start();
    while (read.size() < threads * each) {
      assertThat(log.await(next, Duration.ofMinutes(1))).isTrue();
      Slice slice = log.read(next, 100, 1 << 20);
      read.addAll(slice.records());
      next = slice.next();
    }
    CompletableFuture.allOf(writers.toArray(CompletableFuture<?>[]::new)).get();

    assertThat(read)
        .extracting(record -> record.sequenceNumber().ordinal())
        .containsExactlyElementsOf(
            IntStream.range(0, threads * each).mapToObj(i -> 10L + i).toList());
  }

  private void appendMany(String key, int count) {
    for (int i = 0; i < count; i++) {
      log.append(ordinals::getAndIncrement, key, new byte[i % 300]);
    }
  }

  private SequenceNumber append(String data) {
    return log.append(ordinals::getAndIncrement, "k", data.getBytes(StandardCharsets.UTF_8));
  }

  private boolean await(long from) {
    try {
      return log.await(from, Duration.ofMinutes(1));
    } catch (InterruptedException e) {
      throw new IllegalStateException("interrupted while waiting for a record", e);
    }
  }
}
