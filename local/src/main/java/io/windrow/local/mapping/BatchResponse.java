package io.windrow.local.mapping;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.windrow.local.mapping.Outcome.Failed;
import io.windrow.local.mapping.Outcome.FailedFrom;
import io.windrow.local.mapping.Outcome.Succeeded;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The reader of what a function answers to a batch when it may report item failures.
 *
 * <p>The report with the lowest sequence number counts. An item without a sequence number of the
 * batch fails all of it. No response, or one without items, is a success. See <a
 * href="https://docs.aws.amazon.com/lambda/latest/dg/services-kinesis-batchfailurereporting.html">
 * the manual</a>.
 */
final class BatchResponse {
  private static final String ITEMS = "batchItemFailures";
  private static final String IDENTIFIER = "itemIdentifier";

  private final ObjectMapper json = new ObjectMapper();

  Outcome read(byte[] response, List<ShardRecord> batch) {
    try {
      JsonNode tree = json.readTree(response);
      return tree.isMissingNode() || tree.isNull() ? new Succeeded() : read(tree, batch);
    } catch (JacksonException e) {
      return new Failed("the response is not JSON: " + e.getOriginalMessage());
    } catch (IOException e) {
      return new Failed("the response cannot be read: " + e.getMessage());
    }
  }

  private static Outcome read(JsonNode response, List<ShardRecord> batch) {
    JsonNode items = response.path(ITEMS);
    boolean none = items.isMissingNode() || items.isNull() || (items.isArray() && items.isEmpty());
    if (response.isObject() && none) {
      return new Succeeded();
    }
    if (!items.isArray()) {
      return new Failed("the response has no list of " + ITEMS + ": " + brief(response));
    }
    return lowest(items, batch);
  }

  private static Outcome lowest(JsonNode items, List<ShardRecord> batch) {
    Map<String, Integer> indexes = new HashMap<>();
    for (int i = 0; i < batch.size(); i++) {
      indexes.put(batch.get(i).sequence(), i);
    }
    int lowest = batch.size();
    for (JsonNode item : items) {
      Integer index = indexes.get(item.path(IDENTIFIER).asText());
      if (index == null) {
        return new Failed("the response names no record of the batch in " + brief(item));
      }
      lowest = Math.min(lowest, index);
    }
    return new FailedFrom(lowest);
  }

  private static String brief(JsonNode node) {
    String text = node.toString();
    return text.length() <= 120 ? text : text.substring(0, 120) + "...";
  }
}
