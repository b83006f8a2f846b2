// SPDX-License-Identifier: MIT
#include "lint/rule/Options.h"

#include "lint/support/Regex.h"

#include <cassert>

namespace wikivet {

template <typename Value>
static const Value &get(const std::map<std::string, OptionValue, std::less<>> &values,
                        std::string_view name) {
  auto found = values.find(name);
  assert(found != values.end() && "the rule's YAML declares no such option");
  return std::get<Value>(found->second);
}

bool Options::boolean(std::string_view name) const { return get<bool>(values, name); }
int64_t Options::integer(std::string_view name) const { return get<int64_t>(values, name); }
double Options::number(std::string_view name) const { return get<double>(values, name); }
const std::string &Options::string(std::string_view name) const {
  return get<std::string>(values, name);
}
const StringList &Options::stringList(std::string_view name) const {
  return get<StringList>(values, name);
}
const Regex &Options::regex(std::string_view name) const {
  return *get<std::shared_ptr<const Regex>>(values, name);
}

} // namespace wikivet
