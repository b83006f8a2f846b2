// SPDX-License-Identifier: MIT
#include "lint/model/html/Tokens.h"

#include <algorithm>
#include <string>
#include <string_view>

namespace wikivet::html {

namespace {

struct ListNames {
  Name list, item;
};

ListNames namesOf(char bullet) {
  switch (bullet) {
  case '*':
    return {.list = Name::Ul, .item = Name::Li};
  case '#':
    return {.list = Name::Ol, .item = Name::Li};
  case ';':
    return {.list = Name::Dl, .item = Name::Dt};
  default:
    return {.list = Name::Dl, .item = Name::Dd};
  }
}

/// The lists that are open in one place: a table in an item has lists of its own.
struct Frame {
  std::string bullets;
  std::vector<ListNames> open; ///< one a bullet
  bool atLineEnd = false;
  uint32_t openTags = 0;   ///< on this line; a colon inside a tag begins no description
  uint32_t openBlocks = 0; ///< start tags of blocks in the item
  Tokens held;             ///< what followed the last line and shows nothing
  bool isOpen = false;
};

class ListBuilder {
public:
  ListBuilder(std::string_view text, Tokens &out) : text(text), out(&out) {}

  void add(const Token &token) { // NOLINT(misc-no-recursion): once more, as a text
    if (token.kind == TokenKind::Item)
      addItem(token);
    else if (!frame.isOpen)
      addOutside(token);
    else
      addInside(token);
  }

  void finish() {
    if (frame.isOpen)
      closeAll();
  }

private:
  static bool is(const Token &token, TokenKind kind, Name name) {
    return token.kind == kind && token.name == name;
  }

  void addOutside(const Token &token) {
    // Here frames that wait are those of lists around a table.
    if (is(token, TokenKind::End, Name::Table) && !waiting.empty()) {
      if (innerTables == 0) {
        frame = std::move(waiting.back());
        waiting.pop_back();
      } else {
        --innerTables;
      }
    } else if (is(token, TokenKind::Start, Name::Table) && !waiting.empty()) {
      ++innerTables;
    }
    out->push_back(token);
  }

  void addInside(const Token &token) {
    if (token.kind == TokenKind::Start && token.name != Name::Table)
      ++frame.openTags;
    else if (token.kind == TokenKind::End && frame.openTags > 0)
      --frame.openTags;

    if (is(token, TokenKind::End, Name::Table)) {
      closeAll();
      out->push_back(token);
      if (!waiting.empty()) {
        frame = std::move(waiting.back());
        waiting.pop_back();
      }
      return;
    }
    if (token.kind == TokenKind::End && has(token.name, BlockLine)) {
      bool stray = frame.openBlocks == 0;
      if (!stray)
        --frame.openBlocks;
      if (stray || frame.atLineEnd)
        closeAll();
      out->push_back(token);
      return;
    }
    if (frame.atLineEnd) {
      if (token.kind == TokenKind::Comment || token.kind == TokenKind::Transparent ||
          token.kind == TokenKind::Blank) {
        frame.held.push_back(token);
        return;
      }
      closeAll();
      out->push_back(token);
      return;
    }
    if (token.kind == TokenKind::Newline) {
      frame.atLineEnd = true;
      frame.openTags = 0;
      frame.held.push_back(token);
      return;
    }
    out->push_back(token);
    if (is(token, TokenKind::Start, Name::Table)) {
      waiting.push_back(std::move(frame));
      frame = {};
      innerTables = 0;
    } else if (token.kind == TokenKind::Start && has(token.name, BlockLine)) {
      ++frame.openBlocks;
    }
  }

  void emitEnd(Name name) { out->push_back({.kind = TokenKind::End, .name = name}); }

  /// Closes all but the outer `count` lists.
  void closeTo(size_t count) {
    while (frame.open.size() > count) {
      emitEnd(frame.open.back().item);
      emitEnd(frame.open.back().list);
      frame.open.pop_back();
    }
  }

  void releaseHeld() {
    out->insert(out->end(), frame.held.begin(), frame.held.end());
    frame.held.clear();
  }

  void closeAll() {
    closeTo(0);
    releaseHeld();
    frame = {};
  }

  void startItem(Name name, const Token &token, uint32_t from, uint32_t to) {
    Span span = token.span;
    span = {.begin = span.begin + std::min(from, span.size()),
            .end = span.begin + std::min(to, span.size())};
    out->push_back({.kind = TokenKind::Start, .name = name, .span = span, .node = token.node});
  }

  void addItem(const Token &token) { // NOLINT(misc-no-recursion)
    std::string bullets;
    if (token.isSameLine) {
      // A colon ends the term before it; elsewhere, or inside a tag, it is a character.
      size_t term = frame.bullets.rfind(';');
      if (!frame.isOpen || frame.openTags > 0 || term == std::string::npos) {
        Token colon = token;
        colon.kind = TokenKind::Text;
        add(colon);
        return;
      }
      bullets = frame.bullets.substr(0, term) + ':';
    } else {
      bullets = text.substr(token.span.begin, token.span.size());
    }
    frame.isOpen = true;
    frame.atLineEnd = false;
    size_t shared = 0;
    while (shared < std::min(bullets.size(), frame.bullets.size()) &&
           bullets[shared] == frame.bullets[shared])
      ++shared;
    auto width = static_cast<uint32_t>(bullets.size());
    if (shared == bullets.size() && shared == frame.bullets.size()) {
      emitEnd(frame.open.back().item);
      releaseHeld();
      startItem(frame.open.back().item, token, 0, width);
    } else {
      changeLists(bullets, shared, token);
    }
    frame.bullets = std::move(bullets);
  }

  void changeLists(std::string_view bullets, size_t shared, const Token &token) {
    auto isOf = [](char bullet) { return bullet == ';' || bullet == ':'; };
    size_t next = shared;
    if (shared < bullets.size() && shared < frame.bullets.size() && isOf(bullets[shared]) &&
        isOf(frame.bullets[shared])) {
      closeTo(shared + 1);
      Name item = namesOf(bullets[shared]).item;
      emitEnd(frame.open.back().item);
      frame.open.back().item = item;
      releaseHeld();
      startItem(item, token, 0, static_cast<uint32_t>(shared) + 1);
      next = shared + 1;
    } else {
      closeTo(shared);
      releaseHeld();
      if (shared > 0 && bullets.size() == shared) {
        emitEnd(frame.open.back().item);
        startItem(frame.open.back().item, token, 0, static_cast<uint32_t>(shared));
      }
    }
    for (size_t i = next; i < bullets.size(); ++i) {
      ListNames names = namesOf(bullets[i]);
      frame.open.push_back(names);
      uint32_t from = i == next && next == shared ? 0 : static_cast<uint32_t>(i);
      Span place{.begin = token.span.begin + from, .end = token.span.begin + from};
      out->push_back(
          {.kind = TokenKind::Start, .name = names.list, .span = place, .node = token.node});
      startItem(names.item, token, from, static_cast<uint32_t>(i) + 1);
    }
  }

  std::string_view text;
  Tokens *out;
  Frame frame;
  std::vector<Frame> waiting;
  uint32_t innerTables = 0;
};

} // namespace

void resolveLists(std::string_view text, const Tokens &in, Tokens &out) {
  ListBuilder lists(text, out);
  for (const Token &token : in)
    lists.add(token);
  lists.finish();
}

} // namespace wikivet::html
