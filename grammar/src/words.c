// SPDX-License-Identifier: MIT
//
// Every list of words that the grammar knows. Facts from MediaWiki: tags of extensions installed on
// Wikimedia wikis; HTML elements of Sanitizer::getRecognizedTagData; $wgUrlProtocols; magic words
// of CoreMagicVariables, CoreParserFunctions and ParserFunctions; localised names of
// languages/messages.
#include "words.h"

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
    {"blockquote", 0, HTML_OTHER},
    {"br", HTML_VOID, HTML_OTHER},
    {"caption", 0, HTML_OTHER},
    {"center", 0, HTML_OTHER},
    {"cite", 0, HTML_OTHER},
    {"code", 0, HTML_OTHER},
    {"data", 0, HTML_OTHER},
    {"dd", HTML_OPTIONAL_END, HTML_DD},
    {"del", 0, HTML_OTHER},
    {"dfn", 0, HTML_OTHER},
    {"div", 0, HTML_OTHER},
    {"dl", 0, HTML_DL},
    {"dt", HTML_OPTIONAL_END, HTML_DT},
    {"em", 0, HTML_OTHER},
    {"font", 0, HTML_OTHER},
    {"h1", 0, HTML_OTHER},
    {"h2", 0, HTML_OTHER},
    {"h3", 0, HTML_OTHER},
    {"h4", 0, HTML_OTHER},
    {"h5", 0, HTML_OTHER},
    {"h6", 0, HTML_OTHER},
    {"hr", HTML_VOID, HTML_OTHER},
    {"i", 0, HTML_OTHER},
    {"ins", 0, HTML_OTHER},
    {"kbd", 0, HTML_OTHER},
    {"li", HTML_OPTIONAL_END, HTML_LI},
    {"link", HTML_VOID, HTML_OTHER},
    {"mark", 0, HTML_OTHER},
    {"meta", HTML_VOID, HTML_OTHER},
    {"ol", 0, HTML_OL},
    {"p", 0, HTML_P},
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
    {"table", 0, HTML_TABLE},
    {"td", HTML_OPTIONAL_END, HTML_TD},
    {"th", HTML_OPTIONAL_END, HTML_TH},
    {"time", 0, HTML_OTHER},
    {"tr", HTML_OPTIONAL_END, HTML_TR},
    {"tt", 0, HTML_OTHER},
    {"u", 0, HTML_OTHER},
    {"ul", 0, HTML_UL},
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

// Functions called as `{{name:…}}` whose arguments have no names.
static const char *const plain_functions[] = {
    "#babel",
    "#count",
    "#dateformat",
    "#dir",
    "#explode",
    "#expr",
    "#formatdate",
    "#if",
    "#ifeq",
    "#iferror",
    "#ifexist",
    "#ifexpr",
    "#language",
    "#len",
    "#pos",
    "#rel2abs",
    "#replace",
    "#rpos",
    "#special",
    "#sub",
    "#time",
    "#timel",
    "#titleparts",
    "#urldecode",
    "anchorencode",
    "articlepagename",
    "articlepagenamee",
    "articlespace",
    "articlespacee",
    "basepagename",
    "basepagenamee",
    "bidi",
    "canonicalurl",
    "canonicalurle",
    "cascadingsources",
    "defaultcategorysort",
    "defaultsort",
    "defaultsortkey",
    "displaytitle",
    "filepath",
    "formatnum",
    "fullpagename",
    "fullpagenamee",
    "fullurl",
    "fullurle",
    "gender",
    "grammar",
    "int",
    "lc",
    "lcfirst",
    "localurl",
    "localurle",
    "namespace",
    "namespacee",
    "namespacenumber",
    "ns",
    "nse",
    "numberingroup",
    "numberofactiveusers",
    "numberofadmins",
    "numberofarticles",
    "numberofedits",
    "numberoffiles",
    "numberofpages",
    "numberofusers",
    "padleft",
    "padright",
    "pageid",
    "pagename",
    "pagenamee",
    "pagesincat",
    "pagesincategory",
    "pagesinnamespace",
    "pagesize",
    "plural",
    "protectionexpiry",
    "protectionlevel",
    "revisionday",
    "revisionday2",
    "revisionid",
    "revisionmonth",
    "revisionmonth1",
    "revisiontimestamp",
    "revisionuser",
    "revisionyear",
    "rootpagename",
    "rootpagenamee",
    "special",
    "speciale",
    "subjectpagename",
    "subjectpagenamee",
    "subjectspace",
    "subjectspacee",
    "subpagename",
    "subpagenamee",
    "talkpagename",
    "talkpagenamee",
    "talkspace",
    "talkspacee",
    "uc",
    "ucfirst",
    "urlencode",
};

