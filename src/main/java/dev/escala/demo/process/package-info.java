/** Works the demo's cases through the engine, as its people would. */
package dev.escala.demo.process;
