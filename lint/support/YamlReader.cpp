// SPDX-License-Identifier: MIT
#include "lint/support/YamlReader.h"

#include "lint/support/Suggest.h"
#include "lint/support/Text.h"

#include <fmt/format.h>
#include <yaml-cpp/eventhandler.h>
#include <yaml-cpp/yaml.h>

#include <algorithm>
#include <charconv>
#include <sstream>

namespace wikivet {

namespace {

Span spanAt(const YAML::Mark &mark, size_t length) {
  auto begin = mark.pos < 0 ? 0 : static_cast<uint32_t>(mark.pos);
  return {.begin = begin, .end = begin + static_cast<uint32_t>(length)};
}

/// Builds a YamlNode from yaml-cpp's events.
class Builder final : public YAML::EventHandler {
public:
  Builder(std::string_view text, Problems &problems) : text(text), problems(&problems) {}

  YamlNode root;

  void OnDocumentStart(const YAML::Mark & /*mark*/) override {}
  void OnDocumentEnd() override {}
  void OnNull(const YAML::Mark &mark, YAML::anchor_t anchor) override {
    YamlNode node;
    node.span = spanAt(mark, 0);
    refuseAnchor(mark, anchor);
    add(std::move(node));
  }
  void OnAlias(const YAML::Mark &mark, YAML::anchor_t /*anchor*/) override {
    problems->push_back({spanAt(mark, 1), "aliases are not allowed; write the value out"});
    add({});
  }
  void OnScalar(const YAML::Mark &mark, const std::string &tag, YAML::anchor_t anchor,
                const std::string &value) override {
    refuseAnchor(mark, anchor);
    YamlNode node;
    node.kind = YamlKind::Scalar;
    node.quoted = tag == "!";
    // Where the written form differs from the value only the start is known for sure.
    node.span = spanAt(mark, 0);
    bool literal = text.substr(std::min<size_t>(node.span.begin, text.size())).starts_with(value);
    node.span.end = node.span.begin + (literal ? static_cast<uint32_t>(value.size()) : 1);
    node.scalar = value;
    if (tag.size() > 1)
      problems->push_back({node.span, fmt::format("tag '{}' is not allowed", tag)});
    add(std::move(node));
  }
  void OnSequenceStart(const YAML::Mark &mark, const std::string & /*tag*/, YAML::anchor_t anchor,
                       YAML::EmitterStyle::value /*style*/) override {
    open(YamlKind::Sequence, mark, anchor);
  }
  void OnSequenceEnd() override { close(); }
  void OnMapStart(const YAML::Mark &mark, const std::string & /*tag*/, YAML::anchor_t anchor,
                  YAML::EmitterStyle::value /*style*/) override {
    open(YamlKind::Map, mark, anchor);
  }
  void OnMapEnd() override { close(); }

private:
  struct Open {
    YamlNode node;
    std::optional<YamlNode> key; ///< a map's key that waits for its value
  };

  void refuseAnchor(const YAML::Mark &mark, YAML::anchor_t anchor) {
    if (anchor != 0)
      problems->push_back({spanAt(mark, 1), "anchors are not allowed; write the value out"});
  }

  void open(YamlKind kind, const YAML::Mark &mark, YAML::anchor_t anchor) {
    refuseAnchor(mark, anchor);
    Open frame;
    frame.node.kind = kind;
    frame.node.span = spanAt(mark, 1);
    stack.push_back(std::move(frame));
  }

  void close() {
    YamlNode done = std::move(stack.back().node);
    stack.pop_back();
    add(std::move(done));
  }

  void add(YamlNode node) {
    if (stack.empty()) {
      root = std::move(node);
      return;
    }
    Open &parent = stack.back();
    if (parent.node.kind == YamlKind::Sequence) {
      parent.node.items.push_back(std::move(node));
      return;
    }
    if (!parent.key) {
      parent.key = std::move(node);
      return;
    }
    YamlNode key = std::move(*parent.key);
    parent.key.reset();
    if (key.kind != YamlKind::Scalar)
      problems->push_back({key.span, "a key must be a plain word"});
    else if (parent.node.find(key.scalar))
      problems->push_back({key.span, fmt::format("key '{}' is given twice", key.scalar)});
    else
      parent.node.entries.push_back({std::move(key.scalar), key.span, std::move(node)});
  }

