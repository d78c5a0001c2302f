package io.windrow.infrastructure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awscdk.App;
import software.amazon.awscdk.Stack;

/** A storage that lies in a stack of its own, and is given to a pipeline. */
@NeedsNode
class GivenStorageTest {
  private final App app = new App();
  private final Stack data = new Stack(app, "Data");
  private final Stack run = new Stack(app, "Run");

  @Test
  void thePipelineItIsMadeForTakesIt() {
    PipelineStorage storage = new PipelineStorage(data, "Storage", clicks().build());

    WindrowPipeline pipeline = new WindrowPipeline(run, "Clicks", clicks().build(), storage);

    assertThat(pipeline.stateTable()).isSameAs(storage.stateTable());
    assertThat(pipeline.getNode().tryFindChild("Storage")).isNull();
  }

  @Test
  void anotherPipelineIsRefused(@TempDir Path directory) {
    PipelineStorage storage = new PipelineStorage(data, "Storage", clicks().build());
    WindrowPipelineProps views =
        WindrowPipelineProps.builder()
            .directory(Changed.copy(directory, Map.of("name: ad-clicks", "name: views")).toString())
            .build();

    assertThatThrownBy(() -> new WindrowPipeline(run, "Views", views, storage))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "the storage Data/Storage is of the pipeline ad-clicks, and is given to the pipeline"
                + " views; give each a storage of its own, made from the same properties");
  }

  @Test
  void soIsAnEncryptionThatItsStorageHasNot() {
    PipelineStorage storage = new PipelineStorage(data, "Storage", clicks().build());
    WindrowPipelineProps encrypted = clicks().encryption(Encryption.customerManaged()).build();

    assertThatThrownBy(() -> new WindrowPipeline(run, "Clicks", encrypted, storage))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "the storage Data/Storage is made with another encryption(...) than the pipeline"
                + " ad-clicks that it is given to; make both from the same properties");
  }

  private static WindrowPipelinePropsBuilder clicks() {
    return WindrowPipelineProps.builder().directory(Stacks.SAMPLES.resolve("ad-clicks").toString());
  }
}
