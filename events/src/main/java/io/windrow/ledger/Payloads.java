package io.windrow.ledger;

import io.windrow.ledger.Ledger.PayloadKey;
import io.windrow.view.View;
import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.List;

/** Puts large content in items of its own, before the commit that names them, and reads it back. */
final class Payloads {
  private final Ledger ledger;
  private final PayloadLimits limits;

  Payloads(Ledger ledger, PayloadLimits limits) {
    this.ledger = ledger;
    this.limits = limits;
  }

  Payload put(PayloadKey key, byte[] content, long at) {
    if (content.length <= limits.inline()) {
      return new Payload.Inline(content);
    }
    int count = 0;
    for (int from = 0; from < content.length; from += limits.part()) {
      int to = Math.min(content.length, from + limits.part());
      ledger.putPayload(key, count++, Arrays.copyOfRange(content, from, to), at);
    }
    return new Payload.Parts(count);
  }

  /** What an entry adds, without the deltas of views other than these. */
  Content content(String shard, Entry entry, List<View> views) {
    return entry instanceof Entry.Commit commit && commit.counts().received() > 0
        ? Content.decode(encoded(shard, commit), views)
        : Content.NONE;
  }

  private byte[] encoded(String shard, Entry.Commit commit) {
    if (commit.payload() instanceof Payload.Inline inline) {
      return inline.content();
    }
    PayloadKey key = new PayloadKey(shard, commit.index(), commit.token());
    ByteArrayOutputStream content = new ByteArrayOutputStream();
    for (int part = 0; part < ((Payload.Parts) commit.payload()).items(); part++) {
      content.writeBytes(part(key, part));
    }
    return content.toByteArray();
  }

  private byte[] part(PayloadKey key, int part) {
    return ledger
        .payload(key, part)
        .orElseThrow(
            () ->
                new LedgerException(
                    "part %d of the payload of commit %d of shard %s is missing"
                        .formatted(part, key.index(), key.shard())));
  }
}
