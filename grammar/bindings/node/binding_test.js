const assert = require('node:assert');
const {test} = require('node:test');
const Parser = require('tree-sitter');

test('parses with the package tree-sitter', () => {
  const parser = new Parser();
  parser.setLanguage(require('.'));
  const {rootNode} = parser.parse("[[a|''b'']] {{c|d=e}}");
  console.log(rootNode.toString());
  assert.equal(
    rootNode.toString(),
    '(document (wikilink target: (link_target) text: (link_text (italic_mark) (text) (italic_mark)))' +
      ' (text) (template name: (template_name)' +
      ' (template_argument name: (argument_name) (text))))');
});
