/**
 * Requests to addresses that somebody else named: a feed's, a webhook's. What they may reach is
 * vetted at the very address that is connected to.
 */
package io.tocsin.outbound;
