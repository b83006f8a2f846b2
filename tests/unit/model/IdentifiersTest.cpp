// SPDX-License-Identifier: MIT
#include "lint/model/Identifiers.h"

#include <gtest/gtest.h>

namespace wikivet {
namespace {

using Fault = IdentifierFault;

Fault faultOf(ValueType type, std::string_view value, int64_t most = 0) {
  return readIdentifier(type, value, most).fault;
}
std::string betterThan(ValueType type, std::string_view value) {
  return readIdentifier(type, value).better.value_or("");
}

TEST(Identifiers, CheckDigits) {
  EXPECT_EQ(faultOf(ValueType::Isbn, "0-306-40615-2"), Fault::None);
  EXPECT_EQ(faultOf(ValueType::Isbn, "0-8044-2957-x"), Fault::None);
  EXPECT_EQ(faultOf(ValueType::Isbn, "978 0 306 40615 7"), Fault::None);
  EXPECT_EQ(faultOf(ValueType::Isbn, "0-306-40651-2"), Fault::CheckDigit); // two swapped
  EXPECT_EQ(faultOf(ValueType::Isbn, "978-0-306-40615-8"), Fault::CheckDigit);
  EXPECT_EQ(faultOf(ValueType::Isbn, "0-30X-40615-2"), Fault::CheckDigit);
  EXPECT_EQ(readIdentifier(ValueType::Isbn, "0-306-4061").length, 8U);
  EXPECT_EQ(faultOf(ValueType::Isbn, "977-0-306-40615-7"), Fault::Form);
  EXPECT_EQ(faultOf(ValueType::Isbn, "none"), Fault::Form);
  EXPECT_EQ(betterThan(ValueType::Isbn, "ISBN 0–306–40615–2"), "0-306-40615-2");
  EXPECT_EQ(faultOf(ValueType::Issn, "0378-5955"), Fault::None);
  EXPECT_EQ(faultOf(ValueType::Issn, "2434-561X"), Fault::None);
  EXPECT_EQ(faultOf(ValueType::Issn, "0378-5954"), Fault::CheckDigit);
  EXPECT_EQ(faultOf(ValueType::Issn, "0378-595"), Fault::Length);
}

TEST(Identifiers, Forms) {
  EXPECT_EQ(faultOf(ValueType::Doi, "10.1000/182"), Fault::None);
  EXPECT_EQ(
      faultOf(ValueType::Doi, "10.1002/(SICI)1097-0258(19980815/30)17:15/16<1661::AID>3.0.CO;2-2"),
      Fault::None);
  EXPECT_EQ(betterThan(ValueType::Doi, "doi:10.1000/182."), "10.1000/182");
  EXPECT_EQ(faultOf(ValueType::Doi, "10.1000"), Fault::Form);
  EXPECT_EQ(faultOf(ValueType::Doi, "10.10/182"), Fault::Form);
  EXPECT_EQ(faultOf(ValueType::Doi, "10.1000/1 82"), Fault::Form);
  for (std::string_view id : {"1501.00001", "0706.0001v2", "hep-th/9901001", "math.GT/0309136v1"})
    EXPECT_EQ(faultOf(ValueType::Arxiv, id), Fault::None) << id;
  EXPECT_EQ(betterThan(ValueType::Arxiv, "arXiv:1501.00001"), "1501.00001");
  EXPECT_EQ(faultOf(ValueType::Arxiv, "1513.00001"), Fault::Form);
  EXPECT_EQ(faultOf(ValueType::Bibcode, "1974AJ.....79..819H"), Fault::None);
  EXPECT_EQ(faultOf(ValueType::Bibcode, "1974AJ....79..819H"), Fault::Form);
  for (std::string_view id : {"89-456", "n78-890351", "n 78890351", "2001627090", "85-2 "})
    EXPECT_EQ(faultOf(ValueType::Lccn, id), Fault::None) << id;
  EXPECT_EQ(faultOf(ValueType::Lccn, "abcd12345678"), Fault::Form);
  EXPECT_EQ(faultOf(ValueType::Oclc, "ocn123456789", 20000000000), Fault::None);
  EXPECT_EQ(faultOf(ValueType::OpenLibrary, "OL24345M"), Fault::None);
  EXPECT_EQ(faultOf(ValueType::Asin, "B00005NZJ"), Fault::Form);
}

TEST(Identifiers, Numbers) {
  EXPECT_EQ(betterThan(ValueType::Pmc, "PMC12345"), "12345");
  EXPECT_EQ(faultOf(ValueType::Number, "123", 122), Fault::Range);
  EXPECT_EQ(faultOf(ValueType::Number, "99999999999999999999", 0), Fault::Range);
  EXPECT_EQ(faultOf(ValueType::Number, "0"), Fault::Form);
  EXPECT_EQ(faultOf(ValueType::Number, "12a"), Fault::Form);
  EXPECT_EQ(faultOf(ValueType::Text, "anything"), Fault::None);
  EXPECT_FALSE(hasIdentifierForm(ValueType::Text));
}

} // namespace
} // namespace wikivet
