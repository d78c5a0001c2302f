package io.windrow.plugin;

/**
 * Own code of a pipeline, which its definition calls by a name and {@link java.util.ServiceLoader}
 * finds in the jars under {@code lib} beside it.
 *
 * <p>It is a function of what it is given: no clock, no chance, no state, since a record may be
 * judged many times and must be judged the same. One object may be called by several threads.
 */
public interface PlugIn {

  /** What a definition calls it. */
  String name();

  /**
   * What changes whenever it gives another value for the same input. It is part of the fingerprint
   * of each view that depends on it.
   */
  String version();
}
