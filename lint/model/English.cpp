// SPDX-License-Identifier: MIT
#include "lint/model/English.h"

#include "lint/support/Text.h"

#include <fmt/format.h>

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
  static constexpr std::string_view hedges =
      " about active ad after ah allegedly approx approximately around as autumn bap bapt "
      "baptised baptized bc bce before between bh buried by c ca ce century charter "
      "chartered christened circa claimed current currently disappeared disputed div early "
      "either era estimated executed first fl floruit flourished formerly gregorian "
      "incorporated independence julian late legendary m married merged mid missing ns "
      "official officially or originally os perhaps possibly predecessor present presumed "
      "probably r re reestablished reformed refounded reign reigned reincorporated "
      "relaunched renamed reorganisation reorganised reorganization reorganized restored "
      "revived ruled season second since sometimes spring summer traditional traditionally "
      "uncertain unknown until winter ";
  return hedges.contains(fmt::format(" {} ", word));
}

} // namespace wikivet
