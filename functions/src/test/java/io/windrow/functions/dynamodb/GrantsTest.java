package io.windrow.functions.dynamodb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeDefinition;
import software.amazon.awssdk.services.dynamodb.model.DescribeTableRequest;
import software.amazon.awssdk.services.dynamodb.model.DescribeTableResponse;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbException;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.KeyType;
import software.amazon.awssdk.services.dynamodb.model.ScalarAttributeType;

class GrantsTest {
  private final AtomicInteger calls = new AtomicInteger();

  @Test
  void aTableIsDescribedOnceItsGrantHasSpread() {
    assertThat(KeySchema.of(new Table(), "ads", "ad_id"))
        .isEqualTo(new KeySchema("ad_id", ScalarAttributeType.S));
    assertThat(calls).hasValue(2);
  }

  @Test
  void aRefusalThatStaysIsThrown() {
    Grants grants = new Grants(3, Duration.ZERO);

    assertThatExceptionOfType(DynamoDbException.class)
        .isThrownBy(() -> grants.await(() -> fail("AccessDeniedException")));
    assertThat(calls).hasValue(3);
  }

  @Test
  void whatIsNoRefusalIsThrownAtOnce() {
    Grants grants = new Grants(3, Duration.ZERO);

    assertThatExceptionOfType(DynamoDbException.class)
        .isThrownBy(() -> grants.await(() -> fail("ResourceNotFoundException")));
    assertThat(calls).hasValue(1);
  }

  private Object fail(String code) {
    calls.incrementAndGet();
    throw DynamoDbException.builder()
        .awsErrorDetails(AwsErrorDetails.builder().errorCode(code).build())
        .build();
  }

  /** A table that may not be described at first. */
  private final class Table implements DynamoDbClient {
    @Override
    public DescribeTableResponse describeTable(DescribeTableRequest request) {
      if (calls.get() == 0) {
        Object unused = fail("AccessDeniedException");
      }
      calls.incrementAndGet();
      return DescribeTableResponse.builder()
          .table(
              table ->
                  table
                      .keySchema(
                          KeySchemaElement.builder()
                              .attributeName("ad_id")
                              .keyType(KeyType.HASH)
                              .build())
                      .attributeDefinitions(
                          AttributeDefinition.builder()
                              .attributeName("ad_id")
                              .attributeType(ScalarAttributeType.S)
                              .build()))
          .build();
    }

    @Override
    public String serviceName() {
      return SERVICE_NAME;
    }

    @Override
    public void close() {}
  }
}
