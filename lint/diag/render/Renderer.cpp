// SPDX-License-Identifier: MIT
#include "lint/diag/render/Renderer.h"

#include <fmt/format.h>

#include <algorithm>
#include <cassert>

namespace wikivet {

std::string_view changeName(Change change) {
  switch (change) {
  case Change::None:
    return "";
  case Change::Introduced:
    return "introduced";
  case Change::Persisting:
    return "persisting";
  case Change::Fixed:
    return "fixed";
  }
  return "";
}

std::string Renderer::withTitle(const Source &source, std::string_view message) {
  if (source.title().empty() || source.title() == source.path())
    return std::string(message);
  return fmt::format("{} ({})", message, source.title());
}

const std::vector<std::string> &rendererNames() {
  static const std::vector<std::string> names = [] {
    std::vector<std::string> result;
    for (const Format &format : allFormats())
      result.emplace_back(format.name);
    return result;
  }();
  return names;
}

std::unique_ptr<Renderer> makeRenderer(std::string_view format, RenderOptions options,
                                       Renderer::Sink sink) {
  auto found = std::ranges::find(allFormats(), format, &Format::name);
  assert(found != allFormats().end());
  return found->make(std::move(options), std::move(sink));
}

} // namespace wikivet
