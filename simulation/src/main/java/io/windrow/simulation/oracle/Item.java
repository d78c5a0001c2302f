package io.windrow.simulation.oracle;

import io.windrow.record.Position;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What one event brings to a view: its group, and the arguments of each computed value. */
record Item(
    List<@Nullable Object> group,
    List<List<@Nullable Object>> arguments,
    long time,
    Position position) {}
