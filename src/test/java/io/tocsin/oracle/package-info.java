/**
 * A plain second implementation of the assessment, which recomputes every level from the whole set
 * of records by the definition. It is slow and it is what the core is checked against, so nothing
 * in here may come from the core except the numbers of the policy.
 */
package io.tocsin.oracle;
