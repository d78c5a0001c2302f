/** Quarantine in S3. */
@NullMarked
package io.windrow.functions.s3;

import org.jspecify.annotations.NullMarked;
