package io.windrow.local.display;

/** Shows how a run goes on; it is asked to several times a second. */
public interface Display {

  /** Shows what has come since. */
  void refresh();

  /** Shows the last of it, and leaves what is on the screen. */
  void finish();
}
