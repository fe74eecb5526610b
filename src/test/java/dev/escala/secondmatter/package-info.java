/**
 * A second, tiny kind of matter: proof that the rooms work on any. Knows rooms and
 * floors, and nothing of the first kind.
 */
package dev.escala.secondmatter;
