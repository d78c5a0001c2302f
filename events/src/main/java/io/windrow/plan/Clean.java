package io.windrow.plan;

import io.windrow.expression.Expression;

/** A top-level field that is added or replaced. It sees what those before it have made. */
public record Clean(String field, Expression value) {}
