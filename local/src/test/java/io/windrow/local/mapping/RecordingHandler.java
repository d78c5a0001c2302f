package io.windrow.local.mapping;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** A handler that remembers what it was given, and answers as it is told. */
final class RecordingHandler implements RequestStreamHandler {
  private final ObjectMapper json = new ObjectMapper();
  private final Answer answer;

  /** The numbers of each invocation's records, by shard. */
  private final Map<String, List<List<Integer>>> batches = new ConcurrentHashMap<>();

  /** Gives the JSON answer to a batch. */
  interface Answer {
    /** Every record is done. */
    Answer OK = (shard, numbers) -> "null";

    String to(String shard, List<Integer> numbers) throws IOException;
  }

  RecordingHandler(Answer answer) {
    this.answer = answer;
  }

  @Override
  public void handleRequest(InputStream in, OutputStream out, Context context) throws IOException {
    List<Integer> numbers = new ArrayList<>();
    String shard = "";
    for (JsonNode each : json.readTree(in).path("Records")) {
      shard = each.path("eventID").asText().split(":", -1)[0];
      numbers.add(json.readTree(each.path("kinesis").path("data").binaryValue()).path("n").asInt());
    }
    batches.computeIfAbsent(shard, id -> new CopyOnWriteArrayList<>()).add(numbers);
    out.write(json.writeValueAsBytes(json.readTree(answer.to(shard, numbers))));
  }

  List<List<Integer>> batches(String shard) {
    return batches.getOrDefault(shard, List.of());
  }

  /** Its records in the order in which they first came. */
  List<Integer> firsts(String shard) {
    return batches(shard).stream().flatMap(List::stream).distinct().toList();
  }
}
