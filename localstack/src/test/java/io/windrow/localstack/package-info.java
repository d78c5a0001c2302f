/** Scenarios of a pipeline that the CDK has deployed to a LocalStack. */
@NullMarked
package io.windrow.localstack;

import org.jspecify.annotations.NullMarked;
