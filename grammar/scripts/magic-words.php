<?php
// Writes src/magic_words.c from MediaWiki's language files:
//   php scripts/magic-words.php /usr/share/mediawiki > src/magic_words.c
// The argument is where MediaWiki is installed; the committed file was made with version 1.39.

$root = $argv[1] ?? exit("usage: php magic-words.php MEDIAWIKI\n");
define('MEDIAWIKI', true);
// The language files name namespaces by these constants (includes/Defines.php).
$namespaces = ['MEDIA', 'SPECIAL', 'MAIN', 'TALK', 'USER', 'USER_TALK', 'PROJECT', 'PROJECT_TALK',
    'FILE', 'FILE_TALK', 'MEDIAWIKI', 'MEDIAWIKI_TALK', 'TEMPLATE', 'TEMPLATE_TALK', 'HELP',
    'HELP_TALK', 'CATEGORY', 'CATEGORY_TALK'];
foreach ($namespaces as $i => $name)
    define("NS_$name", $i - 2);

// Ids of MagicWordFactory and CoreParserFunctions, and those of extensions, whose words are English
// here: MediaWiki's package does not hold these extensions.
$switches = ['notoc', 'nogallery', 'forcetoc', 'toc', 'noeditsection', 'newsectionlink',
    'nonewsectionlink', 'hiddencat', 'expectunusedcategory', 'index', 'noindex', 'staticredirect',
    'notitleconvert', 'nocontentconvert'];
$extensionSwitches = ['archivedtalk', 'disambig', 'end', 'expectunusedtemplate',
    'expectwithoutscans', 'noglobal', 'notalk', 'start'];
$functions = ['ns', 'nse', 'urlencode', 'lcfirst', 'ucfirst', 'lc', 'uc', 'localurl', 'localurle',
    'fullurl', 'fullurle', 'canonicalurl', 'canonicalurle', 'formatnum', 'grammar', 'gender',
    'plural', 'bidi', 'numberofpages', 'numberofusers', 'numberofactiveusers', 'numberofarticles',
    'numberoffiles', 'numberofadmins', 'numberingroup', 'numberofedits', 'padleft', 'padright',
    'anchorencode', 'defaultsort', 'filepath', 'pagesincategory', 'pagesize', 'protectionlevel',
    'protectionexpiry', 'namespace', 'namespacee', 'namespacenumber', 'talkspace', 'talkspacee',
    'subjectspace', 'subjectspacee', 'pagename', 'pagenamee', 'fullpagename', 'fullpagenamee',
    'rootpagename', 'rootpagenamee', 'basepagename', 'basepagenamee', 'subpagename', 'subpagenamee',
    'talkpagename', 'talkpagenamee', 'subjectpagename', 'subjectpagenamee', 'pageid', 'revisionid',
    'revisionday', 'revisionday2', 'revisionmonth', 'revisionmonth1', 'revisionyear',
    'revisiontimestamp', 'revisionuser', 'cascadingsources', 'int', 'displaytitle',
    'pagesinnamespace', 'special', 'speciale'];
$plainVariables = ['currentmonth', 'currentmonth1', 'currentmonthname', 'currentmonthnamegen',
    'currentmonthabbrev', 'currentday', 'currentday2', 'currentdayname', 'currentyear',
    'currenttime', 'currenthour', 'localmonth', 'localmonth1', 'localmonthname',
    'localmonthnamegen', 'localmonthabbrev', 'localday', 'localday2', 'localdayname', 'localyear',
    'localtime', 'localhour', 'articlepath', 'sitename', 'server', 'servername', 'scriptpath',
    'stylepath', 'currentversion', 'currenttimestamp', 'localtimestamp', 'directionmark',
    'contentlanguage', 'pagelanguage', 'currentweek', 'localweek', 'currentdow', 'localdow',
    'revisionsize'];
$withoutArgument = array_merge($plainVariables, ['numberofpages', 'numberofusers',
    'numberofactiveusers', 'numberofarticles', 'numberoffiles', 'numberofadmins', 'numberofedits',
    'namespace', 'namespacee', 'namespacenumber', 'talkspace', 'talkspacee', 'subjectspace',
    'subjectspacee', 'pagename', 'pagenamee', 'fullpagename', 'fullpagenamee', 'rootpagename',
    'rootpagenamee', 'basepagename', 'basepagenamee', 'subpagename', 'subpagenamee', 'talkpagename',
    'talkpagenamee', 'subjectpagename', 'subjectpagenamee', 'pageid', 'revisionid', 'revisionday',
    'revisionday2', 'revisionmonth', 'revisionmonth1', 'revisionyear', 'revisiontimestamp',
    'revisionuser', 'cascadingsources']);
$options = ['thumbnail' => 'FORMAT', 'manualthumb' => 'FORMAT', 'framed' => 'FORMAT',
    'frameless' => 'FORMAT', 'border' => 'FORMAT', 'right' => 'ALIGNMENT', 'left' => 'ALIGNMENT',
    'none' => 'ALIGNMENT', 'center' => 'ALIGNMENT', 'baseline' => 'ALIGNMENT',
    'sub' => 'ALIGNMENT', 'super' => 'ALIGNMENT', 'top' => 'ALIGNMENT', 'text_top' => 'ALIGNMENT',
    'middle' => 'ALIGNMENT', 'bottom' => 'ALIGNMENT', 'text_bottom' => 'ALIGNMENT',
    'width' => 'SIZE', 'upright' => 'UPRIGHT', 'link' => 'LINK', 'alt' => 'ALT',
    'class' => 'CLASS', 'lang' => 'LANG', 'page' => 'PAGE'];
$extensionOptions = ['start=', 'end=', 'thumbtime=', 'loading=', 'noplayer', 'noicon', 'loop',
    'muted', 'disablecontrols', 'disablecontrols='];

