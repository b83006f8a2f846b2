// SPDX-License-Identifier: MIT
#include "lint/rule/Comparison.h"

#include "lint/support/Text.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>

namespace wikivet {

static std::optional<double> number(std::string_view text) {
  text = trim(text);
  double result = 0;
  auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), result);
  if (text.empty() || error != std::errc() || end != text.data() + text.size())
    return std::nullopt;
  return result;
}

static bool isName(std::string_view text) {
  return !text.empty() && isLetter(text.front()) && std::ranges::all_of(text, [](char c) {
    return isLetter(c) || isDigit(c) || c == '-' || c == '_';
  });
}

std::optional<Comparison::Operand> Comparison::operand(std::string_view text) {
  text = trim(text);
  if (text.size() >= 2 && text.front() == '\'' && text.back() == '\'')
    return Operand{.kind = Operand::Kind::Literal,
                   .text = std::string(text.substr(1, text.size() - 2))};
  if (text.starts_with("length(") && text.ends_with(')')) {
    std::string_view name = trim(text.substr(7, text.size() - 8));
    if (isName(name))
      return Operand{.kind = Operand::Kind::Length, .text = std::string(name)};
    return std::nullopt;
  }
  if (number(text))
    return Operand{.kind = Operand::Kind::Literal, .text = std::string(text)};
  if (isName(text))
    return Operand{.kind = Operand::Kind::Name, .text = std::string(text)};
  return std::nullopt;
}

std::optional<Comparison> Comparison::compile(const YamlNode &yaml, Problems &problems) {
  std::string_view text = yaml.scalar;
  for (std::string_view sign : {"==", "!=", "<=", ">=", "<", ">"}) {
    size_t place = text.find(sign);
    if (place == std::string_view::npos)
      continue;
    Comparison comparison;
    auto left = operand(text.substr(0, place)), right = operand(text.substr(place + sign.size()));
    if (!left || !right)
      break;
    comparison.left = std::move(*left);
    comparison.right = std::move(*right);
    comparison.sign = sign;
    comparison.text = text;
    return comparison;
  }
  problems.push_back({yaml.span, fmt::format("'{}' is no comparison: write it like \"a == b\", "
                                             "\"a != 'x'\" or \"length(a) > 3\"",
                                             text)});
  return std::nullopt;
}

std::optional<std::string> Comparison::value(const Operand &operand, const LookUp &lookUp) {
  if (operand.kind == Operand::Kind::Literal)
    return operand.text;
  std::optional<std::string> found = lookUp(operand.text);
  if (found && operand.kind == Operand::Kind::Length)
    return std::to_string(std::ranges::count_if(*found, [](char c) { return (c & 0xC0) != 0x80; }));
  return found;
}

bool Comparison::holds(const LookUp &lookUp) const {
  std::optional<std::string> leftText = value(left, lookUp), rightText = value(right, lookUp);
  if (!leftText || !rightText)
    return false;
  std::optional<double> leftNumber = number(*leftText), rightNumber = number(*rightText);
  std::partial_ordering order =
      leftNumber && rightNumber ? *leftNumber <=> *rightNumber : *leftText <=> *rightText;
  if (sign == "==")
    return order == 0;
  if (sign == "!=")
    return order != 0;
  if (sign == "<")
    return order < 0;
  if (sign == "<=")
    return order <= 0;
  return sign == ">" ? order > 0 : order >= 0;
}

std::vector<std::string> Comparison::names() const {
  std::vector<std::string> result;
  for (const Operand *operand : {&left, &right})
    if (operand->kind != Operand::Kind::Literal)
      result.push_back(operand->text);
  return result;
}

} // namespace wikivet
