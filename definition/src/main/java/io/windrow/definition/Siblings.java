package io.windrow.definition;

import java.util.Optional;

/** The files beside a definition: a port. */
@FunctionalInterface
public interface Siblings {

  /**
   * The content of a file, if it is there.
   *
   * @param path relative to the definition's directory, with {@code /} between its parts; never
   *     absolute, and never with a part {@code ..}
   */
  Optional<byte[]> read(String path);
}