/** Keyed by table, then by the word in lower case ASCII letters. */
$tables = ['behavior_switches' => [], 'redirect_words' => [], 'file_namespaces' => [],
    'plain_functions' => [], 'variables' => [], 'file_options' => [], 'size_units' => []];

function lowered(string $word): string {
    return strtr($word, 'ABCDEFGHIJKLMNOPQRSTUVWXYZ', 'abcdefghijklmnopqrstuvwxyz');
}

/** Words that may be in any case are written in the three cases that occur; ASCII letters fold. */
function addFolded(string $table, string $word): void {
    global $tables;
    $title = mb_convert_case(mb_substr($word, 0, 1), MB_CASE_UPPER) . mb_substr(mb_strtolower($word), 1);
    foreach ([$word, mb_strtolower($word), mb_strtoupper($word), $title] as $form)
        $tables[$table][lowered($form)] = ['', false];
}

function addExact(string $table, string $word, string $kind = ''): void {
    global $tables;
    if ($word !== '' && !isset($tables[$table][$word]))
        $tables[$table][$word] = [$kind, true];
}

function addOption(string $word, string $kind): void {
    $place = strpos($word, '$1');
    if ($place === 0 && $kind === 'SIZE')
        addExact('size_units', trim(substr($word, 2)));
    elseif (strlen($word) < 3)
        return; // "c" and "no" are captions in other languages
    elseif ($place === false || $place === strlen($word) - 2)
        addExact('file_options', str_replace('$1', '', $word), "OPTION_$kind");
}

/** The words of functions and variables of these only: they look like names of templates. */
$main = ['En', 'De', 'Fr', 'Es', 'It', 'Ru', 'Ja', 'Zh_hans', 'Zh_hant', 'Pt', 'Pt_br', 'Pl', 'Nl', 'Sv',
    'Uk', 'Ca', 'Cs', 'Ar', 'Fa', 'He', 'Ko', 'Vi', 'Tr', 'Fi', 'Hu', 'Ro', 'Id', 'Nb', 'Da', 'El'];

function read(string $path): void {
    global $switches, $functions, $withoutArgument, $options, $main;
    $isMain = in_array(substr(basename($path, '.php'), strlen('Messages')), $main);
    $magicWords = $namespaceNames = $namespaceAliases = [];
    include $path;
    foreach ($magicWords as $id => $words) {
        $anyCase = array_shift($words) == 0;
        foreach (preg_grep('|\n|', $words, PREG_GREP_INVERT) as $word) {
            if (in_array($id, $switches)) {
                if (preg_match('/^(?:__|＿＿)([^_＿].*[^_＿])(?:__|＿＿)$/u', $word, $match))
                    addFolded('behavior_switches', $match[1]);
            }
            if ($id === 'redirect')
                addFolded('redirect_words', $word);
            if ($isMain && in_array($id, $functions) && !str_starts_with($word, '#'))
                addFolded('plain_functions', rtrim($word, ':'));
            if ($isMain && in_array($id, $withoutArgument))
                addExact('variables', rtrim($word, ':'));
            if (str_starts_with($id, 'img_') && isset($options[substr($id, 4)]))
                addOption($word, $options[substr($id, 4)]);
        }
    }
    $file = $namespaceNames[NS_FILE] ?? null;
    $aliases = array_keys(array_filter($namespaceAliases, fn($n) => $n === NS_FILE));
    foreach (array_merge($file ? [$file] : [], $aliases) as $name)
        addFolded('file_namespaces', str_replace('_', ' ', $name));
}

read("$root/languages/messages/MessagesEn.php");
foreach (glob("$root/languages/messages/Messages*.php") as $path)
    read($path);
foreach ($extensionSwitches as $word)
    addFolded('behavior_switches', $word);
foreach ($extensionOptions as $word)
    addExact('file_options', $word, 'OPTION_MEDIA');
addFolded('file_namespaces', 'image');
// Parser functions whose words begin with '#' need no list but where arguments have no names.
foreach (['babel', 'count', 'dateformat', 'dir', 'explode', 'expr', 'formatdate', 'if', 'ifeq',
    'iferror', 'ifexist', 'ifexpr', 'language', 'len', 'pos', 'rel2abs', 'replace', 'rpos',
    'special', 'sub', 'time', 'timel', 'titleparts', 'urldecode'] as $word)
    addFolded('plain_functions', "#$word");
addFolded('plain_functions', 'numberofviews');
foreach (['NUMBEROFVIEWS', 'NOEXTERNALLANGLINKS', '!', '='] as $word)
    addExact('variables', $word);

echo "// SPDX-License-Identifier: MIT\n//\n";
echo "// Generated by scripts/magic-words.php from the language files of MediaWiki 1.39: the words of\n";
echo "// all its languages (functions and variables: of the main ones), sorted by bytes. Only variables,\n";
echo "// file options and units are in exact case; the others have their ASCII letters in lower case.\n#include \"words.h\"\n\n// clang-format off\n";
foreach ($tables as $name => $words) {
    ksort($words, SORT_STRING);
    $withKind = $name === 'file_options';
    echo "static const ", $withKind ? 'FileOptionWord' : 'char *const', " {$name}[] = {\n";
    $line = '   ';
    foreach ($words as $word => [$kind, $exact]) {
        $text = '"' . addcslashes((string)$word, "\\\"") . '"';
        $item = $withKind ? " {" . $text . ", $kind}," : " $text,";
        if (mb_strlen($line . $item) > 100) {
            echo rtrim("  " . ltrim($line)), "\n";
            $line = '   ';
        }
        $line .= $item;
    }
    echo "  " . ltrim($line), "\n};\n\n";
}
echo "// clang-format on\n";
