// Wherever something is written to somebody.
import "./writing.js";
import "./terms.js";
