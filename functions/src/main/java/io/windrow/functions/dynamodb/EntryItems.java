package io.windrow.functions.dynamodb;

import io.windrow.ledger.Counts;
import io.windrow.ledger.Entry;
import io.windrow.ledger.Payload;
import io.windrow.record.Position;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Entries of a ledger as items, and back. */
final class EntryItems {
  private static final String KIND = "kind";
  private static final String BEGIN = "begin";
  private static final String COMMIT = "commit";
  private static final String END = "end";
  private static final String TOKEN = "token";
  private static final String GENERATION = "generation";
  private static final String WATERMARK = "watermark";
  private static final String SEQUENCE = "sequence";
  private static final String SUB_SEQUENCE = "subSequence";
  private static final String PLACE = "place";
  private static final String INSIDE_RECORD = "insideRecord";
  private static final String REFERENCE = "reference";
  private static final String CONTENT = "content";
  private static final String PARTS = "parts";
  private static final String PARENTS = "parents";
  private static final String START = "start";
  private static final String CHILDREN = "children";
  private static final String LOST = "lost";

  private EntryItems() {}

  static Map<String, AttributeValue> toItem(String key, Entry entry) {
    ItemBuilder item = new ItemBuilder(key, entry.index());
    if (entry instanceof Entry.Begin begin) {
      item.text(KIND, BEGIN).texts(PARENTS, begin.parents()).text(START, begin.start());
    } else if (entry instanceof Entry.Commit commit) {
      write(commit, item.text(KIND, COMMIT));
    } else if (entry instanceof Entry.End end) {
      item.text(KIND, END).texts(CHILDREN, end.children()).flag(LOST, end.lost());
    }
    if (entry.closes()) {
      item.flag(TableSchemas.CLOSES, true);
    }
    Position position = entry.position();
    if (position != null) {
      write(position, item);
    }
    return item.text(TOKEN, entry.token())
        .number(GENERATION, entry.generation())
        .watermark(WATERMARK, entry.watermark())
        .build();
  }

  private static void write(Position position, ItemBuilder item) {
    item.text(SEQUENCE, position.sequence()).number(SUB_SEQUENCE, position.subSequence());
    if (position.place() > 0) {
      item.number(PLACE, position.place());
    }
  }

  private static void write(Entry.Commit commit, ItemBuilder item) {
    item.flag(INSIDE_RECORD, commit.insideRecord()).texts(REFERENCE, commit.reference());
    CountItems.write(commit.counts(), item);
    if (commit.payload() instanceof Payload.Inline inline) {
      item.bytes(CONTENT, inline.content());
    } else if (commit.payload() instanceof Payload.Parts parts) {
      item.number(PARTS, parts.items());
    }
  }

  static Entry toEntry(String shard, StoredItem item) {
    String kind = item.text(KIND);
    return switch (kind) {
      case BEGIN -> begin(item);
      case COMMIT -> commit(shard, item);
      case END -> end(shard, item);
      default ->
          throw new IllegalStateException(
              "a ledger has entries begin, commit and end, found " + kind);
    };
  }

  private static Entry begin(StoredItem item) {
    return new Entry.Begin(
        item.text(TOKEN),
        item.number(GENERATION),
        item.number(WATERMARK),
        item.texts(PARENTS),
        item.text(START));
  }

  private static Entry commit(String shard, StoredItem item) {
    Counts counts = CountItems.read(item);
    return new Entry.Commit(
        item.number(TableSchemas.INDEX),
        item.text(TOKEN),
        item.number(GENERATION),
        position(shard, item),
        item.flag(INSIDE_RECORD),
        item.number(WATERMARK),
        item.has(TableSchemas.CLOSES),
        counts,
        item.texts(REFERENCE),
        item.has(PARTS)
            ? new Payload.Parts(Math.toIntExact(item.number(PARTS)))
            : new Payload.Inline(item.bytes(CONTENT)));
  }

  private static Entry end(String shard, StoredItem item) {
    return new Entry.End(
        item.number(TableSchemas.INDEX),
        item.text(TOKEN),
        item.number(GENERATION),
        position(shard, item),
        item.number(WATERMARK),
        item.texts(CHILDREN),
        item.flag(LOST));
  }

  private static @Nullable Position position(String shard, StoredItem item) {
    if (!item.has(SEQUENCE)) {
      return null;
    }
    Position record = new Position(shard, item.text(SEQUENCE), item.number(SUB_SEQUENCE));
    return item.has(PLACE) ? record.at(Math.toIntExact(item.number(PLACE))) : record;
  }
}
