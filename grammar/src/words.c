// SPDX-License-Identifier: MIT
//
// Every list of words that the grammar knows. Facts from MediaWiki: tags of extensions installed on
// Wikimedia wikis; HTML elements of Sanitizer::getRecognizedTagData; $wgUrlProtocols; magic words
// of CoreMagicVariables, CoreParserFunctions and ParserFunctions; localised names of
// languages/messages.
#include "words.h"

#include "magic_words.c"

#include <string.h>

static const Extension wikitext_extensions[EXTENSION_COUNT] = {
    {"categorytree", BODY_RAW},
    {"ce", BODY_RAW},
    {"charinsert", BODY_RAW},
    {"chem", BODY_RAW},
    {"dynamicpagelist", BODY_RAW},
    {"gallery", BODY_GALLERY},
    {"graph", BODY_RAW},
    {"hiero", BODY_RAW},
    {"html", BODY_RAW},
    {"imagemap", BODY_RAW},
    {"includeonly", BODY_INCLUDE},
    {"indicator", BODY_WIKITEXT},
    {"inputbox", BODY_RAW},
    {"langconvert", BODY_WIKITEXT},
    {"languages", BODY_RAW},
    {"mapframe", BODY_RAW},
    {"maplink", BODY_RAW},
    {"math", BODY_RAW},
    {"noinclude", BODY_INCLUDE},
    {"nowiki", BODY_RAW},
    {"onlyinclude", BODY_INCLUDE},
    {"phonos", BODY_RAW},
    {"poem", BODY_WIKITEXT},
    {"pre", BODY_RAW},
    {"quiz", BODY_RAW},
    {"ref", BODY_WIKITEXT},
    {"references", BODY_WIKITEXT},
    {"rss", BODY_RAW},
    {"score", BODY_RAW},
    {"section", BODY_RAW},
    {"source", BODY_RAW},
    {"syntaxhighlight", BODY_RAW},
    {"templatedata", BODY_RAW},
    {"templatestyles", BODY_RAW},
    {"timeline", BODY_RAW},
};
static const HtmlElement wikitext_html_elements[HTML_ELEMENT_COUNT] = {
    {"abbr", 0, HTML_OTHER},
    {"b", 0, HTML_OTHER},
    {"bdi", 0, HTML_OTHER},
    {"bdo", 0, HTML_OTHER},
    {"big", 0, HTML_OTHER},
    {"blockquote", HTML_NO_INDENT, HTML_OTHER},
    {"br", HTML_VOID, HTML_OTHER},
    {"caption", HTML_NO_INDENT, HTML_OTHER},
    {"center", HTML_INDENT, HTML_OTHER},
    {"cite", 0, HTML_OTHER},
    {"code", 0, HTML_OTHER},
    {"data", 0, HTML_OTHER},
    {"dd", HTML_OPTIONAL_END | HTML_NO_INDENT, HTML_DD},
    {"del", 0, HTML_OTHER},
    {"dfn", 0, HTML_OTHER},
    {"div", HTML_INDENT, HTML_OTHER},
    {"dl", HTML_NO_INDENT, HTML_DL},
    {"dt", HTML_OPTIONAL_END | HTML_NO_INDENT, HTML_DT},
    {"em", 0, HTML_OTHER},
    {"font", 0, HTML_OTHER},
    {"h1", HTML_NO_INDENT, HTML_OTHER},
    {"h2", HTML_NO_INDENT, HTML_OTHER},
    {"h3", HTML_NO_INDENT, HTML_OTHER},
    {"h4", HTML_NO_INDENT, HTML_OTHER},
    {"h5", HTML_NO_INDENT, HTML_OTHER},
    {"h6", HTML_NO_INDENT, HTML_OTHER},
    {"hr", HTML_VOID | HTML_INDENT, HTML_OTHER},
    {"i", 0, HTML_OTHER},
    {"ins", 0, HTML_OTHER},
    {"kbd", 0, HTML_OTHER},
    {"li", HTML_OPTIONAL_END | HTML_NO_INDENT, HTML_LI},
    {"link", HTML_VOID, HTML_OTHER},
    {"mark", 0, HTML_OTHER},
    {"meta", HTML_VOID, HTML_OTHER},
    {"ol", HTML_NO_INDENT, HTML_OL},
    {"p", HTML_NO_INDENT, HTML_P},
    {"q", 0, HTML_OTHER},
    {"rb", HTML_OPTIONAL_END, HTML_OTHER},
    {"rp", HTML_OPTIONAL_END, HTML_OTHER},
    {"rt", HTML_OPTIONAL_END, HTML_OTHER},
    {"rtc", HTML_OPTIONAL_END, HTML_OTHER},
    {"ruby", 0, HTML_OTHER},
    {"s", 0, HTML_OTHER},
    {"samp", 0, HTML_OTHER},
    {"small", 0, HTML_OTHER},
    {"span", 0, HTML_OTHER},
    {"strike", 0, HTML_OTHER},
    {"strong", 0, HTML_OTHER},
    {"sub", 0, HTML_OTHER},
    {"sup", 0, HTML_OTHER},
    {"table", HTML_NO_INDENT, HTML_TABLE},
    {"td", HTML_OPTIONAL_END | HTML_INDENT, HTML_TD},
    {"th", HTML_OPTIONAL_END | HTML_INDENT, HTML_TH},
    {"time", 0, HTML_OTHER},
    {"tr", HTML_OPTIONAL_END | HTML_NO_INDENT, HTML_TR},
    {"tt", 0, HTML_OTHER},
    {"u", 0, HTML_OTHER},
    {"ul", HTML_NO_INDENT, HTML_UL},
    {"var", 0, HTML_OTHER},
    {"wbr", HTML_VOID, HTML_OTHER},
};

