package io.windrow.simulation.world;

import io.windrow.ledger.ForwardingRuns;
import io.windrow.ledger.Manifest;
import io.windrow.ledger.Manifest.Part;
import io.windrow.ledger.Runs;
import io.windrow.view.View;
import io.windrow.window.SessionPolicy;
import java.util.List;

/** Runs that are not read on as soon as a session could have closed that their panes had begun. */
final class ForgetsOpenSessions extends ForwardingRuns {
  private final List<View> views;

  ForgetsOpenSessions(Runs real, List<View> views) {
    super(real);
    this.views = views;
  }

  @Override
  public List<Manifest> manifests(String shard, int level, long fromNumber) {
    return real.manifests(shard, level, fromNumber).stream().map(this::forgetful).toList();
  }

  private Manifest forgetful(Manifest manifest) {
    return new Manifest(
        manifest.run(),
        manifest.token(),
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
        part.number(), part.view(), part.fingerprint(), part.firstPane(), closesAt, part.payload());
  }
}
