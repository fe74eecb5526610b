/**
 * How long the texts of prospects who said no are kept, their end, and what of them is a
 * person's. Decides nothing else about a pursuit, and touches no open one but for a
 * person who is erased.
 */
package dev.escala.pursuit.keeping;
