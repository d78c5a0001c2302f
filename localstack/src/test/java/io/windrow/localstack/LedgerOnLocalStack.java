package io.windrow.localstack;

import io.windrow.ledger.Entry;
import io.windrow.ledger.Ledger;
import io.windrow.ledger.Ledger.PayloadKey;
import io.windrow.ledger.Payload;
import io.windrow.simulation.oracle.Evidence;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;

/** The chains of a deployed pipeline, read whole. */
record LedgerOnLocalStack(Ledger ledger) {

  /** What the pipeline has left of a shard, and what the stream holds of it. */
  Evidence evidence(String shard, StreamOnLocalStack stream) {
    List<Entry> entries = entries(shard);
    boolean ended = entries.stream().anyMatch(Entry.End.class::isInstance);
    return new Evidence(
        shard, ended, stream.records(shard), entries, commit -> payload(shard, commit));
  }

  private List<Entry> entries(String shard) {
    List<Entry> entries = new ArrayList<>();
    for (List<Entry> page = ledger.read(shard, 0); !page.isEmpty(); ) {
      entries.addAll(page);
      page = ledger.read(shard, entries.get(entries.size() - 1).index() + 1);
    }
    return entries;
  }

  private byte[] payload(String shard, Entry.Commit commit) {
    if (commit.payload() instanceof Payload.Inline inline) {
      return inline.content();
    }
    PayloadKey key = new PayloadKey(shard, commit.index(), commit.token());
    ByteArrayOutputStream content = new ByteArrayOutputStream();
    for (int part = 0; part < ((Payload.Parts) commit.payload()).items(); part++) {
      content.writeBytes(ledger.payload(key, part).orElseThrow());
    }
    return content.toByteArray();
  }
}
