/**
 * Posts over HTTP to servers that nobody trusts: checked addresses, no redirects, a
 * deadline. Knows no message and no database.
 */
package dev.escala.notification.http;