static const char *const variables[] = {
    "ARTICLEPAGENAME",
    "ARTICLEPAGENAMEE",
    "ARTICLESPACE",
    "ARTICLESPACEE",
    "BASEPAGENAME",
    "BASEPAGENAMEE",
    "CASCADINGSOURCES",
    "CONTENTLANG",
    "CONTENTLANGUAGE",
    "CURRENTDAY",
    "CURRENTDAY2",
    "CURRENTDAYNAME",
    "CURRENTDOW",
    "CURRENTHOUR",
    "CURRENTMONTH",
    "CURRENTMONTH1",
    "CURRENTMONTHABBREV",
    "CURRENTMONTHNAME",
    "CURRENTMONTHNAMEGEN",
    "CURRENTTIME",
    "CURRENTTIMESTAMP",
    "CURRENTVERSION",
    "CURRENTWEEK",
    "CURRENTYEAR",
    "DIRECTIONMARK",
    "DIRMARK",
    "FULLPAGENAME",
    "FULLPAGENAMEE",
    "LOCALDAY",
    "LOCALDAY2",
    "LOCALDAYNAME",
    "LOCALDOW",
    "LOCALHOUR",
    "LOCALMONTH",
    "LOCALMONTH1",
    "LOCALMONTHABBREV",
    "LOCALMONTHNAME",
    "LOCALMONTHNAMEGEN",
    "LOCALTIME",
    "LOCALTIMESTAMP",
    "LOCALWEEK",
    "LOCALYEAR",
    "NAMESPACE",
    "NAMESPACEE",
    "NAMESPACENUMBER",
    "NUMBEROFACTIVEUSERS",
    "NUMBEROFADMINS",
    "NUMBEROFARTICLES",
    "NUMBEROFEDITS",
    "NUMBEROFFILES",
    "NUMBEROFPAGES",
    "NUMBEROFUSERS",
    "PAGEID",
    "PAGELANGUAGE",
    "PAGENAME",
    "PAGENAMEE",
    "REVISIONDAY",
    "REVISIONDAY2",
    "REVISIONID",
    "REVISIONMONTH",
    "REVISIONMONTH1",
    "REVISIONSIZE",
    "REVISIONTIMESTAMP",
    "REVISIONUSER",
    "REVISIONYEAR",
    "ROOTPAGENAME",
    "ROOTPAGENAMEE",
    "SCRIPTPATH",
    "SERVER",
    "SERVERNAME",
    "SITENAME",
    "STYLEPATH",
    "SUBJECTPAGENAME",
    "SUBJECTPAGENAMEE",
    "SUBJECTSPACE",
    "SUBJECTSPACEE",
    "SUBPAGENAME",
    "SUBPAGENAMEE",
    "TALKPAGENAME",
    "TALKPAGENAMEE",
    "TALKSPACE",
    "TALKSPACEE",
};

static const char *const behavior_switches[] = {
    "ARCHIVEDTALK",
    "DISAMBIG",
    "END",
    "EXPECTUNUSEDCATEGORY",
    "EXPECTUNUSEDTEMPLATE",
    "EXPECTWITHOUTSCANS",
    "FORCETOC",
    "HIDDENCAT",
    "INDEX",
    "NEWSECTIONLINK",
    "NOCC",
    "NOCONTENTCONVERT",
    "NOEDITSECTION",
    "NOGALLERY",
    "NOGLOBAL",
    "NOINDEX",
    "NONEWSECTIONLINK",
    "NOTALK",
    "NOTC",
    "NOTITLECONVERT",
    "NOTOC",
    "START",
    "STATICREDIRECT",
    "TOC",
    "KEIN_INHALTSVERZEICHNIS",
    "KEININHALTSVERZEICHNIS",
    "INHALTSVERZEICHNIS",
    "INHALTSVERZEICHNIS_ERZWINGEN",
    "ABSCHNITTE_NICHT_BEARBEITEN",
    "SOMMAIRE",
    "AUCUNSOMMAIRE",
    "FORCERSOMMAIRE",
    "SECTIONNONEDITABLE",
    "TDM",
    "SIN_TDC",
    "NOTDC",
    "TDC",
    "FORZAR_TDC",
    "INDICE",
    "NOINDICE",
    "FORZAINDICE",
    "ОГЛАВЛЕНИЕ",
    "ОГЛ",
    "БЕЗ_ОГЛАВЛЕНИЯ",
    "БЕЗ_ОГЛ",
    "БЕЗОГЛ",
    "ОБЯЗАТЕЛЬНОЕ_ОГЛАВЛЕНИЕ",
    "ОБЯЗ_ОГЛ",
    "目次",
    "目次非表示",
    "目次強制",
    "GEENINHOUD",
    "INHOUD",
    "INHOUD_DWINGEN",
    "SEMTDC",
    "SEMSUMARIO",
    "FORÇARTDC",
    "BEZSPISU",
    "SPIS",
    "ZESPISEM",
};

