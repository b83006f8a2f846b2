; Comments and what is not wikitext
[(comment) (unclosed_comment)] @comment
(raw_text) @string

; Headings and lists
(heading (heading_marker) @punctuation.special)
(heading (text) @markup.heading)
(list_marker) @markup.list
(definition_marker) @markup.list
(indent_marker) @markup.list
(horizontal_rule) @punctuation.special

; Emphasis
[(italic_mark) (bold_mark) (bold_italic_mark)] @punctuation.special

; Templates, parser functions, parameters
["{{" "}}" "{{{" "}}}"] @punctuation.bracket
(template_name) @function
(function_name) @function.builtin
(template_modifier) @keyword
(argument_name) @variable.parameter
(parameter_name) @variable
(behavior_switch) @keyword
(signature) @keyword
(redirect) @keyword
(include_tag) @keyword

; Links
["[[" "]]" "[" "]" "-{" "}-"] @punctuation.bracket
(wikilink (link_target) @markup.link)
(file_link (link_target) @markup.link)
(gallery_line (link_target) @markup.link)
(link_text (text) @markup.link.label)
(external_link (text) @markup.link.label)
(url) @markup.link.url
(magic_link) @markup.link
[
  (format_option) (size_option) (upright_option) (alignment_option) (link_option) (alt_option)
  (class_option) (lang_option) (page_option) (media_option)
] @attribute

; Tags
["<" ">"] @punctuation.bracket
(tag_name) @tag
(end_tag) @tag
(attribute_name) @attribute
(attribute_value) @string
[(entity) (unknown_entity)] @string.escape

; Tables and separators
["{|" "|}" "|-" "|+" "!" "|" "="] @punctuation.delimiter

; What has no partner
[
  (unclosed_template)
  (unclosed_link)
  (unclosed_extension)
  (unclosed_table)
  (stray_close)
  (stray_end_tag)
] @error
