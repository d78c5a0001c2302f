package io.windrow.local.kinesis;

import java.util.HashMap;
import java.util.Map;

/** All operations of the service, by name. */
final class Operations {
  private final Map<String, Operation> byName = new HashMap<>();

  Operations(KinesisStreams streams) {
    byName.putAll(new StreamOperations(streams).byName());
    byName.putAll(new SettingOperations(streams).byName());
    byName.putAll(new TagOperations(streams).byName());
    byName.putAll(new ConsumerOperations(streams).byName());
    byName.putAll(new ShardOperations(streams).byName());
    byName.putAll(new PutOperations(streams).byName());
    byName.putAll(new ReadOperations(streams).byName());
  }

  Operation named(String name) {
    Operation operation = byName.get(name);
    if (operation == null) {
      throw new KinesisError(
          KinesisError.Type.UNKNOWN_OPERATION,
          "The embedded Kinesis has no operation '" + name + "'.");
    }
    return operation;
  }
}