static const char *const redirect_words[] = {
    "#redirect",
    "#weiterleitung",
    "#redirection",
    "#redirección",
    "#redirecciÓn",
    "#redireccion",
    "#rinvia",
    "#redirecionamento",
    "#перенаправление",
    "#ПЕРЕНАПРАВЛЕНИЕ",
    "#перенапр",
    "#ПЕРЕНАПР",
    "#перенаправлення",
    "#ПЕРЕНАПРАВЛЕННЯ",
    "#転送",
    "#リダイレクト",
    "#重定向",
    "#patrz",
    "#przekieruj",
    "#tam",
    "#doorverwijzing",
    "#omdirigering",
    "#ohjaus",
    "#uudelleenohjaus",
    "#přesměruj",
    "#pŘesmĚruj",
    "#átirányítás",
    "#ÁtirÁnyÍtÁs",
    "#yönlendirme",
    "#yÖnlendirme",
    "#yönlendi̇rme",
    "#yÖnlendi̇rme",
    "#넘겨주기",
    "#تحويل",
    "#تغییرمسیر",
    "#הפניה",
    "#đổi",
    "#ĐỔi",
    "#alih",
    "#redirecteaza",
    "#преусмери",
    "#ПРЕУСМЕРИ",
    "#пренасочване",
    "#ПРЕНАСОЧВАНЕ",
};

static const char *const file_namespaces[] = {
    "afbeelding",  "archivo", "attēls",   "berkas",    "bestand",    "bild",       "datei",
    "datoteka",    "dosiero", "dosya",    "fail",      "failas",     "ficheiro",   "ficheru",
    "fichier",     "fil",     "file",     "fitxategi", "fitxer",     "fișier",     "fájl",
    "gambar",      "grafika", "hình",     "image",     "imagem",     "imagen",     "imagine",
    "imatge",      "imaxe",   "immagine", "irudi",     "kuva",       "kép",        "mynd",
    "pilt",        "plik",    "resim",    "skrá",      "slika",      "soubor",     "súbor",
    "tiedosto",    "tập tin", "vaizdas",  "αρχείο",    "Αρχείο",     "εικόνα",     "Εικόνα",
    "выява",       "Выява",   "датотека", "Датотека",  "зображення", "Зображення", "изображение",
    "Изображение", "слика",   "Слика",    "файл",      "Файл",       "պատկեր",     "Պատկեր",
    "קובץ",        "תמונה",   "تصویر",    "ملف",       "پرونده",     "चित्र",       "চিত্র",
    "படிமம்",       "ചിത്രം",   "ภาพ",      "ไฟล์",       "ფაილი",      "Ფაილი",      "ファイル",
    "图像",        "圖像",    "文件",     "档案",      "檔案",       "画像",       "그림",
    "파일",
};

