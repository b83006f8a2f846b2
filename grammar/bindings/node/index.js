module.exports = require('../../build/Release/tree_sitter_wikitext_binding.node');
module.exports.name = 'wikitext';
module.exports.nodeTypeInfo = require('../../src/node-types.json');
