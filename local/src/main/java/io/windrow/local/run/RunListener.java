package io.windrow.local.run;

import io.windrow.ledger.Entry;
import io.windrow.ledger.Kept;
import io.windrow.local.chaos.Fault;
import io.windrow.view.Result;
import java.util.List;

/** What is told of a run while it goes on. Calls come from many threads. */
public interface RunListener {

  /** Hears nothing. */
  RunListener NONE = new RunListener() {};

  /** An entry was put to the chain of a shard. */
  default void entered(String shard, Entry entry) {}

  /** Final results are stored; they may be told again after a fault. */
  default void announced(List<Result> results) {}

  /** Windows are closed up to a watermark. */
  default void closed(long watermark) {}

  /** A batch was committed, and these records of it are kept whole. */
  default void kept(List<Kept> records) {}

  /** Chaos has struck. */
  default void struck(Fault fault) {}

  /** A function writes a line of metrics to its log. */
  default void measured(String line) {}

  /** Something failed and is tried again. */
  default void warned(String message) {}
}
