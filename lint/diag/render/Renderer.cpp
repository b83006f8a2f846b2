// SPDX-License-Identifier: MIT
#include "lint/diag/render/Renderer.h"

#include <algorithm>
#include <array>
#include <cassert>

namespace wikivet {

namespace {

struct Format {
  std::string_view name;
  std::unique_ptr<Renderer> (*make)(RenderOptions, Renderer::Sink);
};
constexpr std::array formats = {
    Format{.name = "full", .make = makeFullRenderer},
    Format{.name = "concise", .make = makeConciseRenderer},
    Format{.name = "json", .make = makeJsonRenderer},
};

} // namespace

const std::vector<std::string> &rendererNames() {
  static const std::vector<std::string> names = [] {
    std::vector<std::string> result;
    result.reserve(formats.size());
    for (const Format &format : formats)
      result.emplace_back(format.name);
    return result;
  }();
  return names;
}

std::unique_ptr<Renderer> makeRenderer(std::string_view format, RenderOptions options,
                                       Renderer::Sink sink) {
  const auto *found = std::ranges::find(formats, format, &Format::name);
  assert(found != formats.end());
  return found->make(options, std::move(sink));
}

} // namespace wikivet
