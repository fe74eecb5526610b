/**
 * Whatever a customer waits on, as the rooms that work on it see it. Knows no kind of
 * matter: each kind plugs itself in.
 */
package dev.escala.matter;
