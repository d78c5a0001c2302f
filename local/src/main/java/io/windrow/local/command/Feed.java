package io.windrow.local.command;

import io.windrow.local.kinesis.KinesisError;
import io.windrow.local.kinesis.PutRequest;
import io.windrow.local.run.EmbeddedPipeline;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** The thread that puts an input to a pipeline's stream, a record a line, in order. */
final class Feed {
  private final Input input;
  private final PartitionKeys keys;
  private final EmbeddedPipeline pipeline;
  private volatile boolean done;
  private volatile @Nullable RuntimeException problem;

  private Feed(Input input, PartitionKeys keys, EmbeddedPipeline pipeline) {
    this.input = input;
    this.keys = keys;
    this.pipeline = pipeline;
  }

  static Feed start(Input input, PartitionKeys keys, EmbeddedPipeline pipeline) {
    Feed feed = new Feed(input, keys, pipeline);
    Thread thread = new Thread(feed::run, "windrow-feed");
    thread.setDaemon(true);
    thread.start();
    return feed;
  }

  private void run() {
    long number = 0;
    try (Lines lines = input.lines()) {
      byte[] line = lines.next();
      while (line != null) {
        number++;
        pipeline.put(new PutRequest(keys.of(number, line), line));
        line = lines.next();
      }
      pipeline.finishInput();
      done = true;
    } catch (IOException e) {
      problem = new UserError("Cannot read " + input.name() + ": " + e.getMessage() + ".");
    } catch (KinesisError e) {
      problem =
          new UserError(
              "Line %d of %s is no record: %s".formatted(number, input.name(), e.getMessage()));
    } catch (RuntimeException e) {
      problem = e;
    } catch (Error e) {
      problem = new IllegalStateException("the feed died of " + e, e);
    }
  }

  /** Whether all of the input is in the stream. */
  boolean isDone() {
    RuntimeException found = problem;
    if (found != null) {
      throw found;
    }
    return done;
  }
}
