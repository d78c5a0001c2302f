package io.windrow.plan;

import io.windrow.expression.Expression;

/** A condition on each result of a view. */
public record Alert(String name, String view, Expression when) {}
