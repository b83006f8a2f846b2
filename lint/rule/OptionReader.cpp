// SPDX-License-Identifier: MIT
#include "lint/rule/OptionReader.h"

#include "lint/support/Regex.h"

#include <fmt/format.h>

namespace wikivet {

std::optional<OptionValue> readOptionValue(OptionType type, const YamlNode &value,
                                           std::string_view what, Problems &problems) {
  switch (type) {
  case OptionType::Boolean:
    return readBoolean(value, what, problems);
  case OptionType::Integer:
    return readInteger(value, what, problems);
  case OptionType::Number:
    return readNumber(value, what, problems);
  case OptionType::String:
    return readString(value, what, problems);
  case OptionType::StringList: {
    auto items = readStringList(value, what, problems);
    if (!items)
      return std::nullopt;
    StringList list;
    list.set.insert(items->begin(), items->end());
    list.items = std::move(*items);
    return list;
  }
  case OptionType::Regex: {
    auto pattern = readString(value, what, problems);
    if (!pattern)
      return std::nullopt;
    auto regex = Regex::compile(*pattern);
    if (!regex) {
      problems.push_back({value.span, regex.error().message});
      return std::nullopt;
    }
    return std::make_shared<const Regex>(std::move(*regex));
  }
  }
  return std::nullopt;
}

static std::string quoted(std::string_view text) {
  std::string result = "\"";
  for (char c : text)
    result += c == '"' ? "\\\"" : c == '\\' ? "\\\\" : c == '\n' ? "\\n" : std::string(1, c);
  return result + "\"";
}

std::string printOptionValue(const OptionValue &value) {
  if (const auto *flag = std::get_if<bool>(&value))
    return *flag ? "true" : "false";
  if (const auto *integer = std::get_if<int64_t>(&value))
    return std::to_string(*integer);
  if (const auto *number = std::get_if<double>(&value))
    return fmt::format("{}", *number);
  if (const auto *text = std::get_if<std::string>(&value))
    return quoted(*text);
  if (const auto *regex = std::get_if<std::shared_ptr<const Regex>>(&value))
    return quoted((*regex)->pattern());
  std::string result;
  for (const std::string &item : std::get<StringList>(value).items)
    result += (result.empty() ? "" : ", ") + quoted(item);
  return "[" + result + "]";
}

} // namespace wikivet
