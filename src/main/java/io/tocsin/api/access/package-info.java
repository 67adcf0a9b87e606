/** Who may do what over HTTP: scopes, tokens, and which hosts and pages are listened to. */
package io.tocsin.api.access;
