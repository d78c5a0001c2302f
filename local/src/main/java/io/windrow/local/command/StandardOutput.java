package io.windrow.local.command;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import picocli.CommandLine.ExitCode;

/**
 * The standard output when it does not take what is printed: a full disk, a reader that has gone.
 */
final class StandardOutput {
  /** What a shell shows for a program that SIGPIPE has ended. */
  private static final int BROKEN_PIPE = 128 + 13;

  private StandardOutput() {}

  /** Finds out why it takes nothing, and says it; the exit code. */
  static int refused() {
    // never closed, since the descriptor belongs to the process; writing again tells the reason
    FileOutputStream out = new FileOutputStream(FileDescriptor.out);
    try {
      out.write('\n');
      return refused("it took only a part");
    } catch (IOException e) {
      return refused(String.valueOf(e.getMessage()));
    }
  }

  /**
   * Says why it takes nothing, unless its reader has read enough; the exit code.
   *
   * @param reason as the operating system gives it
   */
  static int refused(String reason) {
    if (reason.equals("Broken pipe")) {
      return BROKEN_PIPE;
    }
    System.err.println("Cannot write the standard output: " + reason + ".");
    return ExitCode.USAGE;
  }
}
