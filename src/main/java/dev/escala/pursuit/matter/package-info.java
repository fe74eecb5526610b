/**
 * A pursuit as a matter: how it plugs into the rooms that work on any. Nobody else of the
 * pursuit knows this package.
 */
package dev.escala.pursuit.matter;
