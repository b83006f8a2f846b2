// SPDX-License-Identifier: MIT
#include "lint/model/Identifiers.h"

#include "lint/support/Text.h"

#include <algorithm>
#include <charconv>

namespace wikivet {

namespace {

using Reading = IdentifierReading;
using Fault = IdentifierFault;

bool isNumber(std::string_view text) { return !text.empty() && std::ranges::all_of(text, isDigit); }

/// Cuts off any of some prefixes, in any case, with the colon and blanks behind it.
std::string_view withoutPrefix(std::string_view text,
                               std::initializer_list<std::string_view> prefixes) {
  for (std::string_view prefix : prefixes)
    if (text.size() > prefix.size() && equalsIgnoringCase(text.substr(0, prefix.size()), prefix)) {
      text.remove_prefix(prefix.size());
      while (!text.empty() && (text.front() == ':' || text.front() == ' '))
        text.remove_prefix(1);
      return text;
    }
  return text;
}

/// The same with the hyphens that typesetting makes of "-" written as "-".
std::string plainHyphens(std::string_view text) {
  std::string plain;
  for (size_t i = 0; i < text.size();) {
    CodePoint point = decodeUtf8(text.substr(i));
    bool isHyphen = point.value >= 0x2010 && point.value <= 0x2014;
    if (isHyphen)
      plain += '-';
    else
      plain += text.substr(i, point.length);
    i += point.length;
  }
  return plain;
}

/// Digits and a final X of a number that hyphens and blanks divide; empty if there is anything
/// else.
std::string compact(std::string_view text) {
  std::string digits;
  for (char c : text) {
    if (isDigit(c))
      digits += c;
    else if (c == 'x' || c == 'X')
      digits += 'X';
    else if (c != '-' && c != ' ')
      return {};
  }
  return digits;
}

/// Sum of the digits, each multiplied by its weight; the X stands for ten.
int weighted(std::string_view digits, auto weight) {
  int sum = 0;
  for (size_t i = 0; i < digits.size(); ++i)
    sum += (digits[i] == 'X' ? 10 : digits[i] - '0') * weight(static_cast<int>(i));
  return sum;
}

/// The check digit at the end is right, and no X stands elsewhere.
bool hasCheckDigit(std::string_view digits) {
  if (digits.substr(0, digits.size() - 1).contains('X'))
    return false;
  auto size = static_cast<int>(digits.size());
  if (size == 13)
    return !digits.contains('X') &&
           weighted(digits, [](int i) { return i % 2 == 0 ? 1 : 3; }) % 10 == 0;
  return weighted(digits, [size](int i) { return size - i; }) % 11 == 0;
}

/// A right identifier, or one that only has more around it than it should.
Reading accept(std::string_view bare, std::string_view value) {
  return bare == value ? Reading() : Reading{.fault = Fault::Prefix, .better = std::string(bare)};
}

/// Whether it is built as it should be.
Reading judge(bool isRight) { return isRight ? Reading() : Reading{.fault = Fault::Form}; }

/// A number with a check digit, of one of some lengths.
Reading readChecked(std::string_view value, std::initializer_list<std::string_view> prefixes,
                    std::initializer_list<size_t> lengths) {
  std::string plain = plainHyphens(value);
  std::string_view bare = withoutPrefix(plain, prefixes);
  std::string digits = compact(bare);
  if (digits.empty())
    return {.fault = Fault::Form};
  if (std::ranges::find(lengths, digits.size()) == lengths.end())
    return {.fault = Fault::Length, .length = static_cast<uint32_t>(digits.size())};
  // The long ones are article numbers of the trade, in the range for books.
  if (digits.size() == 13 && !digits.starts_with("978") && !digits.starts_with("979"))
    return {.fault = Fault::Form};
  if (!hasCheckDigit(digits))
    return {.fault = Fault::CheckDigit};
  return accept(bare, value);
}

/// "10.", a registrant of digits and dots, "/", and a suffix of any signs.
bool isDoi(std::string_view text) {
  if (!text.starts_with("10."))
    return false;
  size_t slash = text.find('/');
  if (slash == std::string_view::npos || slash + 1 >= text.size())
    return false;
  std::string_view registrant = text.substr(3, slash - 3);
  size_t first = std::min(registrant.find('.'), registrant.size());
  return first >= 4 && first <= 5 && isNumber(registrant.substr(0, first)) &&
         std::ranges::all_of(registrant, [](char c) { return isDigit(c) || c == '.'; }) &&
         std::ranges::none_of(text, isSpace) && !text.contains("–") && text.back() != '.' &&
         text.back() != ',';
}

Reading readDoi(std::string_view value) {
  std::string_view bare = withoutPrefix(
      value, {"https://doi.org/", "http://doi.org/", "https://dx.doi.org/", "http://dx.doi.org/",
              "https://www.doi.org/", "doi.org/", "dx.doi.org/", "doi"});
  while (!bare.empty() && (bare.back() == '.' || bare.back() == ','))
    bare.remove_suffix(1);
  // In an address signs are encoded; what they stand for is not looked at.
  bool isRight = isDoi(bare) && (bare == value || !bare.contains('%'));
  return isRight ? accept(bare, value) : judge(false);
}

Reading readNumber(std::string_view value, std::initializer_list<std::string_view> prefixes,
                   int64_t most) {
  std::string_view bare = withoutPrefix(value, prefixes);
  if (!isNumber(bare))
    return {.fault = Fault::Form};
  int64_t number = 0;
  auto [end, error] = std::from_chars(bare.data(), bare.data() + bare.size(), number);
  if (error != std::errc() || (most > 0 && number > most))
    return {.fault = Fault::Range};
  return number == 0 ? judge(false) : accept(bare, value);
}

/// `YYMM.NNNN` (since April 2007, five digits since 2015) or `archive/YYMMNNN`, perhaps with a
/// version.
bool isArxiv(std::string_view text) {
  if (size_t version = text.rfind('v');
      version != std::string_view::npos && version > 0 && isNumber(text.substr(version + 1)))
    text = text.substr(0, version);
  auto isMonth = [](std::string_view month) { return month >= "01" && month <= "12"; };
  if (text.size() >= 9 && isNumber(text.substr(0, 4)) && text[4] == '.')
    return isMonth(text.substr(2, 2)) && text.size() <= 10 && isNumber(text.substr(5));
  size_t slash = text.find('/');
  if (slash == std::string_view::npos || slash == 0)
    return false;
  std::string_view number = text.substr(slash + 1);
  return number.size() == 7 && isNumber(number) && isMonth(number.substr(2, 2)) &&
         std::ranges::all_of(text.substr(0, slash),
                             [](char c) { return isLetter(c) || c == '-' || c == '.'; });
}

Reading readArxiv(std::string_view value) {
  std::string_view bare =
      withoutPrefix(value, {"https://arxiv.org/abs/", "http://arxiv.org/abs/", "arXiv"});
  return isArxiv(bare) ? accept(bare, value) : judge(false);
}

/// Nineteen signs: year, journal, volume, section, page, initial of the author.
bool isBibcode(std::string_view value) {
  return value.size() == 19 && isNumber(value.substr(0, 4)) &&
         (value[0] == '1' || value[0] == '2') && isLetter(value[4]) &&
         (isLetter(value[18]) || value[18] == '.' || value[18] == ':') &&
         std::ranges::none_of(value, isSpace);
}

/// Up to three letters and eight or ten digits; see the Library of Congress on its normal form.
bool isLccn(std::string_view value) {
  std::string text;
  for (char c : value.substr(0, value.find('/')))
    if (c != ' ')
      text += c;
  if (size_t hyphen = text.find('-'); hyphen != std::string::npos) {
    std::string serial = text.substr(hyphen + 1);
    if (!isNumber(serial) || serial.size() > 6)
      return false;
    text = text.substr(0, hyphen) + std::string(6 - serial.size(), '0') + serial;
  }
  size_t letters = 0;
  while (letters < text.size() && isLetter(text[letters]))
    ++letters;
  std::string_view digits = std::string_view(text).substr(letters);
  return isNumber(digits) &&
         ((digits.size() == 8 && letters <= 3) || (digits.size() == 10 && letters <= 2));
}

bool isAsin(std::string_view value) {
  return value.size() == 10 &&
         std::ranges::all_of(value, [](char c) { return isUpper(c) || isDigit(c); });
}

bool isOpenLibrary(std::string_view value) {
  std::string_view bare = withoutPrefix(value, {"OL"});
  return bare.size() > 1 && isNumber(bare.substr(0, bare.size() - 1)) &&
         (bare.back() == 'A' || bare.back() == 'M' || bare.back() == 'W');
}

} // namespace

std::string_view identifierForm(ValueType type) {
  switch (type) {
  case ValueType::Isbn:
    return "an ISBN has 10 or 13 digits, the first 978 or 979 if there are 13";
  case ValueType::Issn:
    return "an ISSN has 8 digits, as 1234-5679";
  case ValueType::Doi:
    return "a DOI begins with '10.', four or five digits and '/', and has no blanks";
  case ValueType::Arxiv:
    return "it is written 1501.00001 or math/0601001";
  case ValueType::Bibcode:
    return "a bibcode has 19 signs and begins with the year";
  case ValueType::Lccn:
    return "it is up to three letters and eight or ten digits";
  case ValueType::Asin:
    return "it is ten capital letters and digits";
  case ValueType::OpenLibrary:
    return "it is a number with A, M or W behind it";
  case ValueType::Oclc:
  case ValueType::Pmc:
  case ValueType::Number:
    return "it is a number";
  default:
    return {};
  }
}

bool hasIdentifierForm(ValueType type) { return !identifierForm(type).empty(); }

IdentifierReading readIdentifier(ValueType type, std::string_view value, int64_t most) {
  switch (type) {
  case ValueType::Isbn:
    return readChecked(value, {"ISBN-13", "ISBN-10", "ISBN"}, {10, 13});
  case ValueType::Issn:
    return readChecked(value, {"ISSN", "eISSN"}, {8});
  case ValueType::Doi:
    return readDoi(value);
  case ValueType::Arxiv:
    return readArxiv(value);
  case ValueType::Bibcode:
    return judge(isBibcode(value));
  case ValueType::Lccn:
    return judge(isLccn(value));
  case ValueType::Asin:
    return judge(isAsin(value));
  case ValueType::OpenLibrary:
    return judge(isOpenLibrary(value));
  case ValueType::Oclc:
    // Records of libraries carry these prefixes, which the templates understand.
    return readNumber(withoutPrefix(value, {"(OCoLC)", "ocm", "ocn", "on"}), {"OCLC"}, most);
  case ValueType::Pmc:
    return readNumber(value, {"PMC"}, most);
  case ValueType::Number:
    return readNumber(value, {"PMID", "MR", "RFC", "OSTI", "SSRN"}, most);
  default:
    return {};
  }
}

} // namespace wikivet
