package io.windrow.functions.dynamodb;

import static org.assertj.core.api.Assertions.assertThat;

import io.windrow.ledger.Ledger.PayloadKey;
import io.windrow.ledger.Retired;
import io.windrow.ledger.RunId;
import io.windrow.ledger.Runs.PartKey;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import software.amazon.awssdk.core.SdkRequest;
import software.amazon.awssdk.core.interceptor.Context.BeforeExecution;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbServiceClientConfiguration;

/**
 * DynamoDB Local reads consistently even when it is not asked to, so what is asked is looked at.
 */
class ConsistentReadsTest {
  @RegisterExtension static final LocalTables TABLES = new LocalTables();

  private static final String SHARD = "shardId-000000000000";

  private final DynamoDbServiceClientConfiguration configuration =
      TABLES.client().serviceClientConfiguration();
  private final String table = TABLES.state();
  private final Requests requests = new Requests();
  private final DynamoDbClient client =
      DynamoDbClient.builder()
          .endpointOverride(configuration.endpointOverride().orElseThrow())
          .region(configuration.region())
          .credentialsProvider(configuration.credentialsProvider())
          .httpClientBuilder(UrlConnectionHttpClient.builder())
          .overrideConfiguration(config -> config.addExecutionInterceptor(requests))
          .build();

  @AfterEach
  void closeClient() {
    client.close();
  }

  @Test
  void everyReadOfTheStateAsksToBeStronglyConsistent() {
    DynamoLedger ledger = new DynamoLedger(client, table, "clicks");
    DynamoRuns runs = new DynamoRuns(client, table, "clicks");
    DynamoFrontiers frontiers = new DynamoFrontiers(client, table, "clicks");

    assertThat(ledger.head(SHARD)).isEmpty();
    assertThat(ledger.read(SHARD, 0)).isEmpty();
    assertThat(ledger.payload(new PayloadKey(SHARD, 1, "t"), 0)).isEmpty();
    assertThat(runs.manifests(SHARD, 1, 0)).isEmpty();
    assertThat(runs.latest(SHARD, 1)).isEmpty();
    assertThat(runs.part(new PartKey(new RunId(SHARD, 1, 0), "token", 0), 0)).isEmpty();
    assertThat(runs.retired(SHARD)).isEqualTo(Retired.NONE);
    assertThat(frontiers.read().members()).isEmpty();
    assertThat(frontiers.checkpoint()).isEmpty();

    assertThat(requests.all)
        .hasSize(9)
        .allSatisfy(
            request ->
                assertThat(request.getValueForField("ConsistentRead", Boolean.class))
                    .hasValue(true));
  }

  private static final class Requests implements ExecutionInterceptor {
    private final List<SdkRequest> all = new CopyOnWriteArrayList<>();

    @Override
    public void beforeExecution(BeforeExecution context, ExecutionAttributes attributes) {
      all.add(context.request());
    }
  }
}