static const char *const protocols[] = {
    "bitcoin:", "ftp://",  "ftps://",  "geo:",      "git://",  "gopher://",    "http://",
    "https://", "irc://",  "ircs://",  "magnet:",   "mailto:", "matrix:",      "mms://",
    "news:",    "nntp://", "redis://", "sftp://",   "sip:",    "sips:",        "sms:",
    "ssh://",   "svn://",  "tel:",     "telnet://", "urn:",    "worldwind://", "xmpp:",
};

static const char *const modifiers[] = {
    "subst:", "safesubst:", "msgnw:", "msg:", "raw:",
};

#define COUNT(array) ((uint32_t)(sizeof(array) / sizeof(*(array))))

static char lower(char c) { return c >= 'A' && c <= 'Z' ? (char)(c + 32) : c; }

/// Orders text against a lower-case word, ASCII letters of the text in any case.
static int compare(const char *text, uint32_t length, const char *word) {
  for (uint32_t i = 0; i < length; i++) {
    int difference = (unsigned char)lower(text[i]) - (unsigned char)word[i];
    if (difference != 0 || word[i] == '\0')
      return difference != 0 ? difference : 1;
  }
  return word[length] == '\0' ? 0 : -1;
}

/// Whether the text begins with a lower-case word, ASCII letters in any case.
static bool has_prefix(const char *text, uint32_t size, const char *word) {
  uint32_t length = (uint32_t)strlen(word);
  return size >= length && compare(text, length, word) == 0;
}

static uint32_t longest_prefix(const char *text, uint32_t size, const char *const *words,
                               uint32_t count) {
  uint32_t longest = 0;
  for (uint32_t i = 0; i < count; i++) {
    uint32_t length = (uint32_t)strlen(words[i]);
    if (length > longest && has_prefix(text, size, words[i]))
      longest = length;
  }
  return longest;
}

/// Orders text against a word, case counting.
static int compare_exactly(const char *text, uint32_t length, const char *word) {
  for (uint32_t i = 0; i < length; i++) {
    int difference = (unsigned char)text[i] - (unsigned char)word[i];
    // A NUL in the text is no end of a word.
    if (difference != 0 || word[i] == '\0')
      return difference != 0 ? difference : 1;
  }
  return word[length] == '\0' ? 0 : -1;
}

/// Finds text in a sorted table: its index, or -1. A binary search.
static int find_word(const char *text, uint32_t length, const char *const *words, uint32_t count,
                     int (*order)(const char *, uint32_t, const char *)) {
  uint32_t low = 0, high = count;
  while (low < high) {
    uint32_t middle = (low + high) / 2;
    int difference = order(text, length, words[middle]);
    if (difference == 0)
      return (int)middle;
    if (difference < 0)
      high = middle;
    else
      low = middle + 1;
  }
  return -1;
}

static int wikitext_find_extension(const char *name, uint32_t length) {
  uint32_t low = 0, high = EXTENSION_COUNT;
  while (low < high) {
    uint32_t middle = (low + high) / 2;
    int order = compare(name, length, wikitext_extensions[middle].name);
    if (order == 0)
      return (int)middle;
    if (order < 0)
      high = middle;
    else
      low = middle + 1;
  }
  return -1;
}

