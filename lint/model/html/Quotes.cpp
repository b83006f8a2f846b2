// SPDX-License-Identifier: MIT
#include "lint/model/html/Tokens.h"

#include <array>

namespace wikivet::html {

namespace {

/// The state of one line. The grammar has already balanced the lengths of the marks.
class QuoteLine {
public:
  explicit QuoteLine(Tokens &out) : out(&out) {}

  void add(const Token &token) {
    if (token.kind == TokenKind::Mark)
      addMark(token);
    else
      out->push_back(token);
  }

  /// Closes what is open.
  void finish() {
    if (bothPlace != none)
      resolveBoth(Name::B, Name::I);
    while (depth > 0) {
      (*out)[open[depth - 1].place].endIsImplied = true;
      end({.kind = TokenKind::End});
    }
  }

private:
  static constexpr size_t none = SIZE_MAX;
  struct Open {
    Name name;
    size_t place; ///< of its start tag in `out`
  };

  bool isOpen(Name name) const {
    return (depth > 0 && open[0].name == name) || (depth > 1 && open[1].name == name);
  }

  void start(Name name, Span span, uint32_t node, bool implied = false) {
    open[depth++] = {.name = name, .place = out->size()};
    out->push_back({.kind = TokenKind::Start,
                    .name = name,
                    .startIsImplied = implied,
                    .span = span,
                    .node = node});
  }

  /// Ends the innermost.
  void end(Token token) {
    token.kind = TokenKind::End;
    token.name = open[--depth].name;
    out->push_back(token);
  }

  /// Five apostrophes may begin `<i><b>` or `<b><i>`: that is known when one of them is closed.
  void resolveBoth(Name outer, Name inner) {
    size_t place = bothPlace;
    bothPlace = none;
    for (Name name : {outer, inner}) {
      Token &token = (*out)[place];
      token.name = name;
      uint32_t width = name == Name::B ? 3 : 2;
      if (name == outer)
        token.span.end = token.span.begin + width;
      else
        token.span.begin = token.span.end - width;
      open[depth++] = {.name = name, .place = place++};
    }
  }

  void addMark(const Token &mark) {
    uint32_t length = mark.span.size();
    if (length == 5) {
      addFive(mark);
      return;
    }
    Name name = length == 3 ? Name::B : Name::I;
    Name other = length == 3 ? Name::I : Name::B;
    if (bothPlace != none)
      resolveBoth(other, name);
    if (!isOpen(name)) {
      start(name, mark.span, mark.node);
    } else if (open[depth - 1].name == name) {
      end(mark);
    } else {
      // Closed from outside: the inner one is closed with it and opened again.
      (*out)[open[depth - 1].place].endIsImplied = true;
      Span before{.begin = mark.span.begin, .end = mark.span.begin};
      Span behind{.begin = mark.span.end, .end = mark.span.end};
      end({.kind = TokenKind::End, .span = before});
      end(mark);
      start(other, behind, mark.node, true);
    }
  }

  void addFive(const Token &mark) {
    if (bothPlace != none)
      resolveBoth(Name::I, Name::B);
    if (depth == 0) {
      bothPlace = out->size();
      Token half = mark;
      half.kind = TokenKind::Start;
      out->push_back(half);
      out->push_back(half);
      return;
    }
    uint32_t width = open[depth - 1].name == Name::B ? 3 : 2;
    Name other = width == 3 ? Name::I : Name::B;
    Token first = mark;
    first.span.end = first.span.begin + width;
    bool both = depth == 2;
    end(first);
    Token second = mark;
    second.span.begin = first.span.end;
    if (both)
      end(second);
    else
      start(other, second.span, mark.node);
  }

  Tokens *out;
  std::array<Open, 2> open{};
  size_t depth = 0;
  size_t bothPlace = none;
};

} // namespace

void resolveQuotes(const Tokens &in, Tokens &out) {
  QuoteLine line(out);
  for (const Token &token : in) {
    if (token.kind == TokenKind::Newline ||
        (token.kind == TokenKind::Start && isCell(token.name) && !token.isLiteral))
      line.finish();
    line.add(token);
  }
  line.finish();
}

} // namespace wikivet::html
