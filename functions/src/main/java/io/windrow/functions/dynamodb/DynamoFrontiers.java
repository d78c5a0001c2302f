package io.windrow.functions.dynamodb;

import io.windrow.functions.dynamodb.StateTable.Condition;
import io.windrow.ledger.Checkpoint;
import io.windrow.ledger.Frontier;
import io.windrow.ledger.Frontiers;
import io.windrow.ledger.Identity;
import io.windrow.ledger.Loss;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** The frontier and the checkpoint of one pipeline, an item each in the state table. */
public final class DynamoFrontiers implements Frontiers {
  private static final String MEMBERS = "members";
  private static final String CLOSING = "closing";
  private static final String CLOSED = "closed";
  private static final String INCOMPLETE_BEFORE = "incompleteBefore";
  private static final String LOST_AT = "lostAt";
  private static final String LOST_BY = "lostBy";
  private static final String STREAM = "stream";
  private static final String STATE = "state";
  private static final String CLOSES_AT = "closesAt";
  private static final String MARK = "mark";

  private static final String AS_EXPECTED =
      "members = :members AND closing = :closing AND closed = :closed"
          + " AND incompleteBefore = :incompleteBefore"
          + " AND (attribute_not_exists(lostAt) OR lostAt = :lostAt)";
  private static final String FORWARD =
      "closing < :closing OR (closing = :closing AND"
          + " (closesAt < :closesAt OR (closesAt = :closesAt AND mark < :mark)))";

  private final StateTable table;
  private final StateKeys keys;

  public DynamoFrontiers(DynamoDbClient client, String table, String pipeline) {
    this.table = new StateTable(client, table);
    this.keys = new StateKeys(pipeline);
  }

  @Override
  public Frontier read() {
    return table.get(keys.frontier(), 0).map(DynamoFrontiers::frontier).orElse(Frontier.NEW);
  }

  private static Frontier frontier(StoredItem item) {
    return new Frontier(
        Set.copyOf(item.texts(MEMBERS)),
        item.number(CLOSING),
        item.number(CLOSED),
        item.number(INCOMPLETE_BEFORE),
        item.has(LOST_AT) ? loss(item) : Loss.NONE,
        item.has(STATE) ? new Identity(item.text(STREAM), item.text(STATE)) : Identity.UNKNOWN);
  }

  private static Loss loss(StoredItem item) {
    return new Loss(
        item.number(LOST_AT),
        item.texts(LOST_BY).stream().map(Loss.Cause::valueOf).collect(Collectors.toSet()));
  }

  @Override
  public String identity() {
    return table.identity();
  }

  @Override
  public boolean replace(Frontier expected, Frontier next) {
    Map<String, AttributeValue> item = item(expected);
    Map<String, AttributeValue> values =
        values(item, MEMBERS, CLOSING, CLOSED, INCOMPLETE_BEFORE, LOST_AT);
    Condition condition =
        expected.equals(Frontier.NEW)
            ? Condition.noneThereOr(AS_EXPECTED, values)
            : Condition.there(AS_EXPECTED, values);
    return table.putIf(item(next), condition);
  }

  private Map<String, AttributeValue> item(Frontier frontier) {
    return new ItemBuilder(keys.frontier(), 0)
        .texts(MEMBERS, frontier.members())
        .watermark(CLOSING, frontier.closing())
        .watermark(CLOSED, frontier.closed())
        .watermark(INCOMPLETE_BEFORE, frontier.incompleteBefore())
        .watermark(LOST_AT, frontier.loss().noticed())
        .texts(LOST_BY, frontier.loss().causes().stream().map(Loss.Cause::name).toList())
        .text(STREAM, frontier.identity().stream())
        .text(STATE, frontier.identity().state())
        .build();
  }

  @Override
  public Optional<Checkpoint> checkpoint() {
    return table
        .get(keys.checkpoint(), 0)
        .map(
            item -> new Checkpoint(item.number(CLOSING), item.number(CLOSES_AT), item.bytes(MARK)));
  }

  @Override
  public void advance(Checkpoint checkpoint) {
    Map<String, AttributeValue> item =
        new ItemBuilder(keys.checkpoint(), 0)
            .watermark(CLOSING, checkpoint.closing())
            .watermark(CLOSES_AT, checkpoint.closesAt())
            .bytes(MARK, checkpoint.mark())
            .build();
    table.putIf(item, Condition.noneThereOr(FORWARD, values(item, CLOSING, CLOSES_AT, MARK)));
  }

  /** The values that an expression names, each after the attribute it is compared with. */
  private static Map<String, AttributeValue> values(
      Map<String, AttributeValue> item, String... names) {
    return Arrays.stream(names).collect(Collectors.toMap(name -> ":" + name, item::get));
  }
}
