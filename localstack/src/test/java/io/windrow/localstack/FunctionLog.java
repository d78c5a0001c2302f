package io.windrow.localstack;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import software.amazon.awssdk.services.cloudwatchlogs.CloudWatchLogsClient;
import software.amazon.awssdk.services.cloudwatchlogs.model.FilteredLogEvent;
import software.amazon.awssdk.services.cloudwatchlogs.model.ResourceNotFoundException;

/**
 * What a function has logged. LocalStack keeps it in the group of Lambda's choice, whatever the
 * template says.
 */
record FunctionLog(CloudWatchLogsClient logs, String function) {
  private static final ObjectMapper MAPPER = new ObjectMapper();

  /** The names of the metrics that its lines carry (embedded metric format). */
  Set<String> metrics() {
    Set<String> names = new TreeSet<>();
    messages()
        .filter(message -> message.startsWith("{\"_aws\""))
        .map(FunctionLog::json)
        .forEach(line -> names.addAll(line.at("/_aws").findValuesAsText("Name")));
    return names;
  }

  private Stream<String> messages() {
    try {
      return logs
          .filterLogEventsPaginator(request -> request.logGroupName("/aws/lambda/" + function))
          .events()
          .stream()
          .map(FilteredLogEvent::message)
          .toList()
          .stream();
    } catch (ResourceNotFoundException e) {
      return Stream.empty(); // it has logged nothing yet
    }
  }

  private static JsonNode json(String line) {
    try {
      return MAPPER.readTree(line);
    } catch (JsonProcessingException e) {
      throw new AssertionError("a line of metrics is no JSON: " + line, e);
    }
  }
}