  std::string_view text;
  Problems *problems;
  std::vector<Open> stack;
};

std::string_view kindName(const YamlNode &node) {
  switch (node.kind) {
  case YamlKind::Null:
    return "nothing";
  case YamlKind::Scalar:
    return "a single value";
  case YamlKind::Sequence:
    return "a list";
  case YamlKind::Map:
    return "a map";
  }
  return "";
}

void refuse(const YamlNode &node, std::string_view what, std::string_view wanted,
            Problems &problems) {
  std::string found = node.kind == YamlKind::Scalar ? fmt::format("'{}'", node.scalar)
                                                    : std::string(kindName(node));
  problems.push_back(
      {node.span, fmt::format("'{}' must be {}, but here is {}", what, wanted, found)});
}

} // namespace

const YamlNode *YamlNode::find(std::string_view key) const {
  auto found = std::ranges::find(entries, key, &YamlEntry::key);
  return found == entries.end() ? nullptr : &found->value;
}

std::optional<YamlNode> readYaml(std::string_view text, Problems &problems) {
  Builder builder(text, problems);
  // yaml-cpp reports errors by throwing; nothing is thrown from here.
  try {
    std::istringstream stream{std::string(text)};
    YAML::Parser parser(stream);
    if (!parser.HandleNextDocument(builder)) {
      problems.push_back({{}, "the file is empty"});
      return std::nullopt;
    }
  } catch (const YAML::Exception &error) {
    problems.push_back({spanAt(error.mark, 0), error.msg});
    return std::nullopt;
  }
  return std::move(builder.root);
}

std::optional<std::string> readString(const YamlNode &node, std::string_view what,
                                      Problems &problems) {
  if (node.kind == YamlKind::Scalar)
    return node.scalar;
  refuse(node, what, "a string", problems);
  return std::nullopt;
}

std::optional<bool> readBoolean(const YamlNode &node, std::string_view what, Problems &problems) {
  if (node.kind == YamlKind::Scalar && !node.quoted) {
    if (node.scalar == "true")
      return true;
    if (node.scalar == "false")
      return false;
  }
  refuse(node, what, "true or false", problems);
  return std::nullopt;
}

template <typename Value> static std::optional<Value> parseNumber(std::string_view text) {
  Value value{};
  auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc() || end != text.data() + text.size())
    return std::nullopt;
  return value;
}

std::optional<int64_t> readInteger(const YamlNode &node, std::string_view what,
                                   Problems &problems) {
  std::string_view digits = node.scalar;
  if (digits.starts_with('-'))
    digits.remove_prefix(1);
  bool leadingZero = digits.size() > 1 && digits.front() == '0';
  if (node.kind == YamlKind::Scalar && !node.quoted && !leadingZero)
    if (auto value = parseNumber<int64_t>(node.scalar))
      return value;
  refuse(node, what, "a whole number", problems);
  return std::nullopt;
}

std::optional<double> readNumber(const YamlNode &node, std::string_view what, Problems &problems) {
  if (node.kind == YamlKind::Scalar && !node.quoted)
    if (auto value = parseNumber<double>(node.scalar))
      return value;
  refuse(node, what, "a number", problems);
  return std::nullopt;
}

std::optional<std::vector<std::string>> readStringList(const YamlNode &node, std::string_view what,
                                                       Problems &problems) {
  if (node.kind == YamlKind::Scalar)
    return std::vector{node.scalar};
  if (node.kind != YamlKind::Sequence) {
    refuse(node, what, "a list of strings", problems);
    return std::nullopt;
  }
  std::vector<std::string> strings;
  for (const YamlNode &item : node.items) {
    std::optional<std::string> string = readString(item, what, problems);
    if (!string)
      return std::nullopt;
    strings.push_back(std::move(*string));
  }
  return strings;
}

const YamlNode *findMap(const YamlNode &map, std::string_view key, Problems &problems) {
  const YamlNode *value = map.find(key);
  if (!value || value->kind == YamlKind::Map)
    return value;
  problems.push_back({value->span, fmt::format("'{}' must be a map", key)});
  return nullptr;
}

std::string readText(const YamlNode &map, std::string_view key, Problems &problems) {
  const YamlNode *value = map.find(key);
  return value ? readString(*value, key, problems).value_or("") : "";
}

std::vector<std::string> readStrings(const YamlNode &map, std::string_view key,
                                     Problems &problems) {
  const YamlNode *value = map.find(key);
  if (!value)
    return {};
  return readStringList(*value, key, problems).value_or(std::vector<std::string>());
}

std::vector<int64_t> readIntegers(const YamlNode &map, std::string_view key, Problems &problems) {
  std::vector<int64_t> numbers;
  if (const YamlNode *value = map.find(key))
    for (const YamlNode &item : value->list())
      if (auto number = readInteger(item, key, problems))
        numbers.push_back(*number);
  return numbers;
}

std::optional<size_t> readChoice(const YamlNode &node, std::string_view what,
                                 const std::vector<std::string> &choices, Problems &problems) {
  auto text = readString(node, what, problems);
  if (!text)
    return std::nullopt;
  auto found = std::ranges::find(choices, *text);
  if (found != choices.end())
    return static_cast<size_t>(found - choices.begin());
  problems.push_back(
      {node.span, fmt::format("'{}' can't be '{}', only {}{}", what, *text,
                              fmt::join(choices, ", "), didYouMean(*text, choices))});
  return std::nullopt;
}

bool readKeys(const YamlNode &node, std::string_view what, const std::vector<std::string> &known,
              Problems &problems) {
  if (node.kind != YamlKind::Map) {
    refuse(node, what, "a map", problems);
    return false;
  }
  for (const YamlEntry &entry : node.entries)
    if (std::ranges::find(known, entry.key) == known.end())
      problems.push_back({entry.keySpan, fmt::format("unknown key '{}'{}", entry.key,
                                                     didYouMean(entry.key, known))});
  return true;
}

} // namespace wikivet
