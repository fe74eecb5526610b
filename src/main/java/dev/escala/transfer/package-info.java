/**
 * Matters that go from team to team: who had them, and when supervision has to say whose
 * they are (004-43). Knows no kind of matter, and nothing of how one is routed.
 */
package dev.escala.transfer;
