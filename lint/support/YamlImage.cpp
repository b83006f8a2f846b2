// SPDX-License-Identifier: MIT
#include "lint/support/YamlImage.h"

#include <cassert>
#include <cstring>

namespace wikivet {

namespace {

class Writer {
public:
  std::string bytes;

  void number(uint32_t value) {
    bytes.append(reinterpret_cast<const char *>(&value), sizeof value);
  }
  void text(std::string_view value) {
    number(static_cast<uint32_t>(value.size()));
    bytes += value;
  }
  void node(const YamlNode &value) { // NOLINT(misc-no-recursion): as deep as the YAML
    bytes += static_cast<char>(value.kind);
    bytes += static_cast<char>(value.quoted);
    number(value.span.begin);
    number(value.span.end);
    text(value.scalar);
    number(static_cast<uint32_t>(value.items.size()));
    for (const YamlNode &item : value.items)
      node(item);
    number(static_cast<uint32_t>(value.entries.size()));
    for (const YamlEntry &entry : value.entries) {
      text(entry.key);
      number(entry.keySpan.begin);
      number(entry.keySpan.end);
      node(entry.value);
    }
  }
};

class Reader {
public:
  explicit Reader(std::string_view image) : rest(image) {}

  YamlNode node() { // NOLINT(misc-no-recursion): as deep as the YAML
    YamlNode value;
    value.kind = static_cast<YamlKind>(rest[0]);
    value.quoted = rest[1] != 0;
    rest.remove_prefix(2);
    value.span.begin = number();
    value.span.end = number();
    value.scalar = text();
    value.items.resize(number());
    for (YamlNode &item : value.items)
      item = node();
    value.entries.resize(number());
    for (YamlEntry &entry : value.entries) {
      entry.key = text();
      entry.keySpan.begin = number();
      entry.keySpan.end = number();
      entry.value = node();
    }
    return value;
  }

private:
  uint32_t number() {
    uint32_t value = 0;
    assert(rest.size() >= sizeof value && "not an image");
    std::memcpy(&value, rest.data(), sizeof value);
    rest.remove_prefix(sizeof value);
    return value;
  }
  std::string_view text() {
    uint32_t size = number();
    std::string_view value = rest.substr(0, size);
    rest.remove_prefix(value.size());
    return value;
  }

  std::string_view rest;
};

} // namespace

std::string encodeYaml(const YamlNode &node) {
  Writer writer;
  writer.node(node);
  return std::move(writer.bytes);
}

YamlNode copyYaml(const YamlNode &node) { return decodeYaml(encodeYaml(node)); }

YamlNode decodeYaml(std::string_view image) { return Reader(image).node(); }

} // namespace wikivet
