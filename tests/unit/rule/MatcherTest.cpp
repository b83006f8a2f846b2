// SPDX-License-Identifier: MIT
#include "tests/harness/Rules.h"

#include <gtest/gtest.h>

namespace wikivet::tests {
namespace {

using Texts = std::vector<std::string>;

/// What a `match:` finds in a page.
Texts found(const std::string &match, const std::string &page) {
  DemoRule rule("match: " + match);
  EXPECT_EQ(rule.errors, Texts{}) << match;
  return rule.found(page);
}

TEST(Matcher, Entities) {
  EXPECT_EQ(found("{template: cite web}", "{{Cite_web|a}} {{cite news}}"), Texts{"{{Cite_web|a}}"});
  EXPECT_EQ(found("{template: '@dead-link'}", "{{404}} {{Toter Link}} {{cite web}}"),
            (Texts{"{{404}}", "{{Toter Link}}"}));
  EXPECT_EQ(found("{template: {has: [url], lacks: [title]}}",
                  "{{a|url=x}} {{a|url=x|title=y}} {{a|url=}} {{a|url=x|title=}}"),
            (Texts{"{{a|url=x}}", "{{a|url=x|title=}}"}));
  EXPECT_EQ(found("{template: {with: {url: '/^ftp:/'}}}", "{{a|url=ftp://b}} {{a|url=http://b}}"),
            Texts{"{{a|url=ftp://b}}"});
  EXPECT_EQ(found("{template: {arguments: '>= 2'}}", "{{a|b}} {{a|b|c}}"), Texts{"{{a|b|c}}"});
  EXPECT_EQ(found("{param: {name: url, value: {empty: true}}}", "{{a|url=|title=}}"),
            Texts{"|url="});
  EXPECT_EQ(found("{param: {template: cite web, name: url}}", "{{cite web|url=a}} {{b|url=a}}"),
            Texts{"|url=a"});
  EXPECT_EQ(found("{link: Town}", "[[Town]] [[Town|a]] [[City]]"),
            (Texts{"[[Town]]", "[[Town|a]]"}));
  EXPECT_EQ(found("{link: {label: {empty: true}}}", "[[a|]] [[a]] [[a|b]]"), Texts{"[[a|]]"});
  EXPECT_EQ(found("{link: {namespace: 2}}", "[[User:A]] [[Benutzer:B]] [[A]]"),
            (Texts{"[[User:A]]", "[[Benutzer:B]]"}));
  EXPECT_EQ(found("{link: {fragment: {empty: false}}}", "[[a#b]] [[a]]"), Texts{"[[a#b]]"});
  EXPECT_EQ(
      found("{category: Towns}", "[[Category:Towns|x]] [[:Category:Towns]] [[Kategorie:Towns]]"),
      (Texts{"[[Category:Towns|x]]", "[[Kategorie:Towns]]"}));
  EXPECT_EQ(found("{kind: file_link, file: {has: [size], lacks: [alt]}}",
                  "[[File:a.jpg|20px]] [[File:a.jpg|20px|alt=b]] [[File:a.jpg]]"),
            Texts{"[[File:a.jpg|20px]]"});
  EXPECT_EQ(found("{url: {host: a.org, bracketed: false}}", "http://a.org/b [http://a.org c]"),
            Texts{"http://a.org/b"});
  EXPECT_EQ(found("{tag: {tag: br, has: [clear]}}", "<br> <br clear=all>"),
            Texts{"<br clear=all>"});
  EXPECT_EQ(found("{attribute: {name: width, tag: td}}", "{|\n|width=3| a\n|}<br width=3>"),
            Texts{"width=3"});
  EXPECT_EQ(found("{ref: {name: x, defines: false}}", "<ref name=x>a</ref><ref name=x />"),
            Texts{"<ref name=x />"});
  EXPECT_EQ(
      found("{cell: {column: Year, empty: true}}", "{|\n! Year !! B\n|-\n| || x\n|-\n| 1 || y\n|}"),
      Texts{"| "});
  EXPECT_EQ(
      found("{cell: {row-label: Rome, column: B}}", "{|\n! A !! B\n|-\n|Rome||1\n|-\n|Bonn||2\n|}"),
      Texts{"||1\n"});
  EXPECT_EQ(found("{table: {rows: 1}}", "{|\n|a\n|}\n{|\n|a\n|-\n|b\n|}"), Texts{"{|\n|a\n|}"});
  EXPECT_EQ(found("{heading: {level: 2, title: '/^A/'}}", "== A ==\n=== A ===\n== B ==").size(),
            1U);
  EXPECT_EQ(found("{section: {body: {empty: true}}}", "== A ==\n== B ==\nx"), Texts{"== A =="});
  EXPECT_EQ(found("{list-item: {marker: '**'}}", "* a\n** b"), Texts{"** b"});
  EXPECT_EQ(found("{comment: '/todo/i'}", "<!-- TODO --> <!-- x -->"), Texts{"<!-- TODO -->"});
}

TEST(Matcher, Relations) {
  EXPECT_EQ(found("{link: {}, inside: {ref: {}}}", "[[a]] <ref>[[b]]</ref>"), Texts{"[[b]]"});
  EXPECT_EQ(found("{link: {}, not-in: {ref: {}}}", "[[a]] <ref>[[b]]</ref>"), Texts{"[[a]]"});
  EXPECT_EQ(found("{ref: {}, has: {url: {}}}", "<ref>a</ref><ref>http://a.b</ref>"),
            Texts{"<ref>http://a.b</ref>"});
  EXPECT_EQ(found("{template: b, follows: {template: a}}", "{{a}} {{b}} x {{b}}"), Texts{"{{b}}"});
  EXPECT_EQ(found("{template: a, precedes: {template: b}}", "{{a}}{{b}} {{a}}"), Texts{"{{a}}"});
  EXPECT_EQ(
      found("{link: {}, in-section: History}", "[[a]]\n== History ==\n[[b]]\n=== C ===\n[[c]]"),
      (Texts{"[[b]]", "[[c]]"}));
}

TEST(Matcher, ForgetsWhatAFailedAlternativeBound) {
  EXPECT_EQ(
      found("{link: {}, any: [{all: [{link: {target: '/(?P<x>.+)/'}}, {follows: {template: a}}]}, "
            "{all: [{link: {label: '/(?P<x>.+)/'}}, "
            "{precedes: {template: {with: {1: '/(?P<y>.+)/'}}}}], where: ['x == y']}]}",
            "[[t|b]]{{n|b}}"),
      Texts{"[[t|b]]"});
}

TEST(Matcher, Logic) {
  EXPECT_EQ(found("{any: [{link: a}, {template: b}]}", "[[a]] {{b}} [[c]]"),
            (Texts{"[[a]]", "{{b}}"}));
  EXPECT_EQ(found("{link: {}, not: {link: a}}", "[[a]] [[c]]"), Texts{"[[c]]"});
  EXPECT_EQ(found("{all: [{link: {}}, {link: {target: [a, /b/]}}]}", "[[a]] [[xbx]] [[c]]"),
            (Texts{"[[a]]", "[[xbx]]"}));
  EXPECT_EQ(found("{link: {target: {length: '2..3', not: ab}}}", "[[a]] [[ab]] [[cd]] [[abcd]]"),
            Texts{"[[cd]]"});
}

TEST(Matcher, WhereComparesValues) {
  EXPECT_EQ(
      found("{link: {label: {empty: false}}, where: target == label}", "[[a|a]] [[a|b]] [[c]]"),
      Texts{"[[a|a]]"});
  EXPECT_EQ(
      found("{kind: text, text: '/(?P<a>[0-9]+) (?P<b>[0-9]+)/', where: [a > b]}", "9 10").size(),
      0U);
  EXPECT_EQ(
      found("{kind: text, text: '/(?P<a>[0-9]+) (?P<b>[0-9]+)/', where: [a < b, length(b) == 2]}",
            "9 10")
          .size(),
      1U);
  EXPECT_EQ(found("{template: {has: [a]}, where: \"a != 'x y'\"}", "{{t|a=x y}} {{t|a=z}}"),
            Texts{"{{t|a=z}}"});
}

TEST(Matcher, LongPagesAreSearchedInEveryScript) {
  std::string page = std::string(20000, ' ') + "Ёлка Template";
  EXPECT_EQ(found("{kind: text, text: /Ёлка/}", page).size(), 1U);
  EXPECT_EQ(found("{kind: text, text: /template/i}", page).size(), 1U);
  EXPECT_EQ(found("{kind: text, text: /Tree/}", page).size(), 0U);
}

/// The mistakes that are found when a rule is loaded.
TEST(Matcher, MistakesAreLocated) {
  auto errors = [](const std::string &yaml) { return DemoRule(yaml).errors; };
  EXPECT_EQ(errors("match: {lnk: a}"), Texts{"1: unknown key 'lnk'; did you mean 'link'?"});
  EXPECT_EQ(errors("match: {link: {taget: a}}"),
            Texts{"1: unknown key 'taget'; did you mean 'target'?"});
  EXPECT_EQ(errors("match: {template: '@dead-lnk'}"),
            Texts{"1: no set is called '@dead-lnk'; did you mean 'dead-link'?"});
  EXPECT_EQ(
      errors("match: {heading: {level: two}}"),
      Texts{"1: 'level' takes a number, a range such as '2..5' or a comparison such as '>= 3'"});
  EXPECT_EQ(errors("match: {url: {bracketed: maybe}}").size(), 1U);
  EXPECT_EQ(errors("match: {link: {}, where: [taget == label]}"),
            Texts{"1: 'taget' is bound by nothing in 'match'; did you mean 'target'?"});
  EXPECT_EQ(errors("match: {link: {}, where: [target label]}"),
            Texts{"1: 'target label' is no comparison: write it like \"a == b\", \"a != 'x'\" or "
                  "\"length(a) > 3\""});
  EXPECT_EQ(errors("match: {link: /(/}").size(), 1U);
  EXPECT_EQ(errors("match: {link: {}, kind: template}"),
            Texts{"1: 'match' can fit no node: its conditions exclude each other"});
  EXPECT_EQ(errors("match: {any: []}"), Texts{"1: 'all' and 'any' take a list of conditions"});
  EXPECT_EQ(errors("match: {bind: a}"), Texts{"1: 'match' must say which nodes it looks at: add "
                                              "'kind' or what it is, as 'template' or 'link'"});
  EXPECT_EQ(errors("match: {link: {}}\nkey: a"), Texts{"2: 'check: match' takes no 'key'"});
  EXPECT_EQ(errors("check: duplicates\nmatch: {link: {}}"),
            Texts{"1: 'check: duplicates' needs 'key'"});
  EXPECT_EQ(errors("check: limit\nmatch: {link: {}}\nmost: few").size(), 1U);
  EXPECT_EQ(errors("check: pair\nmatch: {link: {}}\nneed: {link: {}}\nwithin: paragraf").size(),
            1U);
  EXPECT_EQ(errors("match: {link: {}}\nedit: {title: x, replac: y}\nfix: safe").size(), 2U);
  EXPECT_EQ(errors("match: {link: {}}\nedit: {title: x, replace: y}"),
            Texts{"2: a rule with 'edit' must say 'fix: safe' or 'fix: unsafe'"});
  EXPECT_EQ(errors("match: {link: {}}\nedit: {title: x, replace: '{taget}'}\nfix: safe"),
            Texts{"2: '{taget}' is bound by nothing; did you mean 'target'?"});
  EXPECT_EQ(errors("match: {link: {}}\nextends: empty-rf"),
            Texts{"2: no rule is called 'empty-rf'; did you mean 'empty-ref'?"});
  EXPECT_EQ(errors("match: {link: {}}\noptions: {a: {type: strng, default: x, docs: y}}").size(),
            1U);
  EXPECT_EQ(errors("match: {link: {}}\noptions: {a: {type: integer, default: x, docs: y}}").size(),
            1U);
}

} // namespace
} // namespace wikivet::tests
