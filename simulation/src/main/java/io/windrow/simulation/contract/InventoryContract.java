package io.windrow.simulation.contract;

import static io.windrow.simulation.contract.Entries.SHARD;
import static io.windrow.simulation.contract.Entries.begin;
import static io.windrow.simulation.contract.Entries.commit;
import static org.assertj.core.api.Assertions.assertThat;

import io.windrow.ledger.Checkpoint;
import io.windrow.ledger.Inventory;
import io.windrow.ledger.Inventory.Item;
import io.windrow.ledger.Inventory.Item.PayloadPart;
import io.windrow.ledger.Inventory.Item.RunManifest;
import io.windrow.ledger.Inventory.Item.RunPart;
import io.windrow.ledger.Inventory.Page;
import io.windrow.ledger.Inventory.Pass;
import io.windrow.ledger.Ledger.PayloadKey;
import io.windrow.ledger.Manifest;
import io.windrow.ledger.Payload;
import io.windrow.ledger.Ports;
import io.windrow.ledger.RunId;
import io.windrow.ledger.Runs.PartKey;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is promised about looking through all that is stored. */
public abstract class InventoryContract {
  private static final long DAY = 24 * 3_600_000L;
  private static final RunId RUN = new RunId(SHARD, 2, 7);
  private static final PartKey PART = new PartKey(RUN, "c", 0);

  /** The ports of a pipeline that has stored nothing; the same throughout a test. */
  protected abstract Ports ports();

  /** Has the store delete what has expired by then, as it may at any time after. */
  protected abstract void deleteExpired(long now);

  @Test
  void payloadsAndRunsAreFoundAndNeitherEntriesNorFrontiers() {
    ports().ledger().append(SHARD, begin());
    ports().frontiers().advance(new Checkpoint(1, 1, new byte[] {1}));
    ports().runs().retireRuns(SHARD, 1, 5);
    ports().ledger().putPayload(key("a"), 3, new byte[] {1}, 1_234);
    putRun();

    assertThat(all())
        .containsExactlyInAnyOrder(
            new PayloadPart(key("a"), 3, 1_234),
            new RunManifest(RUN),
            new RunPart(PART, 0),
            new RunPart(PART, 1));
  }

  @Test
  void whatHasATimeToLiveIsNotFound() {
    ports().ledger().append(SHARD, commit(5, "a", new Payload.Parts(1)));
    ports().ledger().putPayload(key("a"), 0, new byte[] {1}, 1_234);
    ports().ledger().putPayload(key("b"), 0, new byte[] {2}, 1_234);
    Manifest run = putRun();

    ports().ledger().expire(SHARD, 5, 5, DAY);
    ports().runs().expire(run, DAY);

    assertThat(all()).containsExactly(new PayloadPart(key("b"), 0, 1_234));
  }

  @Test
  void anItemThatIsGivenATimeToLiveVanishes() {
    ports().ledger().putPayload(key("a"), 0, new byte[] {1}, 1_234);
    putRun();

    all().forEach(item -> ports().inventory().expire(item, DAY));
    deleteExpired(DAY - 1000);
    assertThat(ports().ledger().payload(key("a"), 0)).isPresent();
    deleteExpired(DAY);

    assertThat(ports().ledger().payload(key("a"), 0)).isEmpty();
    assertThat(ports().runs().part(PART, 0)).isEmpty();
    assertThat(ports().runs().part(PART, 1)).isEmpty();
    assertThat(ports().runs().latest(SHARD, RUN.level())).isEmpty();
  }

  @Test
  void theFirstTimeToLiveStands() {
    ports().ledger().putPayload(key("a"), 0, new byte[] {1}, 1_234);
    Item item = all().get(0);
    ports().inventory().expire(item, DAY);
    ports().inventory().expire(item, 3 * DAY);

    deleteExpired(2 * DAY);

    assertThat(ports().ledger().payload(key("a"), 0)).isEmpty();
  }

  @Test
  void aRunThatIsMadeAgainHasNoTimeToLive() {
    ports().runs().expire(putRun(), DAY);
    Manifest again = putRun();
    deleteExpired(2 * DAY);

    assertThat(ports().runs().manifests(SHARD, RUN.level(), RUN.number())).containsExactly(again);
    assertThat(ports().runs().part(PART, 0)).isPresent();
  }

  @Test
  void whatIsVanishedOrWasNeverThereIsPassedOver() {
    ports().inventory().expire(new PayloadPart(key("none"), 0, 1), DAY);
    ports().inventory().expire(new RunPart(PART, 0), DAY);

    assertThat(all()).isEmpty();
    assertThat(ports().ledger().payload(key("none"), 0)).isEmpty();
  }

  @Test
  void manyItemsAreFoundInPagesThatLeaveNothingOut() {
    List<Item> put = new ArrayList<>();
    for (int part = 0; part < 25; part++) {
      ports().ledger().putPayload(key("large"), part, new byte[100_000], 1_234);
      put.add(new PayloadPart(key("large"), part, 1_234));
    }

    assertThat(ports().inventory().page("").mark()).isNotEmpty();
    assertThat(all()).containsExactlyInAnyOrderElementsOf(put);
  }

  @Test
  void howFarItWasLookedThroughIsRemembered() {
    assertThat(ports().inventory().pass()).isEqualTo(Pass.NONE);

    ports().inventory().note(new Pass("a mark", 1_234));
    assertThat(ports().inventory().pass()).isEqualTo(new Pass("a mark", 1_234));

    ports().inventory().note(new Pass("", 1_234));
    assertThat(ports().inventory().pass().isOver()).isTrue();
  }

  private Manifest putRun() {
    ports().runs().putPart(PART, 0, new byte[] {1});
    ports().runs().putPart(PART, 1, new byte[] {2});
    Manifest run =
        new Manifest(
            RUN,
            PART.token(),
            99,
            1_000,
            List.of(new Manifest.Part(0, "v", "f", 0, 1, new Payload.Parts(2))));
    ports().runs().putManifest(run);
    return run;
  }

  private List<Item> all() {
    Inventory inventory = ports().inventory();
    List<Item> all = new ArrayList<>();
    Page page = inventory.page("");
    all.addAll(page.items());
    while (!page.mark().isEmpty()) {
      page = inventory.page(page.mark());
      all.addAll(page.items());
    }
    return all;
  }

  private static PayloadKey key(String token) {
    return new PayloadKey(SHARD, 5, token);
  }
}
