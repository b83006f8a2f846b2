<?php
// What MediaWiki itself makes of pages. Reads JSON lines {"id", "wikitext"} and prints, a page:
//   spans: [["template"|"parameter", start, end, [places of pipes], [places of equals signs]]…] of the
//          preprocessor, extension bodies that hold wikitext included;
// usage: php parser.php --conf LocalSettings.php --mediawiki /usr/share/mediawiki --in FILE --tags a,b,c
$at = array_search('--mediawiki', $argv);
require_once ($at ? $argv[$at + 1] : '/usr/share/mediawiki') . '/maintenance/Maintenance.php';

class DumpParser extends Maintenance {
    private const WIKITEXT_BODIES = ['ref', 'references', 'poem', 'indicator', 'gallery', 'langconvert'];
    private Preprocessor $preprocessor;
    private ReflectionMethod $build;
    private array $spans;
    private int $place;

    public function __construct() {
        parent::__construct();
        foreach (['in', 'tags', 'mediawiki'] as $name)
            $this->addOption($name, '', $name === 'in', true);
    }

    /** Walks over a node list of Preprocessor_Hash; its parts in order make up the text. */
    private function walk(array $nodes): void {
        foreach ($nodes as $node) {
            if (is_string($node)) {
                $this->place += strlen($node);
                continue;
            }
            [$name, $children] = $node;
            if ($name[0] === '@')
                continue;
            if ($name === 'template' || $name === 'tplarg')
                $this->walkTemplate($name, $children);
            elseif ($name === 'ext')
                $this->walkExtension($children);
            else
                $this->walk($children);
        }
    }

    private function walkTemplate(string $name, array $children): void {
        $braces = $name === 'template' ? 2 : 3;
        $start = $this->place;
        $index = count($this->spans);
        $this->spans[] = null; // in the order of their starts
        $this->place += $braces;
        $pipes = $equals = [];
        foreach ($children as $child) {
            if (is_string($child) || $child[0][0] === '@')
                continue;
            if ($child[0] === 'title') {
                $this->walk($child[1]);
                continue;
            }
            $pipes[] = $this->place++;
            foreach ($child[1] as $piece) {
                if (is_string($piece)) {
                    $this->place += strlen($piece);
                } elseif ($piece[0] === 'equals') {
                    $equals[] = $this->place++;
                } elseif ($piece[0] !== 'name' || !isset($piece[1][0][0]) || $piece[1][0][0] !== '@index') {
                    $this->walk($piece[1]);
                }
            }
        }
        $this->place += $braces;
        $this->spans[$index] =
            [$braces === 2 ? 'template' : 'parameter', $start, $this->place, $pipes, $equals];
    }

    private function walkExtension(array $children): void {
        $this->place++; // '<'
        $tag = '';
        $hasBody = false;
        foreach ($children as [$name, $content]) {
            if ($name === 'name')
                $tag = strtolower($content[0]);
            if ($name === 'inner') {
                $hasBody = true;
                $this->place++; // '>'
                if (in_array($tag, self::WIKITEXT_BODIES))
                    $content = $this->build->invoke($this->preprocessor, $content[0] ?? '', 0);
            }
            $this->walk($content);
        }
        $this->place += $hasBody ? 0 : 2; // '/>'
    }

    public function execute(): void {
        $parser = MediaWiki\MediaWikiServices::getInstance()->getParser();
        $parser->startExternalParse(
            Title::newFromText('Page'), ParserOptions::newFromAnon(), Parser::OT_HTML);
        foreach (explode(',', $this->getOption('tags', 'ref')) as $tag)
            $parser->setHook($tag, fn() => '');
        $this->preprocessor = $parser->getPreprocessor();
        $this->build = new ReflectionMethod($this->preprocessor, 'buildDomTreeArrayFromText');
        $this->build->setAccessible(true);
        foreach (file($this->getOption('in')) as $line) {
            ['id' => $id, 'wikitext' => $text] = json_decode($line, true);
            $this->spans = [];
            $this->place = 0;
            $this->walk($this->build->invoke($this->preprocessor, $text, 0));
            if ($this->place !== strlen($text))
                throw new Exception("$id: the pieces do not make up the text");
            echo json_encode(['id' => $id, 'spans' => $this->spans]), "\n";
        }
    }
}

$maintClass = DumpParser::class;
require_once RUN_MAINTENANCE_IF_MAIN;