static int wikitext_find_html_element(const char *name, uint32_t length) {
  uint32_t low = 0, high = HTML_ELEMENT_COUNT;
  while (low < high) {
    uint32_t middle = (low + high) / 2;
    int order = compare(name, length, wikitext_html_elements[middle].name);
    if (order == 0)
      return (int)middle;
    if (order < 0)
      high = middle;
    else
      low = middle + 1;
  }
  return -1;
}

static uint32_t wikitext_protocol_length(const char *text, uint32_t size, bool bracketed) {
  if (bracketed && size >= 2 && text[0] == '/' && text[1] == '/')
    return 2;
  return longest_prefix(text, size, protocols, COUNT(protocols));
}

static uint32_t wikitext_protocol_before(const char *text, uint32_t colon, uint32_t floor) {
  uint32_t start = colon;
  while (start > floor && colon - start < 10 && lower(text[start - 1]) >= 'a' &&
         lower(text[start - 1]) <= 'z')
    start--;
  for (uint32_t i = 0; i < COUNT(protocols); i++)
    if (strcspn(protocols[i], ":") == colon - start && colon > start) {
      uint32_t match = 0;
      while (start + match < colon && lower(text[start + match]) == protocols[i][match])
        match++;
      if (start + match == colon)
        return match;
    }
  return 0;
}

static uint32_t wikitext_modifier_length(const char *text, uint32_t size) {
  return longest_prefix(text, size, modifiers, COUNT(modifiers));
}

static FunctionKind wikitext_function_kind(const char *name, uint32_t length) {
  if (length == 0)
    return FUNCTION_NONE;
  if (find_word(name, length, plain_functions, COUNT(plain_functions), compare) >= 0)
    return FUNCTION_PLAIN;
  return name[0] == '#' && length > 1 ? FUNCTION_NAMED : FUNCTION_NONE;
}

static bool wikitext_is_variable(const char *name, uint32_t length) {
  return find_word(name, length, variables, COUNT(variables), compare_exactly) >= 0;
}

static bool wikitext_is_behavior_switch(const char *name, uint32_t length) {
  return find_word(name, length, behavior_switches, COUNT(behavior_switches), compare) >= 0;
}

static uint32_t wikitext_redirect_length(const char *text, uint32_t size) {
  return longest_prefix(text, size, redirect_words, COUNT(redirect_words));
}

static bool wikitext_is_file_namespace(const char *name, uint32_t length) {
  return find_word(name, length, file_namespaces, COUNT(file_namespaces), compare) >= 0;
}

/// `120px`, `x120px`, `120x200 px`
static bool is_size(const char *text, uint32_t length) {
  uint32_t unit = 0, digits = 0;
  for (; unit < length; unit++) {
    bool digit = text[unit] >= '0' && text[unit] <= '9';
    digits += digit;
    if (!digit && text[unit] != 'x' && text[unit] != ' ')
      break;
  }
  return digits > 0 &&
         find_word(text + unit, length - unit, size_units, COUNT(size_units), compare_exactly) >= 0;
}

static bool is_number(const char *text, uint32_t length) {
  uint32_t digits = 0;
  for (uint32_t i = 0; i < length; i++) {
    bool digit = text[i] >= '0' && text[i] <= '9';
    digits += digit;
    if (!digit && text[i] != '.' && text[i] != ' ')
      return false;
  }
  return digits > 0;
}

static FileOptionKind find_file_option(const char *text, uint32_t length) {
  uint32_t low = 0, high = COUNT(file_options);
  while (low < high) {
    uint32_t middle = (low + high) / 2;
    int order = compare_exactly(text, length, file_options[middle].word);
    if (order == 0)
      return file_options[middle].kind;
    if (order < 0)
      high = middle;
    else
      low = middle + 1;
  }
  return OPTION_NONE;
}

static FileOptionKind wikitext_file_option_kind(const char *option, uint32_t length) {
  FileOptionKind kind = find_file_option(option, length);
  if (kind != OPTION_NONE)
    return kind;
  if (is_size(option, length))
    return OPTION_SIZE;
  const char *equals_sign = memchr(option, '=', length);
  if (equals_sign) {
    uint32_t value = (uint32_t)(equals_sign - option) + 1;
    kind = find_file_option(option, value);
    // Any other value makes it a caption.
    bool wants_number = kind == OPTION_UPRIGHT && value < length && option[value] != '{';
    return wants_number && !is_number(option + value, length - value) ? OPTION_NONE : kind;
  }
  const char *blank = memchr(option, ' ', length); // `upright 1.2`
  uint32_t value = blank ? (uint32_t)(blank - option) + 1 : length;
  return is_number(option + value, length - value) ? find_file_option(option, value) : OPTION_NONE;
}
