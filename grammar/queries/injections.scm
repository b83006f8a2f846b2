; <math> and <chem> hold LaTeX.
((extension
  (start_tag (tag_name) @_name)
  (raw_text) @injection.content)
  (#any-of? @_name "math" "chem" "ce")
  (#set! injection.language "latex"))

; <syntaxhighlight lang="…">: the language is named by the attribute.
((extension
  (start_tag
    (tag_name) @_name
    (attribute
      (attribute_name) @_attribute
      (attribute_value) @injection.language))
  (raw_text) @injection.content)
  (#any-of? @_name "syntaxhighlight" "source")
  (#eq? @_attribute "lang"))

((extension
  (start_tag (tag_name) @_name)
  (raw_text) @injection.content)
  (#eq? @_name "templatestyles")
  (#set! injection.language "css"))

((extension
  (start_tag (tag_name) @_name)
  (raw_text) @injection.content)
  (#eq? @_name "score")
  (#set! injection.language "lilypond"))

((extension
  (start_tag (tag_name) @_name)
  (raw_text) @injection.content)
  (#any-of? @_name "templatedata" "graph" "mapframe" "maplink")
  (#set! injection.language "json"))

((comment) @injection.content
  (#set! injection.language "comment"))
