package io.windrow.localstack;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import software.amazon.awssdk.services.cloudwatch.CloudWatchClient;
import software.amazon.awssdk.services.cloudwatch.model.PutDashboardResponse;

/** The dashboard of a pipeline, which LocalStack's CloudFormation leaves out: it is put here. */
record DashboardOnLocalStack(CloudWatchClient cloudWatch, String name) {
  private static final Pattern SEARCH = Pattern.compile("\\{Windrow,.*MetricName=\"(\\w+)\"");

  /** Puts what the template composes. */
  PutDashboardResponse put(Template template, Resolver resolver) {
    String body = resolver.text(template.property("AWS::CloudWatch::Dashboard", "DashboardBody"));
    return cloudWatch.putDashboard(request -> request.dashboardName(name).dashboardBody(body));
  }

  /** The names of Windrow's own metrics that its widgets show. */
  Set<String> metrics() throws IOException {
    String body = cloudWatch.getDashboard(request -> request.dashboardName(name)).dashboardBody();
    Set<String> names = new TreeSet<>();
    for (JsonNode metrics : new ObjectMapper().readTree(body).findValues("metrics")) {
      metrics.forEach(row -> add(row, names));
    }
    return names;
  }

  private static void add(JsonNode row, Set<String> names) {
    Matcher search = SEARCH.matcher(row.path(0).path("expression").asText());
    if (row.path(0).asText().equals("Windrow")) {
      names.add(row.get(1).asText());
    } else if (search.find()) {
      names.add(search.group(1));
    }
  }
}