static const char *const file_option_words[] = {
    "baseline",
    "border",
    "bottom",
    "center",
    "centre",
    "frame",
    "framed",
    "frameless",
    "left",
    "middle",
    "none",
    "right",
    "sub",
    "sup",
    "super",
    "text-bottom",
    "text-top",
    "thumb",
    "thumbnail",
    "top",
    "upright",
    "borde",
    "brak",
    "cadre",
    "centrar",
    "centro",
    "centruj",
    "centré",
    "commoldura",
    "dcha",
    "derecha",
    "destra",
    "direita",
    "droite",
    "esquerda",
    "gauche",
    "gecentreerd",
    "geen",
    "gerahmt",
    "hochkant",
    "izda",
    "izquierda",
    "lewo",
    "links",
    "marco",
    "mini",
    "miniatur",
    "miniatura",
    "miniaturadeimagen",
    "miniaturansicht",
    "miniatuur",
    "nenhum",
    "no",
    "néant",
    "ohne",
    "prawo",
    "rahmenlos",
    "rand",
    "rechts",
    "redresse",
    "riquadro incorniciato",
    "sans",
    "semmoldura",
    "senza cornice",
    "sinistra",
    "sinmarco",
    "vignette",
    "zentriert",
    "без",
    "граница",
    "мини",
    "миниатюра",
    "слева",
    "справа",
    "центр",
    "なし",
    "サムネイル",
    "フレーム",
    "中央",
    "右",
    "居中",
    "左",
    "无",
    "無",
    "縮圖",
    "缩略图",
};

static const char *const file_option_names[] = {
    "thumb",          "thumbnail", "upright",   "alt",     "link",     "lang",     "page",
    "class",          "loading",   "thumbtime", "start",   "end",      "mini",     "hochkant",
    "alternativtext", "verweis",   "seite",     "klasse",  "vignette", "redresse", "lien",
    "sprache",        "langue",    "enlace",    "vinculo", "idioma",   "página",   "мини",
    "ссылка",         "альт",      "страница",  "代替文",  "リンク",
};

#define COUNT(array) ((uint32_t)(sizeof(array) / sizeof(*(array))))

static char lower(char c) { return c >= 'A' && c <= 'Z' ? (char)(c + 32) : c; }

/// Orders text against a lower-case word, ASCII letters of the text in any case.
static int compare(const char *text, uint32_t length, const char *word) {
  for (uint32_t i = 0; i < length; i++) {
    int difference = (unsigned char)lower(text[i]) - (unsigned char)word[i];
    if (difference != 0)
      return difference; // also at the word's end, whose NUL is in no name
  }
  return word[length] == '\0' ? 0 : -1;
}

static bool equals(const char *text, uint32_t length, const char *word) {
  return strlen(word) == length && memcmp(text, word, length) == 0;
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

static bool is_any_of(const char *text, uint32_t length, const char *const *words, uint32_t count) {
  for (uint32_t i = 0; i < count; i++)
    if (compare(text, length, words[i]) == 0)
      return true;
  return false;
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
  if (is_any_of(name, length, plain_functions, COUNT(plain_functions)))
    return FUNCTION_PLAIN;
  return name[0] == '#' && length > 1 ? FUNCTION_NAMED : FUNCTION_NONE;
}

static bool wikitext_is_variable(const char *name, uint32_t length) {
  for (uint32_t i = 0; i < COUNT(variables); i++)
    if (equals(name, length, variables[i]))
      return true;
  return false;
}

static bool wikitext_is_behavior_switch(const char *name, uint32_t length) {
  for (uint32_t i = 0; i < COUNT(behavior_switches); i++)
    if (equals(name, length, behavior_switches[i]))
      return true;
  return false;
}

static uint32_t wikitext_redirect_length(const char *text, uint32_t size) {
  return longest_prefix(text, size, redirect_words, COUNT(redirect_words));
}

static bool wikitext_is_file_namespace(const char *name, uint32_t length) {
  return is_any_of(name, length, file_namespaces, COUNT(file_namespaces));
}

/// `120px`, `x120px`, `120x200px`
static bool is_size(const char *text, uint32_t length) {
  if (length < 3 || memcmp(text + length - 2, "px", 2) != 0)
    return false;
  uint32_t digits = 0;
  for (uint32_t i = 0; i < length - 2; i++) {
    if (text[i] >= '0' && text[i] <= '9')
      digits++;
    else if (text[i] != 'x' && text[i] != ' ')
      return false;
  }
  return digits > 0;
}

static bool wikitext_is_file_option(const char *option, uint32_t length) {
  if (is_size(option, length) ||
      is_any_of(option, length, file_option_words, COUNT(file_option_words)))
    return true;
  // Blanks may stand before the equals sign.
  const char *equals_sign = memchr(option, '=', length);
  if (!equals_sign)
    return false;
  uint32_t name = (uint32_t)(equals_sign - option);
  while (name > 0 && option[name - 1] == ' ')
    name--;
  for (uint32_t i = 0; i < COUNT(file_option_names); i++)
    if (equals(option, name, file_option_names[i]))
      return true;
  return false;
}
