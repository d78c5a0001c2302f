package io.windrow.local.command;

import io.windrow.plan.Plan;
import java.nio.file.Path;

/** A pipeline of the directory samples, with its data. */
record Sample(PipelineDirectory directory, Plan plan) {

  static Sample of(String name) {
    PipelineDirectory directory = new PipelineDirectory(Path.of("..", "samples", name));
    return new Sample(directory, directory.plan());
  }

  String name() {
    return plan.definition().name();
  }

  /** The field that the sample's README shards it by. */
  String partitionKey() {
    return name().equals("earthquakes") ? "properties.net" : "user_id";
  }

  Path file(String name) {
    return directory.path().resolve(name);
  }

  Path data() {
    return file(name() + ".jsonl");
  }
}
