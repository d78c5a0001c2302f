package io.windrow.local.command;

import io.windrow.local.kinesis.KinesisStream;
import io.windrow.local.run.EmbeddedAws;
import io.windrow.local.run.EmbeddedPipeline;
import io.windrow.plan.Plan;
import java.time.Duration;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/**
 * Says that nothing has arrived on a pipeline's stream for a while, and where clients have sent
 * records instead: once, and again whenever another name turns up.
 */
final class SilenceWatch {
  private static final long PATIENCE = Duration.ofSeconds(10).toNanos();

  private final String stream;
  private final EmbeddedAws aws;
  private final EmbeddedPipeline pipeline;
  private final Consumer<String> warned;
  private final Set<String> said = new TreeSet<>();
  private long due = System.nanoTime() + PATIENCE;
  private boolean isSaid;

  SilenceWatch(Plan plan, EmbeddedAws aws, EmbeddedPipeline pipeline, Consumer<String> warned) {
    this.stream = plan.definition().source().streamName();
    this.aws = aws;
    this.pipeline = pipeline;
    this.warned = warned;
  }

  void look() {
    if (pipeline.hasReceived() || System.nanoTime() < due) {
      return;
    }
    Set<String> others = others();
    if (!isSaid || !said.containsAll(others)) {
      warned.accept(sentence(others));
      isSaid = true;
      said.addAll(others);
    }
    due = System.nanoTime() + PATIENCE;
  }

  /** Names that clients have asked for and that no stream has, and other streams with records. */
  private Set<String> others() {
    Set<String> names = new TreeSet<>(aws.streams().unknownNames());
    aws.streams().all().stream()
        .filter(other -> !other.isEmpty())
        .map(KinesisStream::name)
        .forEach(names::add);
    return names;
  }

  private String sentence(Set<String> others) {
    String nothing = "Nothing has arrived on stream " + stream + " yet.";
    return others.isEmpty()
        ? nothing
            + " To send a file: ./windrow send FILE --stream %s --endpoint %s"
                .formatted(stream, aws.kinesis())
        : nothing
            + " Clients have asked for %s instead: send to %s, or name that stream in pipeline.yaml."
                .formatted(
                    others.stream().map(name -> "'" + name + "'").collect(Collectors.joining(", ")),
                    stream);
  }
}
