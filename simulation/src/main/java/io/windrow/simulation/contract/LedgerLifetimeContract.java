package io.windrow.simulation.contract;

import static io.windrow.simulation.contract.Entries.SHARD;
import static io.windrow.simulation.contract.Entries.begin;
import static io.windrow.simulation.contract.Entries.commit;
import static io.windrow.simulation.contract.Entries.end;
import static io.windrow.simulation.contract.Entries.indexes;
import static org.assertj.core.api.Assertions.assertThat;

import io.windrow.ledger.Entry;
import io.windrow.ledger.Ledger;
import io.windrow.ledger.Ledger.PayloadKey;
import io.windrow.ledger.Payload;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a ledger promises about payloads, and about how long it keeps what. */
public abstract class LedgerLifetimeContract {
  private static final long DAY = 24 * 3_600_000L;
  private static final byte[] PART = {1};

  /** An empty ledger; the same one throughout a test. */
  protected abstract Ledger ledger();

  /** Has the store delete what has expired by then, as it may at any time after. */
  protected abstract void deleteExpired(long now);

  @Test
  void payloadPartsAreReadByTokenAndPart() {
    byte[] large = new byte[380_000];
    Arrays.fill(large, (byte) 9);
    ledger().putPayload(key(5, "mine"), 0, large, DAY);
    ledger().putPayload(key(5, "mine"), 1, PART, DAY);
    ledger().putPayload(key(5, "mine"), 1, PART, DAY);

    assertThat(ledger().payload(key(5, "mine"), 0)).hasValue(large);
    assertThat(ledger().payload(key(5, "mine"), 1)).hasValue(PART);
    assertThat(ledger().payload(key(5, "mine"), 2)).isEmpty();
    assertThat(ledger().payload(key(5, "other"), 0)).isEmpty();
    assertThat(ledger().payload(key(4, "mine"), 0)).isEmpty();
  }

  @Test
  void commitsOfARangeVanishWithTheirPayloadsWhenTheirTimeHasCome() {
    chainOf(begin(), commit(1, "a", new Payload.Parts(1)), commit(2, "b", new Payload.Parts(1)));
    ledger().putPayload(key(1, "a"), 0, PART, DAY);
    ledger().putPayload(key(2, "b"), 0, PART, DAY);
    ledger().append(SHARD, commit(3, "c"));

    ledger().expire(SHARD, 1, 2, DAY);
    deleteExpired(DAY - 1000);
    assertThat(indexes(ledger())).containsExactly(0L, 1L, 2L, 3L);
    deleteExpired(DAY);

    assertThat(indexes(ledger())).containsExactly(0L, 3L);
    assertThat(ledger().payload(key(1, "a"), 0)).isEmpty();
    assertThat(ledger().payload(key(2, "b"), 0)).isEmpty();
  }

  @Test
  void theBeginningAndTheEndOfAChainNeverVanish() {
    chainOf(begin(), commit(1, "a"), end(2));

    ledger().expire(SHARD, 0, 2, DAY);
    deleteExpired(2 * DAY);

    assertThat(indexes(ledger())).containsExactly(0L, 2L);
    assertThat(ledger().head(SHARD)).get().isEqualTo(end(2));
  }

  @Test
  void whatHasNoTimeToLiveStays() {
    chainOf(begin(), commit(1, "a", new Payload.Parts(1)));
    ledger().putPayload(key(1, "a"), 0, PART, DAY);

    deleteExpired(Long.MAX_VALUE / 2);

    assertThat(indexes(ledger())).containsExactly(0L, 1L);
    assertThat(ledger().payload(key(1, "a"), 0)).hasValue(PART);
  }

  @Test
  void aRangeIsExpiredAgainAfterSomeOfItHasVanished() {
    chainOf(begin(), commit(1, "a"));
    ledger().expire(SHARD, 1, 1, DAY);
    deleteExpired(DAY);
    chainOf(commit(2, "b"), commit(3, "c"));

    ledger().expire(SHARD, 0, 2, 2 * DAY);
    deleteExpired(2 * DAY);

    assertThat(indexes(ledger())).containsExactly(0L, 3L);
  }

  private void chainOf(Entry... entries) {
    List.of(entries).forEach(entry -> assertThat(ledger().append(SHARD, entry)).isNull());
  }

  static PayloadKey key(long index, String token) {
    return new PayloadKey(SHARD, index, token);
  }
}
