package io.windrow.ledger;

import io.windrow.ledger.Entry.Payload;
import io.windrow.ledger.Ledger.PayloadKey;
import java.io.ByteArrayOutputStream;
import java.util.Arrays;

/** Puts large content in items of its own, before the commit that names them, and reads it back. */
final class Payloads {
  /** Content up to this size lies in the commit, so that the chain stays small. */
  static final int INLINE_LIMIT = 4096;

  /** Below DynamoDB's 400 KB an item, keys and names included. */
  static final int PART_SIZE = 380_000;

  private final Ledger ledger;

  Payloads(Ledger ledger) {
    this.ledger = ledger;
  }

  Payload put(PayloadKey key, byte[] content) {
    if (content.length <= INLINE_LIMIT) {
      return new Payload.Inline(content);
    }
    int count = 0;
    for (int from = 0; from < content.length; from += PART_SIZE) {
      int to = Math.min(content.length, from + PART_SIZE);
      ledger.putPayload(key, count++, Arrays.copyOfRange(content, from, to));
    }
    return new Payload.Parts(count);
  }

  byte[] get(String shard, Entry.Commit commit) {
    if (commit.payload() instanceof Payload.Inline inline) {
      return inline.content();
    }
    PayloadKey key = new PayloadKey(shard, commit.index(), commit.token());
    ByteArrayOutputStream content = new ByteArrayOutputStream();
    for (int part = 0; part < ((Payload.Parts) commit.payload()).count(); part++) {
      int missing = part;
      content.writeBytes(
          ledger
              .payload(key, part)
              .orElseThrow(
                  () ->
                      new LedgerException(
                          "part %d of the payload of commit %d of shard %s is missing"
                              .formatted(missing, commit.index(), shard))));
    }
    return content.toByteArray();
  }
}
