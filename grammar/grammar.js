/**
 * @file Wikitext (MediaWiki markup) grammar for tree-sitter.
 * @license MIT
 *
 * The scanner decides, the grammar brackets. `src/analyse.c` reads the whole
 * input once and cuts it into tokens that cover every byte and nest properly;
 * the rules below only put brackets around them. There are therefore no extras,
 * no conflicts and no internal tokens, and no input can give an ERROR node.
 *
 * What is not parsed: templates are not expanded, and paragraphs and sections
 * are not nodes (they cross other constructs).
 */

/// <reference types="tree-sitter-cli/dsl" />
// @ts-check

const fileOptions = [
  'format_option',
  'size_option',
  'upright_option',
  'alignment_option',
  'link_option',
  'alt_option',
  'class_option',
  'lang_option',
  'page_option',
  'media_option',
];

module.exports = grammar({
  name: 'wikitext',

  extras: _ => [],

  // Same order as `enum WikitextToken` in src/tokens.h.
  externals: $ => [
    $._begin,
    // Leaves of running text.
    $.text,
    $.comment,
    $.entity,
    $.unknown_entity,
    $.url,
    $.magic_link,
    $.behavior_switch,
    $.signature,
    $.redirect,
    $.italic_mark,
    $.bold_mark,
    $.bold_italic_mark,
    $.horizontal_rule,
    $.include_tag,
    $.indent_marker,
    $.unknown_tag,
    // Leaves for what has no partner.
    $.unclosed_template,
    $.unclosed_link,
    $.unclosed_comment,
    $.unclosed_extension,
    $.stray_close,
    $.stray_end_tag,
    // Templates, parser functions, parameters.
    $._template_open,
    $._function_open,
    $._template_close,
    $.template_modifier,
    $.template_name,
    $.function_name,
    $._argument_open,
    $.argument_name,
    $._argument_equals,
    $._parameter_open,
    $._parameter_close,
    $.parameter_name,
    $._default_open,
    // A name, target, URL or value that holds other constructs: zero-width brackets.
    $._complex_open,
    $._complex_close,
    // Links.
    $._wikilink_open,
    $._file_link_open,
    $._link_close,
    $.link_target,
    $._link_text_open,
    $._format_option_open,
    $._size_option_open,
    $._upright_option_open,
    $._alignment_option_open,
    $._link_option_open,
    $._alt_option_open,
    $._class_option_open,
    $._lang_option_open,
    $._page_option_open,
    $._media_option_open,
    $._option_value,
    $._external_link_open,
    $._external_link_close,
    $._variant_open,
    $._variant_close,
    // Tags.
    $._element_open,
    $._element_end,
    $._unclosed_tag_open,
    $._void_element_open,
    $._self_closed_tag_open,
    $._extension_open,
    $._empty_extension_open,
    $.tag_name,
    $._tag_close,
    $.end_tag,
    $.raw_text,
    $.attribute_name,
    $._attribute_equals,
    $.attribute_value,
    $._space,
    // Line-start blocks.
    $.heading_marker,
    $._heading_end,
    $.list_marker,
    $.definition_marker,
    $._list_item_end,
    $._gallery_line_open,
    $._gallery_line_end,
    // Tables.
    $._table_open,
    $.unclosed_table,
    $._table_close,
    $._row_open,
    $._cell_open,
    $._header_cell_open,
    $._caption_open,
    $._attributes_open,
    $._attributes_close,
  ],

  rules: {
    document: $ => seq($._begin, repeat($._content)),

    _content: $ => choice(
      $._leaf,
      $.heading,
      $.list_item,
      $.table,
      $.template,
      $.parser_function,
      $.parameter,
      $.wikilink,
      $.file_link,
      $.external_link,
      $.language_variant,
      $.element,
      $.void_element,
      $.self_closed_tag,
      $.unclosed_tag,
      $.extension,
    ),

    _leaf: $ => choice(
      $.text,
      $.comment,
      $.entity,
      $.unknown_entity,
      $.url,
      $.magic_link,
      $.behavior_switch,
      $.signature,
      $.redirect,
      $.italic_mark,
      $.bold_mark,
      $.bold_italic_mark,
      $.horizontal_rule,
      $.include_tag,
      $.indent_marker,
      $.unknown_tag,
      $.definition_marker,
      $.unclosed_template,
      $.unclosed_link,
      $.unclosed_comment,
      $.unclosed_extension,
      $.stray_close,
      $.stray_end_tag,
    ),

    _complex: $ => seq($._complex_open, repeat($._content), $._complex_close),

    // Line-start blocks

    heading: $ => seq(
      field('open', $.heading_marker),
      repeat($._content),
      field('close', $.heading_marker),
      repeat($._content),
      $._heading_end,
    ),

    list_item: $ => seq(
      field('marker', $.list_marker),
      repeat($._content),
      $._list_item_end,
    ),

    // Templates

    template: $ => seq(
      alias($._template_open, '{{'),
      optional(field('modifier', $.template_modifier)),
      field('name', choice($.template_name, alias($._complex, $.template_name))),
      repeat($.template_argument),
      alias($._template_close, '}}'),
    ),

    parser_function: $ => seq(
      alias($._function_open, '{{'),
      optional(field('modifier', $.template_modifier)),
      field('name', $.function_name),
      repeat($.template_argument),
      alias($._template_close, '}}'),
    ),

    // The first argument of a parser function opens with zero width after the colon.
    template_argument: $ => seq(
      alias($._argument_open, '|'),
      optional(seq(
        field('name', choice($.argument_name, alias($._complex, $.argument_name))),
        alias($._argument_equals, '='),
      )),
      repeat($._content),
    ),

    parameter: $ => seq(
      alias($._parameter_open, '{{{'),
      field('name', choice($.parameter_name, alias($._complex, $.parameter_name))),
      repeat($.parameter_default),
      alias($._parameter_close, '}}}'),
    ),

    parameter_default: $ => seq(alias($._default_open, '|'), repeat($._content)),

    // Links

    wikilink: $ => seq(
      alias($._wikilink_open, '[['),
      field('target', choice($.link_target, alias($._complex, $.link_target))),
      optional(field('text', $.link_text)),
      alias($._link_close, ']]'),
    ),

    file_link: $ => seq(
      alias($._file_link_open, '[['),
      field('target', choice($.link_target, alias($._complex, $.link_target))),
      repeat(choice($._file_option, field('caption', $.link_text))),
      alias($._link_close, ']]'),
    ),

    // The token of the pipe says which option follows, and so which node holds it.
    _file_option: $ => choice(...fileOptions.map(option => seq(
      alias($[`_${option}_open`], '|'),
      field('option', choice(
        alias($._option_value, $[option]),
        alias($._complex, $[option]),
      )),
    ))),

    link_text: $ => seq(alias($._link_text_open, '|'), repeat($._content)),

    external_link: $ => seq(
      alias($._external_link_open, '['),
      field('url', choice($.url, alias($._complex, $.url))),
      repeat($._content),
      alias($._external_link_close, ']'),
    ),

    language_variant: $ => seq(
      alias($._variant_open, '-{'),
      repeat($._content),
      alias($._variant_close, '}-'),
    ),

    // Tags

    _attributes: $ => repeat1(choice(
      alias($._space, ' '),
      $.attribute,
      $._leaf,
      $.template,
      $.parser_function,
      $.parameter,
      $.wikilink,
      $.file_link,
      $.language_variant,
      $.extension,
    )),

    _tag_rest: $ => seq(
      field('name', $.tag_name),
      optional($._attributes),
      alias($._tag_close, '>'),
    ),

    start_tag: $ => seq(alias($._element_open, '<'), $._tag_rest),

    _extension_start_tag: $ => seq(alias($._extension_open, '<'), $._tag_rest),

    element: $ => seq(
      field('start', $.start_tag),
      repeat($._content),
      choice(field('end', $.end_tag), $._element_end),
    ),

    // <br>, <br/>, <hr> …
    void_element: $ => seq(alias($._void_element_open, '<'), $._tag_rest),

    // <div/>: written as if HTML knew it, but it is an opening tag.
    self_closed_tag: $ => seq(alias($._self_closed_tag_open, '<'), $._tag_rest),

    unclosed_tag: $ => seq(alias($._unclosed_tag_open, '<'), $._tag_rest),

    extension: $ => choice(
      seq(
        field('start', alias($._extension_start_tag, $.start_tag)),
        optional(choice($.raw_text, repeat1(choice($._content, $.gallery_line)))),
        field('end', $.end_tag),
      ),
      field('start', alias($._empty_extension, $.self_closing_tag)),
    ),

    _empty_extension: $ => seq(alias($._empty_extension_open, '<'), $._tag_rest),

    gallery_line: $ => seq(
      $._gallery_line_open,
      field('target', choice($.link_target, alias($._complex, $.link_target))),
      repeat(choice($._file_option, field('caption', $.link_text))),
      $._gallery_line_end,
    ),

    attribute: $ => seq(
      field('name', $.attribute_name),
      optional(seq(
        alias($._attribute_equals, '='),
        field('value', choice($.attribute_value, alias($._complex, $.attribute_value))),
      )),
    ),

    // Tables

    table: $ => seq(
      choice(alias($._table_open, '{|'), $.unclosed_table),
      optional($._attributes),
      $._attributes_close,
      repeat($._content),
      repeat(choice($.table_caption, $.table_row)),
      alias($._table_close, '|}'),
    ),

    table_caption: $ => seq(
      alias($._caption_open, '|+'),
      optional($._cell_attributes),
      repeat($._content),
    ),

    // An implicit first row opens with zero width.
    table_row: $ => seq(
      alias($._row_open, '|-'),
      optional($._attributes),
      $._attributes_close,
      repeat($._content),
      repeat(choice($.table_cell, $.table_header_cell)),
    ),

    _cell_attributes: $ => seq(
      $._attributes_open,
      optional($._attributes),
      alias($._attributes_close, '|'),
    ),

    table_cell: $ => seq(
      alias($._cell_open, '|'),
      optional($._cell_attributes),
      repeat($._content),
    ),

    table_header_cell: $ => seq(
      alias($._header_cell_open, '!'),
      optional($._cell_attributes),
      repeat($._content),
    ),
  },
});
