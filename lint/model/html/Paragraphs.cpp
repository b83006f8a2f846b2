// SPDX-License-Identifier: MIT
#include "lint/model/html/Tokens.h"

namespace wikivet::html {

namespace {

bool isOf(const Token &token, TokenKind kind, Name name) {
  return token.kind == kind && token.name == name;
}

bool showsNothing(const Token &token) {
  return token.kind == TokenKind::Blank || token.kind == TokenKind::Comment ||
         token.kind == TokenKind::Transparent || token.kind == TokenKind::Template ||
         token.kind == TokenKind::Newline;
}

/// A paragraph goes from the first line of text to the next blank line or line with a tag of a
/// block, and there is none inside some blocks.
class ParagraphWrapper {
public:
  ParagraphWrapper(const Tokens &in, Tokens &out) : in(&in), out(&out) {}

  void run() {
    lineHasBlock = hasBlock(0);
    for (size_t i = 0; i < in->size(); ++i) {
      const Token &token = (*in)[i];
      if (inPre)
        addInPre(token);
      else if (token.kind == TokenKind::Newline)
        endLine(token, i);
      else if (isOf(token, TokenKind::Start, Name::Pre) && !token.isLiteral)
        startPre(token);
      else if (isOf(token, TokenKind::End, Name::Pre) && !token.isLiteral)
        continue; // its start was left out
      else if (token.kind == TokenKind::Blank || token.kind == TokenKind::Comment)
        (newlines == 0 ? *out : held).push_back(token);
      else if (showsNothing(token))
        addTransparent(token);
      else
        addContent(token);
    }
    if (lineHasBlock)
      closeParagraph();
    closeParagraph();
    breakParagraphs();
    releaseHeld();
  }

private:
  /// Whether a block's tag stands on the line that begins here.
  bool hasBlock(size_t place) const {
    for (; place < in->size() && (*in)[place].kind != TokenKind::Newline; ++place)
      if (has((*in)[place].name, BlockLine) && !isDroppedPre((*in)[place]))
        return true;
    return false;
  }

  /// Lines that begin with a blank are not preformatted inside a block.
  bool isDroppedPre(const Token &token) const {
    return token.name == Name::Pre && !token.isLiteral && token.kind != TokenKind::Whole &&
           (inBlock || inQuotation);
  }

  void addInPre(const Token &token) {
    out->push_back(token);
    contentEnd = out->size();
    if (isOf(token, TokenKind::End, Name::Pre) && !token.isLiteral) {
      inPre = false;
      blockIsOpen = false;
      lineHasBlock = true;
    }
  }

  void startPre(const Token &token) {
    if (inBlock || inQuotation)
      return;
    addContent(token);
    inPre = true;
  }

  void endLine(const Token &token, size_t place) {
    if (lineHasBlock) {
      closeParagraph();
      inBlock = blockIsOpen;
    }
    ++newlines;
    held.push_back(token);
    blockIsOpen = inBlock;
    lineHasBlock = hasBlock(place + 1);
  }

  void addTransparent(const Token &token) {
    if (newlines == 1) {
      releaseHeld();
      newlines = 0;
    } else if (newlines > 1) {
      breakParagraphs();
      releaseHeld();
    }
    out->push_back(token);
  }

  void addContent(const Token &token) {
    breakParagraphs();
    if (lineHasBlock)
      closeParagraph();
    releaseHeld();
    if (!lineHasBlock && !inBlock && !isParagraphOpen)
      openParagraph();
    if (has(token.name, BlockLine)) {
      blockIsOpen = token.kind == TokenKind::End ? !has(token.name, ClosesBlock)
                                                 : has(token.name, OpensBlock);
      if (token.kind == TokenKind::Whole)
        blockIsOpen = false;
    }
    if (token.name == Name::Blockquote)
      inQuotation = token.kind == TokenKind::Start;
    out->push_back(token);
    contentEnd = out->size();
  }

  void openParagraph() {
    out->push_back({.kind = TokenKind::Start, .name = Name::P});
    isParagraphOpen = true;
    contentEnd = out->size();
  }

  /// Before what shows nothing at its end.
  void closeParagraph() {
    if (!isParagraphOpen)
      return;
    isParagraphOpen = false;
    Token end{.kind = TokenKind::End, .name = Name::P};
    out->insert(out->begin() + static_cast<std::ptrdiff_t>(contentEnd), end);
    ++contentEnd;
  }

  void releaseHeld() {
    out->insert(out->end(), held.begin(), held.end());
    held.clear();
    newlines = 0;
  }

  /// A blank line ends a paragraph; every second one beyond it stands in a paragraph with a break.
  void breakParagraphs() {
    if (newlines < 2 || inBlock)
      return;
    closeParagraph();
    uint32_t left = newlines - 1;
    Tokens lines;
    lines.swap(held);
    size_t next = 0;
    auto writeLine = [&] {
      while (next < lines.size()) {
        const Token &token = lines[next++];
        out->push_back(token);
        if (token.kind == TokenKind::Newline)
          break;
      }
    };
    writeLine();
    uint32_t parity = left % 2;
    for (; left > 0; --left) {
      if (left % 2 == parity) {
        if (isParagraphOpen) {
          out->push_back({.kind = TokenKind::End, .name = Name::P});
          isParagraphOpen = false;
        }
        if (left > 1)
          openParagraph();
      } else {
        out->push_back({.kind = TokenKind::Whole, .name = Name::Br});
        contentEnd = out->size();
      }
      writeLine();
    }
    out->insert(out->end(), lines.begin() + static_cast<std::ptrdiff_t>(next), lines.end());
    newlines = 0;
  }

  const Tokens *in;
  Tokens *out;
  Tokens held; ///< what followed the last content, from its line break on
  uint32_t newlines = 0;
  size_t contentEnd = 0; ///< in `out`, behind the last token that shows something
  bool lineHasBlock = false;
  bool blockIsOpen = false; ///< behind the last tag of a block
  bool inBlock = false;     ///< there are no paragraphs
  bool inQuotation = false;
  bool inPre = false;
  bool isParagraphOpen = false;
};

} // namespace

void wrapParagraphs(const Tokens &in, Tokens &out) { ParagraphWrapper(in, out).run(); }

} // namespace wikivet::html
