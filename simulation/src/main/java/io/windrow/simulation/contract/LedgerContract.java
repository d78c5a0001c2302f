package io.windrow.simulation.contract;

import static io.windrow.simulation.contract.Entries.SHARD;
import static io.windrow.simulation.contract.Entries.begin;
import static io.windrow.simulation.contract.Entries.commit;
import static io.windrow.simulation.contract.Entries.end;
import static io.windrow.simulation.contract.Entries.indexes;
import static io.windrow.simulation.contract.Entries.pages;
import static io.windrow.simulation.contract.Entries.raise;
import static org.assertj.core.api.Assertions.assertThat;

import io.windrow.ledger.Entry;
import io.windrow.ledger.Ledger;
import io.windrow.ledger.Payload;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What a ledger promises about its chains; {@link LedgerLifetimeContract} has the rest. */
public abstract class LedgerContract {
  private static final int WRITERS = 12;
  private static final int ENTRIES_A_WRITER = 10;

  /** An empty ledger; the same one throughout a test. */
  protected abstract Ledger ledger();

  @Test
  void aChainThatHasNotBegunHasNoHead() {
    assertThat(ledger().head(SHARD)).isEmpty();
    assertThat(ledger().read(SHARD, 0)).isEmpty();
  }

  @Test
  void everyKindOfEntryIsReadAsItWasAppended() {
    List<Entry> chain =
        List.of(begin(), commit(1, "t1"), commit(2, "t2", new Payload.Parts(4)), raise(3), end(4));

    chain.forEach(entry -> assertThat(ledger().append(SHARD, entry)).isNull());

    assertThat(ledger().read(SHARD, 0)).usingRecursiveComparison().isEqualTo(chain);
    assertThat(ledger().read(SHARD, 3))
        .usingRecursiveComparison()
        .isEqualTo(chain.subList(3, chain.size()));
    assertThat(ledger().head(SHARD)).get().isEqualTo(end(4));
  }

  @Test
  void theHeadIsTheGreatestIndexAndNotTheLastAsText() {
    for (int index = 1; index <= 11; index++) {
      ledger().append(SHARD, commit(index, "t" + index));
    }

    assertThat(ledger().head(SHARD)).get().extracting(Entry::index).isEqualTo(11L);
  }

  @Test
  void theHeadsOfManyShardsAreThoseOfEach() {
    List<String> shards = IntStream.range(0, 100).mapToObj("shard-%d"::formatted).toList();
    shards.forEach(shard -> ledger().append(shard, commit(shard.length(), "t")));

    Map<String, Entry> heads =
        ledger().heads(Stream.concat(shards.stream(), Stream.of(SHARD)).toList());

    assertThat(heads).containsOnlyKeys(shards);
    assertThat(heads)
        .allSatisfy((shard, head) -> assertThat(head.index()).isEqualTo(shard.length()));
  }

  @Test
  void anEntryIsNotAppendedWhereOneStandsAndIsToldWhich() {
    Entry first = commit(1, "first");
    ledger().append(SHARD, first);

    Entry inTheWay = ledger().append(SHARD, commit(1, "second", new Payload.Parts(2)));

    assertThat(inTheWay).usingRecursiveComparison().isEqualTo(first);
    assertThat(ledger().read(SHARD, 0)).usingRecursiveComparison().isEqualTo(List.of(first));
  }

  @Test
  void whoeverAppendsAgainFindsItsOwnEntryInTheWay() {
    ledger().append(SHARD, commit(1, "mine"));

    Entry inTheWay = ledger().append(SHARD, commit(1, "mine"));

    assertThat(inTheWay).isNotNull().extracting(Entry::token).isEqualTo("mine");
  }

  @Test
  void ofManyWritersAtOnceOneAppendsAndAllOthersFindItsEntry() {
    List<String> tokens = AtOnce.run(WRITERS, writer -> tokenThere(1, "t" + writer));

    assertThat(tokens).containsOnly(ledger().head(SHARD).orElseThrow().token());
  }

  private String tokenThere(long index, String token) {
    Entry inTheWay = ledger().append(SHARD, commit(index, token));
    return inTheWay == null ? token : inTheWay.token();
  }

  @Test
  void writersWhoEachTakeTheNextPlaceFillTheChainWithoutAGap() {
    AtOnce.run(WRITERS, this::appendAll);

    List<Entry> chain = pages(ledger(), 0).stream().flatMap(List::stream).toList();
    assertThat(chain)
        .extracting(Entry::index)
        .containsExactlyElementsOf(
            LongStream.range(0, WRITERS * ENTRIES_A_WRITER).boxed().toList());
    assertThat(chain).extracting(Entry::token).doesNotHaveDuplicates();
  }

  /** Each entry is read past the head at once: what an earlier writer was told, all see. */
  private int appendAll(int writer) {
    int conflicts = 0;
    for (int i = 0; i < ENTRIES_A_WRITER; i++) {
      String token = writer + "-" + i;
      while (!tokenThere(next(), token).equals(token)) {
        conflicts++;
      }
      assertThat(next()).isPositive();
    }
    return conflicts;
  }

  private long next() {
    return ledger().head(SHARD).map(Entry::index).orElse(-1L) + 1;
  }

  @Test
  void whatWasAppendedIsReadAtOnceByEveryOther() {
    for (long index = 0; index < 20; index++) {
      ledger().append(SHARD, commit(index, "t"));
      long appended = index;

      AtOnce.run(4, reader -> ledger().head(SHARD))
          .forEach(head -> assertThat(head.orElseThrow().index()).isEqualTo(appended));
    }
  }

  @Test
  void chainsOfShardsAreApart() {
    ledger().append(SHARD, commit(1, "mine"));

    assertThat(ledger().head("shardId-000000000001")).isEmpty();
    assertThat(ledger().head(SHARD + "/1")).isEmpty();
  }

  @Test
  void aLongChainIsReadInPagesThatLeaveNothingOut() {
    byte[] content = new byte[12_000];
    for (long index = 0; index < 150; index++) {
      ledger().append(SHARD, commit(index, "t", new Payload.Inline(content)));
    }

    List<List<Entry>> pages = pages(ledger(), 7);

    assertThat(pages).hasSizeGreaterThan(1);
    assertThat(pages.stream().flatMap(List::stream).map(Entry::index))
        .containsExactlyElementsOf(LongStream.range(7, 150).boxed().toList());
  }

  @Test
  void aGapIsPassedOverSoThatWhoReadsFindsIt() {
    Stream.of(begin(), commit(1, "t"), commit(3, "t"))
        .forEach(entry -> ledger().append(SHARD, entry));

    assertThat(indexes(ledger())).containsExactly(0L, 1L, 3L);
    assertThat(ledger().read(SHARD, 2).get(0).index()).isEqualTo(3);
  }
}
