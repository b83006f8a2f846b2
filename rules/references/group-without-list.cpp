// SPDX-License-Identifier: MIT
#include "lint/model/References.h"
#include "lint/model/Tags.h"
#include "lint/model/Templates.h"
#include "lint/rule/Check.h"
#include "lint/support/Regex.h"
#include "lint/support/Text.h"

#include <map>
#include <set>
#include <string>
#include <string_view>

namespace wikivet {
namespace {

constexpr size_t npos = std::string_view::npos;

/// Compares the groups of the references with the lists of the page. Templates may make lists, and
/// what they are called differs: one that is given a group, or looks like one, is believed.
class GroupWithoutList final : public Check {
public:
  explicit GroupWithoutList(const Options &options) : listMakers(options.regex("list-makers")) {}

  bool concerns(const Document &document) const override {
    for (const Reference &reference : document.references().all())
      if (!reference.group.empty())
        return true;
    return false;
  }

  KindSet interests() const override {
    return {NodeKind::Extension, NodeKind::UnclosedExtension, NodeKind::ParserFunction};
  }

  void visit(Node node, CheckContext & /*ctx*/) override {
    if (node.is(NodeKind::ParserFunction)) {
      visitFunction(node);
    } else if (tagName(node) == "references") {
      if (node.is(NodeKind::Extension))
        addList(attributeValue(node.firstChild(), "group"));
      else
        isUnclear = true;
    }
  }

  void finish(CheckContext &ctx) override {
    const Document &document = ctx.document();
    std::map<std::string, const Reference *, std::less<>> groups; // the first of each
    for (const Reference &reference : document.references().all())
      if (!reference.group.empty() && !reference.isListed) {
        // A comment is not part of it.
        isUnclear = isUnclear || !reference.nameIsKnown || reference.group.find('<') != npos;
        groups.try_emplace(reference.group, &reference);
      }
    if (groups.empty() || isUnclear)
      return;
    for (const Template &call : document.templates().all())
      if (!visitTemplate(call, document))
        return;
    // Without any list there is some template that we don't know.
    if (!hasList)
      return;
    for (const auto &[group, reference] : groups)
      if (!lists.contains(group))
        ctx.report(reference->tag, "found").arg("group", group);
  }

private:
  void addList(std::string_view group) {
    hasList = true;
    isUnclear = isUnclear || group.find('{') != npos;
    lists.emplace(group);
  }

  /// `{{#tag:references|…|group=x}}`, or a function that may make anything.
  void visitFunction(Node node) {
    bool isReference = false, isFirst = true;
    for (Node argument : node.children()) {
      if (!argument.is(NodeKind::TemplateArgument))
        continue;
      std::string_view text = trim(argument.text());
      if (isFirst && equalsIgnoringCase(text, "ref"))
        isReference = true;
      if (isFirst && equalsIgnoringCase(text, "references"))
        hasList = true;
      isFirst = false;
      if (Node name = argument.child(NodeKind::ArgumentName); name && !isReference)
        addGroup(argument.text().substr(name.span().size() + 2));
    }
  }

  void addGroup(std::string_view value) { lists.emplace(unquote(value)); }

  /// False if nobody knows which lists a template makes.
  bool visitTemplate(const Template &call, const Document &document) {
    const Wiki &wiki = document.wiki();
    if (wiki.isTemplateIn("note-ref", call.name) || wiki.isTemplateIn("named-ref", call.name) ||
        wiki.isTemplateIn("cite", call.name) || wiki.isTemplateIn("harv", call.name) ||
        wiki.isTemplateIn("maintenance", call.name) || call.name == "refbegin" ||
        call.name == "refend")
      return true;
    for (const Argument &argument : call.arguments)
      if (std::string_view text = argument.text(document.tree()); text.size() < 100)
        addGroup(text);
    std::string_view group = groupOfNotelist(call.name);
    bool isList = wiki.isTemplateIn("reflist", call.name) || !group.empty();
    hasList = hasList || isList;
    if (!group.empty()) {
      lists.emplace(group);
      return true;
    }
    return (isList && call.name.find("not") == npos) || !listMakers.contains(call.name);
  }

  /// The group whose notes `{{notelist}}` and its kin list; empty for other templates.
  static std::string_view groupOfNotelist(std::string_view name) {
    static constexpr std::pair<std::string_view, std::string_view> known[] = {
        {"notelist", "lower-alpha"},    {"notelist-la", "lower-alpha"},
        {"notelist-ua", "upper-alpha"}, {"notelist-lr", "lower-roman"},
        {"notelist-ur", "upper-roman"}, {"notelist-lg", "lower-greek"}};
    for (const auto &[list, group] : known)
      if (list == name)
        return group;
    return {};
  }

  const Regex &listMakers;
  std::set<std::string, std::less<>> lists; ///< groups that are listed, and whatever may be one
  bool hasList = false;
  bool isUnclear = false;
};

} // namespace
} // namespace wikivet

WIKIVET_CHECK(group_without_list, GroupWithoutList)
