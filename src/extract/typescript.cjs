// Required, not imported: of a CommonJS module that is imported, Node first scans the text for the names of its exports,
// which for the compiler's takes as long as loading it. Two statements, since Node looks through `module.exports = require(…)`.
const ts = require('typescript');
module.exports = ts;
