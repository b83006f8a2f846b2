/** The language, for `Parser.setLanguage` of the package "tree-sitter". */
declare const wikitext: {
  name: 'wikitext';
  language: unknown;
  nodeTypeInfo: object[];
};
export = wikitext;
