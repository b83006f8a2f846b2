// SPDX-License-Identifier: MIT
#include "lint/model/Document.h"
#include "lint/rule/Check.h"
#include "lint/support/Text.h"

#include <map>
#include <string>
#include <string_view>

namespace wikivet {
namespace {

std::string_view trimmedOption(Node node) {
  std::string_view text = node.text();
  return trim(node.is(NodeKind::LinkText) ? text.substr(1) : text);
}

Span trimmedSpan(Node node) {
  std::string_view text = trimmedOption(node);
  return text.empty() ? node.span() : node.tree().spanOf(text);
}

/// What a template, a parameter or the like gives may be an option. So are a few short words on
/// some wikis, which the grammar takes for captions everywhere.
bool mayBecomeOption(Node caption) {
  if (isAnyOf(trimmedOption(caption),
              {"be", "c", "d", "de", "ka", "ki", "l", "n", "no", "nu", "д", "л", "н", "ц"}))
    return true;
  for (Node child : caption.children())
    if (!child.is(NodeKind::Comment) && !(child.is(NodeKind::Text) && trim(child.text()).empty()))
      return child.isOneOf(NodeKind::Template, NodeKind::ParserFunction, NodeKind::Parameter,
                           NodeKind::LanguageVariant, NodeKind::IncludeTag);
  return false;
}

/// The number of a width or of both measures at the start, as in `100` and `100x50`.
std::string_view leadingSize(std::string_view text) {
  size_t end = 0;
  while (end < text.size() && (isDigit(text[end]) || (text[end] == 'x' && end + 1 < text.size() &&
                                                      isDigit(text[end + 1]))))
    ++end;
  return text.substr(0, end);
}

/// A size that was written in a wrong way, as `100PX` and `100pxpx`.
bool isMisspelledSize(std::string_view text) {
  std::string_view size = leadingSize(text);
  std::string unit = lowerCase(trim(text.substr(size.size())));
  return !size.empty() && isAnyOf(unit, {"px", "pxpx", "px px", "pix", "pixel", "pixels", "p", "xp",
                                         "pxx", "ppx", "pxs", "px.", "px;", "pc"});
}

/// Reports options of files that have no effect.
class BogusFileOption final : public Check {
public:
  explicit BogusFileOption(const Options &options)
      : borders(options.stringList("border-words")), frames(options.stringList("frame-words")),
        horizontals(options.stringList("horizontal-words")),
        reportsEmpty(options.boolean("empty-options")) {}

  KindSet interests() const override { return {NodeKind::FileLink, NodeKind::GalleryLine}; }

  void visit(Node file, CheckContext &ctx) override {
    bool inGallery = file.is(NodeKind::GalleryLine);
    std::map<std::string, Node, std::less<>> seen;
    Node caption;
    for (Node option : file.children()) {
      if (option.isOneOf(NodeKind::LinkTarget, NodeKind::Comment))
        continue;
      if (option.is(NodeKind::LinkText)) {
        readCaption(option, caption, ctx);
        continue;
      }
      if (inGallery && option.isOneOf(NodeKind::FormatOption, NodeKind::SizeOption,
                                      NodeKind::UprightOption, NodeKind::AlignmentOption)) {
        if (seen.emplace("gallery", option).second)
          report(option, "gallery", ctx);
        continue;
      }
      std::string what = property(option);
      if (what.empty())
        continue;
      auto [place, isNew] = seen.emplace(what, option);
      if (!isNew)
        ctx.report(trimmedSpan(option), option.is(NodeKind::FormatOption) ? "format" : "repeated")
            .arg("text", shorten(trimmedOption(option), longest))
            .arg("first", shorten(trimmedOption(place->second), longest))
            .related(trimmedSpan(place->second), "first");
    }
    if (caption)
      judgeCaption(caption, ctx);
    auto format = seen.find("format"), size = seen.find("size");
    if (format != seen.end() && size != seen.end() && hasOwnSize(format->second))
      report(size->second, "frame", ctx);
    if (auto upright = seen.find("upright_option");
        upright != seen.end() && isZero(upright->second))
      report(upright->second, "upright", ctx);
  }

private:
  /// What the option sets, of which there is one in a link; empty if there may be several.
  std::string property(Node option) const {
    std::string text = lowerCase(trimmedOption(option));
    switch (option.kind()) {
    case NodeKind::FormatOption:
      return borders.contains(text) ? "border" : "format";
    case NodeKind::AlignmentOption:
      return horizontals.contains(text) ? "alignment" : "";
    case NodeKind::SizeOption:
      return "size";
    case NodeKind::MediaOption:
      return text.substr(0, text.find('='));
    default:
      return std::string(nodeKindName(option.kind()));
    }
  }

  /// A frame, or a thumbnail of its own: `thumb=B.jpg`.
  bool hasOwnSize(Node format) const {
    std::string text = lowerCase(trimmedOption(format));
    return text.contains('=') || frames.contains(text);
  }

  static bool isZero(Node upright) {
    std::string_view text = trimmedOption(upright);
    size_t equals = text.find('=');
    return equals != std::string_view::npos &&
           text.find_first_not_of("0. ", equals + 1) == std::string_view::npos;
  }

  /// All captions but the last are lost.
  void readCaption(Node option, Node &caption, CheckContext &ctx) const {
    if (mayBecomeOption(option))
      return;
    bool isBlank = trimmedOption(option).empty();
    if (caption && !judgeCaption(caption, ctx)) {
      if (!trimmedOption(caption).empty())
        report(caption, isBlank ? "emptied" : "lost", ctx);
      else if (reportsEmpty)
        ctx.report(caption.span(), "lost").arg("text", "|");
    }
    caption = option;
  }

  /// Reports a text that is meant as an option.
  static bool judgeCaption(Node caption, CheckContext &ctx) {
    std::string_view text = trimmedOption(caption);
    if (isMisspelledSize(text)) {
      ctx.report(trimmedSpan(caption), "size").arg("text", text).arg("size", leadingSize(text));
      return true;
    }
    if (std::string_view name = "upright="; lowerCase(text.substr(0, name.size())) == name) {
      report(caption, "upright", ctx);
      return true;
    }
    return false;
  }

  static void report(Node option, std::string_view message, CheckContext &ctx) {
    ctx.report(trimmedSpan(option), message).arg("text", shorten(trimmedOption(option), longest));
  }

  static constexpr uint32_t longest = 40; // code points

  const StringList &borders;
  const StringList &frames;
  const StringList &horizontals;
  bool reportsEmpty;
};

} // namespace
} // namespace wikivet

WIKIVET_CHECK(bogus_file_option, BogusFileOption)
