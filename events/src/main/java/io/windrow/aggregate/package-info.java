/** The aggregates of views: monoids whose states are exact, each with one canonical encoding. */
@NullMarked
package io.windrow.aggregate;

import org.jspecify.annotations.NullMarked;
