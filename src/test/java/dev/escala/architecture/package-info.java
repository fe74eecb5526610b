/**
 * How the code is built, as tests: the modules, the edges of the engine, and the contract
 * between models and code. Every rule is proven by a fixture that breaks it.
 */
package dev.escala.architecture;
