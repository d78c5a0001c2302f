package io.windrow.local.mapping;

import static io.windrow.local.mapping.Fixtures.config;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class MappingConfigTest {

  @Test
  void itsDefaultsAreLambdas() {
    MappingConfig config = config().build();

    assertThat(config.batchSize()).isEqualTo(100);
    assertThat(config.batchingWindow()).isZero();
    assertThat(config.bisectBatchOnFunctionError()).isFalse();
    assertThat(config.reportBatchItemFailures()).isFalse();
    assertThat(config.maximumRetryAttempts()).isEqualTo(MappingConfig.UNLIMITED);
    assertThat(config.maximumRecordAgeSeconds()).isEqualTo(MappingConfig.UNLIMITED);
    assertThat(config.region()).isEqualTo("eu-west-1");
  }

  @Test
  void aSettingPastLambdasLimitIsRefusedByName() {
    assertRefused(config().batchSize(10_001), "batchSize");
    assertRefused(config().batchSize(0), "batchSize");
    assertRefused(config().batchingWindow(Duration.ofSeconds(301)), "batchingWindow");
    assertRefused(config().maximumRetryAttempts(10_001), "maximumRetryAttempts");
    assertRefused(config().maximumRecordAgeSeconds(59), "maximumRecordAgeSeconds");
    assertRefused(config().timeout(Duration.ofMinutes(16)), "timeout");
  }

  private static void assertRefused(MappingConfigBuilder config, String name) {
    assertThatIllegalArgumentException().isThrownBy(config::build).withMessageContaining(name);
  }
}
