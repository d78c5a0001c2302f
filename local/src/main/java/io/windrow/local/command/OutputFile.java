package io.windrow.local.command;

import io.windrow.local.run.IoSentences;
import io.windrow.local.run.RunException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/**
 * A file of lines that a run writes. It holds whole lines only, also when the disk is full before
 * the last one. One that nobody asked for takes the lines and keeps none.
 */
final class OutputFile implements AutoCloseable {
  private static final int BUFFER = 1 << 16;

  private final @Nullable Path path;
  private final @Nullable FileChannel channel;
  private final ByteArrayOutputStream buffered = new ByteArrayOutputStream();
  private long whole;

  private OutputFile(@Nullable Path path, @Nullable FileChannel channel) {
    this.path = path;
    this.channel = channel;
  }

  /**
   * Opens a file, which is empty then.
   *
   * @param path null for no file
   */
  static OutputFile open(@Nullable Path path) {
    try {
      return new OutputFile(
          path,
          path == null
              ? null
              : FileChannel.open(
                  path,
                  StandardOpenOption.CREATE,
                  StandardOpenOption.WRITE,
                  StandardOpenOption.TRUNCATE_EXISTING));
    } catch (IOException e) {
      throw new UserError(IoSentences.of("write", path, e));
    }
  }

  /**
   * Adds a line.
   *
   * @throws RunException when the disk takes no more
   */
  synchronized void line(String line) {
    if (channel != null) {
      buffered.writeBytes(line.getBytes(StandardCharsets.UTF_8));
      buffered.write('\n');
      if (buffered.size() >= BUFFER) {
        flush();
      }
    }
  }

  /** Brings the lines so far to the file. */
  synchronized void flush() {
    if (path == null || channel == null || buffered.size() == 0) {
      return;
    }
    ByteBuffer bytes = ByteBuffer.wrap(buffered.toByteArray());
    buffered.reset();
    try {
      while (bytes.hasRemaining()) {
        channel.write(bytes);
      }
      whole += bytes.limit();
    } catch (IOException e) {
      cut(bytes, channel);
      throw new RunException(
          IoSentences.of("write", path, e) + " The lines before are in it, whole.");
    }
  }

  /** Takes back the line that did not fit; a pipe and a device keep what they were given. */
  private void cut(ByteBuffer bytes, FileChannel cut) {
    try {
      cut.truncate(whole + endOfLines(bytes));
    } catch (IOException e) {
      // the message says that the file can't be written
    }
  }

  private static int endOfLines(ByteBuffer bytes) {
    int end = bytes.position();
    while (end > 0 && bytes.get(end - 1) != '\n') {
      end--;
    }
    return end;
  }

  @Override
  public void close() {
    try {
      flush();
    } finally {
      closeChannel();
    }
  }

  private void closeChannel() {
    try {
      if (channel != null) {
        channel.close();
      }
    } catch (IOException e) {
      throw new RunException("Cannot write %s: %s.".formatted(path, e.getMessage()));
    }
  }
}
