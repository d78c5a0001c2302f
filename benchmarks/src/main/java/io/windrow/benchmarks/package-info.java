/** What Windrow claims of its speed, measured. */
@NullMarked
package io.windrow.benchmarks;

import org.jspecify.annotations.NullMarked;
