[
  (template)
  (parser_function)
  (table)
  (element)
  (extension)
  (comment)
] @fold
