package io.windrow.simulation.world;

import io.windrow.ledger.Manifest;
import io.windrow.ledger.Manifest.Part;
import io.windrow.ledger.RunId;
import io.windrow.ledger.Runs;
import io.windrow.view.View;
import io.windrow.window.SessionPolicy;
import java.util.List;
import java.util.Optional;

/** Runs that are not read on as soon as a session could have closed that their panes had begun. */
record ForgetsOpenSessions(Runs real, List<View> views) implements Runs {
  @Override
  public List<Manifest> manifests(String shard, int level, long fromNumber) {
    return real.manifests(shard, level, fromNumber).stream().map(this::forgetful).toList();
  }

  private Manifest forgetful(Manifest manifest) {
    return new Manifest(
        manifest.run(),
        manifest.lastIndex(),
        manifest.closesAt(),
        manifest.parts().stream().map(this::forgetful).toList());
  }

  private Part forgetful(Part part) {
    return views.stream()
        .filter(view -> view.name().equals(part.view()))
        .map(View::window)
        .filter(SessionPolicy.class::isInstance)
        .map(SessionPolicy.class::cast)
        .findFirst()
        .map(sessions -> closingAt(part, part.closesAt() - sessions.longest()))
        .orElse(part);
  }

  private static Part closingAt(Part part, long closesAt) {
    return new Part(
        part.number(), part.view(), part.fingerprint(), part.firstPane(), closesAt, part.items());
  }

  @Override
  public Optional<Long> latest(String shard, int level) {
    return real.latest(shard, level);
  }

  @Override
  public void putPart(RunId run, int part, int item, byte[] content) {
    real.putPart(run, part, item, content);
  }

  @Override
  public Optional<byte[]> part(RunId run, int part, int item) {
    return real.part(run, part, item);
  }

  @Override
  public void putManifest(Manifest manifest) {
    real.putManifest(manifest);
  }

  @Override
  public long retired(String shard) {
    return real.retired(shard);
  }

  @Override
  public void retire(String shard, long index) {
    real.retire(shard, index);
  }
}
