// SPDX-License-Identifier: MIT
#pragma once

#include "lint/diag/Diagnostic.h"
#include "lint/support/Source.h"

#include <functional>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace wikivet {

/// Writes findings in one format. Pages come one by one, in input order, so that output streams.
class Renderer {
public:
  /// Takes a piece of output.
  using Sink = std::function<void(std::string_view)>;

  explicit Renderer(Sink sink) : write(std::move(sink)) {}
  virtual ~Renderer() = default;
  Renderer(const Renderer &) = delete;
  Renderer &operator=(const Renderer &) = delete;

  virtual void begin() {}
  /// The findings of one page, in order.
  virtual void page(const Source &source, std::span<const Diagnostic> diagnostics) = 0;
  /// After the last page.
  virtual void end() {}

protected:
  Sink write;
};

struct RenderOptions {
  bool color = false;
};

/// Names of the formats, for `--output-format`.
const std::vector<std::string> &rendererNames();

/// A renderer by its format's name, which must be one of rendererNames().
std::unique_ptr<Renderer> makeRenderer(std::string_view format, RenderOptions options,
                                       Renderer::Sink sink);

// One for each file in this folder.
std::unique_ptr<Renderer> makeFullRenderer(RenderOptions options, Renderer::Sink sink);
std::unique_ptr<Renderer> makeConciseRenderer(RenderOptions options, Renderer::Sink sink);
std::unique_ptr<Renderer> makeJsonRenderer(RenderOptions options, Renderer::Sink sink);

} // namespace wikivet
