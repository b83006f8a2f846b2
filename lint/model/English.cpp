// SPDX-License-Identifier: MIT
#include "lint/model/English.h"

#include "lint/support/Text.h"

namespace wikivet {

bool isPlural(std::string_view word) {
  if (isAnyOf(word, {"people", "species", "series", "children", "men", "women", "crew", "aircraft",
                     "police", "troops", "personnel"}))
    return true;
  return word.size() > 3 && word.ends_with('s') && !word.ends_with("ss") && !word.ends_with("us") &&
         !word.ends_with("is") && !word.ends_with("'s");
}

std::string singular(std::string_view word) {
  if (!isPlural(word) || !word.ends_with('s') || word == "species" || word == "series")
    return std::string(word);
  if (word.size() > 4 && word.ends_with("ies"))
    return std::string(word.substr(0, word.size() - 3)) + "y";
  for (std::string_view ending : {"ches", "shes", "xes", "sses", "zes"})
    if (word.size() > 4 && word.ends_with(ending))
      return std::string(word.substr(0, word.size() - 2));
  return std::string(word.substr(0, word.size() - 1));
}

bool isFunctionWord(std::string_view word) {
  return isAnyOf(word, {"of",    "in",   "by",    "from",  "with",   "who",     "which",
                        "that",  "and",  "or",    "were",  "was",    "are",     "is",
                        "at",    "on",   "for",   "to",    "the",    "a",       "an",
                        "had",   "have", "has",   "as",    "during", "since",   "but",
                        "while", "than", "not",   "after", "before", "between", "against",
                        "into",  "when", "where", "whose", "about",  "through", "until"});
}

bool isDateHedge(std::string_view word) {
  return isAnyOf(
      word,
      {"c",          "ca",          "circa",        "about",      "around",    "approximately",
       "approx",     "or",          "before",       "after",      "between",   "by",
       "late",       "early",       "mid",          "since",      "until",     "probably",
       "possibly",   "perhaps",     "presumed",     "disputed",   "unknown",   "uncertain",
       "claimed",    "allegedly",   "estimated",    "sometimes",  "either",    "baptised",
       "baptized",   "bapt",        "bap",          "christened", "buried",    "fl",
       "floruit",    "flourished",  "active",       "reigned",    "reign",     "r",
       "ruled",      "century",     "bc",           "bce",        "ad",        "ce",
       "ah",         "bh",          "os",           "ns",         "julian",    "gregorian",
       "married",    "m",           "div",          "executed",   "missing",   "disappeared",
       "re",         "current",     "currently",    "originally", "formerly",  "first",
       "second",     "present",     "refounded",    "merged",     "renamed",   "reformed",
       "relaunched", "revived",     "incorporated", "charter",    "chartered", "traditionally",
       "legendary",  "traditional", "official",     "officially", "era",       "spring",
       "summer",     "autumn",      "winter",       "season"});
}

} // namespace wikivet
